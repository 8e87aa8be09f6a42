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
export type { UsageRecord } from './usage-record';
export { canonicalJson, type Json } from './canonical-json';
