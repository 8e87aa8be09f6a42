import {
  namedCounts,
  normaliseUsage,
  type Counter,
  type Json,
  type UsageSemantics,
  type UsageShapeRefusal,
} from '@ciyuan/core/usage';

type Outcome = Readonly<Partial<Record<Counter, number>>> | UsageShapeRefusal;

/** What it is, whose it is, the object, and the counts that are not zero or the refusal. */
export type UsageCase = readonly [string, UsageSemantics, Json, Outcome];

export const fault = (
  reason: 'not_an_object' | 'not_a_whole_number' | 'missing_count' | 'count_too_large' | 'overlap_unknown',
  field: string,
): UsageShapeRefusal => ({ reason, field });

export function outcomeOf(semantics: UsageSemantics, raw: Json): Outcome {
  const found = normaliseUsage(semantics, raw);
  return found.ok ? namedCounts(found.value.counts) : found.refusal;
}
