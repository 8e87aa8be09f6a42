import { MAXIMUM_COUNT } from '@ciyuan/core/usage';
import { z } from 'zod';
import { PrefixCache } from './cached-prefix';
import { disjoint } from './fields';
import { jsonLines } from './json-lines';
import { parsedAs } from './parsed-as';
import type { TraceCall } from './trace-call';
import { at } from './trace-error';

const BLOCK_TOKENS = 512;
const count = z.int().min(0).max(MAXIMUM_COUNT);
const rowSchema = z.object({
  timestamp: count,
  input_length: count,
  output_length: count,
  hash_ids: z.array(count),
});
type Row = z.infer<typeof rowSchema>;

/**
 * Mooncake's traces: the ids of a prompt's blocks of 512 tokens, equal where the blocks and all before them are.
 * Cached is the longest run of leading blocks that began an earlier prompt of the file, 512 tokens each, but never
 * more than the prompt: its last block may be a part of one.
 */
export async function* readMooncake(path: string): AsyncGenerator<TraceCall> {
  const cache = new PrefixCache();
  let rows = 0;
  for await (const { line, value } of jsonLines(path)) {
    const row = at(path, line, () => parsedAs(rowSchema, value));
    const cached = Math.min(cache.admit(row.hash_ids) * BLOCK_TOKENS, row.input_length);
    yield {
      session: sessionOf(row, ++rows),
      offsetMs: row.timestamp,
      counts: disjoint(row.input_length, cached, row.output_length),
      recordKey: `call-${rows}`,
    };
  }
}

/**
 * Calls whose prompts begin with the same two blocks are one session: the first is often a system prompt that all
 * share, the second the first that tells conversations apart. A prompt without blocks is a session of its own.
 */
function sessionOf(row: Row, position: number): string {
  const [first, second] = row.hash_ids;
  if (first === undefined) return `call-${position}`;
  return second === undefined ? `blocks-${first}` : `blocks-${first}-${second}`;
}
