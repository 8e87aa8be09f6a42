import { inflateSync } from 'node:zlib';

const WOFF_HEADER_BYTES = 44;
const WOFF_ENTRY_BYTES = 20;
const SFNT_HEADER_BYTES = 12;
const SFNT_ENTRY_BYTES = 16;
const ALIGNMENT_BYTES = 4;

interface FontTable {
  readonly tag: number;
  readonly checksum: number;
  readonly data: Buffer;
}

/**
 * A font of the web (WOFF 1.0) as a plain TrueType file. Readers of fonts inflate a table whenever they look at it,
 * which takes seconds a document; this is done once.
 */
export function unpackFont(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) => tableOf(woff, index));
  const directory = Buffer.alloc(SFNT_HEADER_BYTES + count * SFNT_ENTRY_BYTES);
  writeHeader(directory, woff.readUInt32BE(4), count);
  const parts: Uint8Array[] = [directory];
  let offset = directory.length;
  for (const [index, { tag, checksum, data }] of tables.entries()) {
    const entry = SFNT_HEADER_BYTES + index * SFNT_ENTRY_BYTES;
    for (const [place, value] of [tag, checksum, offset, data.length].entries())
      directory.writeUInt32BE(value, entry + place * 4);
    const padding = (ALIGNMENT_BYTES - (data.length % ALIGNMENT_BYTES)) % ALIGNMENT_BYTES;
    parts.push(data, Buffer.alloc(padding));
    offset += data.length + padding;
  }
  return Buffer.concat(parts);
}

function tableOf(woff: Buffer, index: number): FontTable {
  const entry = WOFF_HEADER_BYTES + index * WOFF_ENTRY_BYTES;
  const field = (place: number): number => woff.readUInt32BE(entry + place * 4);
  const [offset, packedBytes, bytes] = [field(1), field(2), field(3)];
  const packed = woff.subarray(offset, offset + packedBytes);
  return { tag: field(0), checksum: field(4), data: packedBytes < bytes ? inflateSync(packed) : packed };
}

/** With what a binary search over the tables begins from. */
function writeHeader(directory: Buffer, flavour: number, count: number): void {
  const halvings = Math.floor(Math.log2(count));
  const searched = 2 ** halvings * SFNT_ENTRY_BYTES;
  directory.writeUInt32BE(flavour, 0);
  directory.writeUInt16BE(count, 4);
  directory.writeUInt16BE(searched, 6);
  directory.writeUInt16BE(halvings, 8);
  directory.writeUInt16BE(count * SFNT_ENTRY_BYTES - searched, 10);
}
