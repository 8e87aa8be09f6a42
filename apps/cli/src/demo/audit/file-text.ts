import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** The whole file at once: an auditor may be slow and large, if only it is simple. */
export function fileText(path: string): string {
  const bytes = readFileSync(path);
  const packed = bytes.length > 1 && bytes.readUInt16BE(0) === 0x1f8b;
  return (packed ? gunzipSync(bytes) : bytes).toString('utf8');
}

/** Lines with something on them, each with its number from 1. */
export function* numberedLines(text: string): Generator<readonly [number, string]> {
  let number = 0;
  let from = 0;
  while (from < text.length) {
    const end = text.indexOf('\n', from);
    const until = end < 0 ? text.length : end;
    const line = text.slice(from, until).trim();
    number++;
    if (line !== '') yield [number, line];
    from = until + 1;
  }
}
