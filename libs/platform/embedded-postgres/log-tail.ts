import { closeSync, openSync, readSync, statSync } from 'node:fs';

const MOST_BYTES = 16_384;

/** The last `lines` lines of a log that were written after its first `fromByte` bytes. */
export function logTail(path: string, fromByte: number, lines = 12): string {
  const size = sizeOf(path);
  const start = Math.max(fromByte, size - MOST_BYTES);
  if (size <= start) return '(the log is empty)';
  const buffer = Buffer.alloc(size - start);
  const file = openSync(path, 'r');
  try {
    readSync(file, buffer, 0, buffer.length, start);
  } finally {
    closeSync(file);
  }
  return buffer.toString('utf8').trimEnd().split('\n').slice(-lines).join('\n');
}

export function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
