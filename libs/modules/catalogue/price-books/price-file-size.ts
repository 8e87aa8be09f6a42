import { inflateRawSync } from 'node:zlib';

/** What a file may come to when it is opened; a book of twenty thousand prices comes to a third of it. */
const LARGEST_BYTES = 24 * 1024 * 1024;
const MOST_FILES = 1_000;

const END = 0x06054b50;
const END_BYTES = 22;
const FILE = 0x02014b50;
const FILE_BYTES = 46;
const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;

/**
 * Whether the bytes are a zip archive whose files come to no more than 24 MiB. They are unpacked to see that, and not
 * beyond it: what an archive says of its own size may be untrue.
 */
export function isSmallZip(bytes: Uint8Array): boolean {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return unpackedFits(zip);
  } catch (error) {
    // Read beyond the end, unpacked beyond the limit, or no such packing: each is an error with a code.
    if ((error as NodeJS.ErrnoException).code !== undefined) return false;
    throw error;
  }
}

function unpackedFits(zip: Buffer): boolean {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + END_BYTES > zip.length || zip.readUInt32LE(end) !== END) return false;
  const files = zip.readUInt16LE(end + 10);
  if (files > MOST_FILES) return false;
  let at = zip.readUInt32LE(end + 16);
  let left = LARGEST_BYTES;
  for (let file = 0; file < files; file++) {
    if (zip.readUInt32LE(at) !== FILE) return false;
    const size = unpackedSize(zip, at, left);
    if (size === undefined || size > left) return false;
    left -= size;
    at += FILE_BYTES + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return true;
}

function unpackedSize(zip: Buffer, at: number, limit: number): number | undefined {
  const local = zip.readUInt32LE(at + 42);
  if (zip.readUInt32LE(local) !== LOCAL) return undefined;
  const start = local + LOCAL_BYTES + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20));
  const method = zip.readUInt16LE(at + 10);
  if (method === STORED) return packed.length;
  return method === DEFLATED ? inflateRawSync(packed, { maxOutputLength: limit + 1 }).length : undefined;
}
