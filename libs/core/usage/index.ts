export {
  COUNTERS,
  MAXIMUM_COUNT,
  METERS,
  TOKEN_CLASSES,
  completionTokens,
  counterIndex,
  countsOf,
  isToken,
  namedCounts,
  parentCounter,
  promptTokens,
  totalTokens,
  type Counter,
  type Counts,
  type Meter,
  type TokenClass,
} from './counters';
export { reportedName, type UsageRecord, type WireUsage } from './usage-record';
export { canonicalJson, type Json } from './canonical-json';
export { normaliseUsage } from './wire/normalise-usage';
export {
  USAGE_SEMANTICS,
  type NormalisedUsage,
  type ServedFacts,
  type UsageSemantics,
} from './wire/normalised-usage';
export type { UsageShapeRefusal, UsageSumRefusal } from './wire/usage-shape-refusal';
