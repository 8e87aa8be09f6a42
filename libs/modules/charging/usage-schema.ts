import { COUNTERS, MAXIMUM_COUNT, USAGE_SEMANTICS, type Counter } from '@ciyuan/core/usage';
import { z } from 'zod';
import { FORMS, RECORD, SERVICE_TIER, USAGE } from './usage-description';

const MAXIMUM_ID_LENGTH = 128;
const MAXIMUM_NAME_LENGTH = 64;
const MAXIMUM_DIMENSIONS = 8;

/** What is charged where neither the partner nor the provider's object says anything. */
export const STANDARD_TIER = 'standard';

/** Printable ASCII without spaces: ids and names are compared bytewise, and stand in files. */
const name = (length: number): z.ZodString =>
  z.string().regex(new RegExp(`^[\\x21-\\x7e]{1,${length}}$`), `1 to ${length} printable ASCII characters`);
const count = z.int('a whole number').min(0).max(MAXIMUM_COUNT);
const dimension = name(MAXIMUM_NAME_LENGTH);

const counts = Object.fromEntries(COUNTERS.map((counter) => [counter, count.optional()]));
const tokens = z
  .strictObject(counts as Record<Counter, z.ZodOptional<typeof count>>, {
    error: ({ input }) =>
      input === undefined ? 'missing: either tokens, or usage with its semantics' : undefined,
  })
  .meta({ description: 'Disjoint: what was cached is not counted as input too' });

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const CALL = {
  id: name(MAXIMUM_ID_LENGTH).meta({ description: 'Unique for ever within the partner and the source' }),
  source: name(MAXIMUM_NAME_LENGTH).default('api'),
  account: name(MAXIMUM_NAME_LENGTH),
  at: z.string().meta({ description: 'Start of the request: ISO 8601 with an offset', format: 'date-time' }),
  model: name(MAXIMUM_ID_LENGTH),
  vendor: name(MAXIMUM_NAME_LENGTH),
  computeOwner: name(MAXIMUM_NAME_LENGTH),
  chipKind: name(MAXIMUM_NAME_LENGTH),
  // Without a default of the schema's own: whether the partner said it makes a difference.
  serviceTier: name(MAXIMUM_NAME_LENGTH)
    .meta({ default: STANDARD_TIER, description: SERVICE_TIER })
    .optional(),
  dimensions: z
    .record(name(MAXIMUM_NAME_LENGTH), dimension)
    .refine((named) => !('chipKind' in named), 'the chip kind is a field of its own')
    .refine(
      (named) => Object.keys(named).length <= MAXIMUM_DIMENSIONS,
      `at most ${MAXIMUM_DIMENSIONS} dimensions`,
    )
    .optional(),
};

/** A record that is counted by class. Nearly all are, and they are not asked for what only the others have. */
export const countedUsageSchema = z.strictObject({ ...CALL, tokens });

/**
 * One call of a model, as a partner posts it, with the tokens counted by class or with the provider's object. Which of
 * the two, and what is in the object, is looked at by `quantitiesOf`.
 */
export const usageSchema = z
  .strictObject({
    ...CALL,
    tokens: tokens.optional(),
    semantics: z
      .enum(USAGE_SEMANTICS)
      .meta({ description: 'Whose meaning the fields of `usage` have: the endpoint decides, not the model' })
      .optional(),
    usage: z
      .unknown()
      .refine(isObject, 'an object')
      .meta({ type: 'object', additionalProperties: true, description: USAGE })
      .optional(),
  })
  .meta({ description: RECORD, oneOf: FORMS });

export type PostedUsage = z.infer<typeof usageSchema>;
