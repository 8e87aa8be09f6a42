import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { WireRecord } from './wire-record';

/**
 * Writes one JSON object a line, the form in which the product takes usage and the demo reads it with
 * `--format ciyuan`. An old file of that name is replaced.
 */
export async function writeRecords(path: string, records: Iterable<WireRecord>): Promise<void> {
  await pipeline(Readable.from(lines(records)), createWriteStream(path));
}

function* lines(records: Iterable<WireRecord>): Generator<string> {
  for (const record of records) yield `${JSON.stringify(record)}\n`;
}
