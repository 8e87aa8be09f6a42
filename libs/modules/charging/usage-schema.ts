import { COUNTERS, MAXIMUM_COUNT, type Counter } from '@ciyuan/core/usage';
import { z } from 'zod';

const MAXIMUM_ID_LENGTH = 128;
const MAXIMUM_NAME_LENGTH = 64;
const MAXIMUM_DIMENSIONS = 8;

/** Printable ASCII without spaces: ids and names are compared bytewise, and stand in files. */
const name = (length: number): z.ZodString =>
  z.string().regex(new RegExp(`^[\\x21-\\x7e]{1,${length}}$`), `1 to ${length} printable ASCII characters`);
const count = z.int('a whole number').min(0).max(MAXIMUM_COUNT);
const dimension = name(MAXIMUM_NAME_LENGTH);

const counts = Object.fromEntries(COUNTERS.map((counter) => [counter, count.optional()]));

/** One call of a model, as a partner posts it. Counts are disjoint: what was cached is not counted as input too. */
export const usageSchema = z.strictObject({
  id: name(MAXIMUM_ID_LENGTH).meta({ description: 'Unique for ever within the partner and the source' }),
  source: name(MAXIMUM_NAME_LENGTH).default('api'),
  account: name(MAXIMUM_NAME_LENGTH),
  at: z.string().meta({ description: 'Start of the request: ISO 8601 with an offset', format: 'date-time' }),
  model: name(MAXIMUM_ID_LENGTH),
  vendor: name(MAXIMUM_NAME_LENGTH),
  computeOwner: name(MAXIMUM_NAME_LENGTH),
  chipKind: name(MAXIMUM_NAME_LENGTH),
  serviceTier: name(MAXIMUM_NAME_LENGTH).default('standard'),
  dimensions: z
    .record(name(MAXIMUM_NAME_LENGTH), dimension)
    .refine((named) => !('chipKind' in named), 'the chip kind is a field of its own')
    .refine(
      (named) => Object.keys(named).length <= MAXIMUM_DIMENSIONS,
      `at most ${MAXIMUM_DIMENSIONS} dimensions`,
    )
    .optional(),
  tokens: z.strictObject(counts as Record<Counter, z.ZodOptional<typeof count>>),
});

export type PostedUsage = z.infer<typeof usageSchema>;
