import { open } from 'node:fs/promises';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

const GZIP_MAGIC = [0x1f, 0x8b];

/** The bytes of a file, unpacked where they begin as gzip does, whatever the file is called. */
export async function openText(path: string): Promise<Readable> {
  const handle = await open(path);
  const start = Buffer.alloc(GZIP_MAGIC.length);
  const { bytesRead } = await handle.read(start, 0, start.length, 0);
  const source = handle.createReadStream({ start: 0 });
  const packed = bytesRead === start.length && GZIP_MAGIC.every((byte, index) => start[index] === byte);
  // The reader of the last stream hears of an error; the callback is there so that nothing else throws it.
  return packed ? pipeline(source, createGunzip(), () => undefined) : source;
}
