import { parseInstant } from '@ciyuan/core/kernel';
import { COUNTERS, MAXIMUM_COUNT } from '@ciyuan/core/usage';
import { z } from 'zod';
import type { WireRecord } from '../wire-record';
import { jsonLines } from './json-lines';
import { parsedAs } from './parsed-as';
import { at } from './trace-error';

const name = z.string().min(1);
const recordSchema: z.ZodType<WireRecord> = z.strictObject({
  id: z.string().regex(/^[\x20-\x7e]{1,128}$/, 'not 1 to 128 printable ASCII characters'),
  source: z.exactOptional(name),
  account: name,
  at: z.string().refine((text) => parseInstant(text) !== undefined, 'not an instant with an offset'),
  model: name,
  vendor: name,
  computeOwner: name,
  chipKind: name,
  serviceTier: z.exactOptional(name),
  dimensions: z.exactOptional(z.record(z.string(), z.string())),
  tokens: z.partialRecord(z.enum(COUNTERS), z.int().min(0).max(MAXIMUM_COUNT)),
});

/** The product's own usage records, one JSON object a line: they name account, instant and market themselves. */
export async function* readCiyuan(path: string): AsyncGenerator<WireRecord> {
  for await (const { line, value } of jsonLines(path)) {
    yield at(path, line, () => parsedAs(recordSchema, value));
  }
}
