import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

const GZIP_MAGIC = [0x1f, 0x8b];

/** The bytes of a file, unpacked where they begin as gzip does, whatever the file is called. */
export async function openText(path: string): Promise<Readable> {
  const packed = await isPacked(path);
  const source = createReadStream(path);
  // The reader of the last stream hears of an error; the callback is there so that nothing else throws it.
  return packed ? pipeline(source, createGunzip(), () => undefined) : source;
}

async function isPacked(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const start = Buffer.alloc(GZIP_MAGIC.length);
    await file.read(start, 0, start.length, 0);
    return GZIP_MAGIC.every((byte, index) => start[index] === byte);
  } finally {
    await file.close();
  }
}
