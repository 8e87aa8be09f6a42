import { parseInstant } from '@ciyuan/core/kernel';
import { csvRows } from './csv-rows';
import { countFrom, disjoint } from './fields';
import type { TraceCall } from './trace-call';
import { at } from './trace-error';

const COLUMNS = ['TIMESTAMP', 'ContextTokens', 'GeneratedTokens'] as const;
const STAMP = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{7}$/;

/**
 * Azure's public inference traces: one call a row, with a time that has no zone, and no cache. The trace does not
 * say which calls belong together: each call is a session of its own.
 */
export async function* readAzure(path: string): AsyncGenerator<TraceCall> {
  let rows = 0;
  let first: number | undefined;
  for await (const { line, fields } of csvRows(path, COLUMNS)) {
    const call = at(path, line, () => {
      const instant = instantFrom(fields.TIMESTAMP);
      first ??= instant;
      const prompt = countFrom('ContextTokens', fields.ContextTokens);
      const counts = disjoint(prompt, 0, countFrom('GeneratedTokens', fields.GeneratedTokens));
      const recordKey = `call-${++rows}`;
      return { session: recordKey, offsetMs: instant - first, counts, recordKey };
    });
    yield call;
  }
}

/** Read as if it were UTC: only the distance between two calls is used. Below a millisecond is cut off. */
function instantFrom(text: string): number {
  const instant = STAMP.test(text) ? parseInstant(`${text.replace(' ', 'T')}Z`) : undefined;
  if (instant === undefined) throw new Error(`TIMESTAMP is not a time: "${text}"`);
  return instant;
}
