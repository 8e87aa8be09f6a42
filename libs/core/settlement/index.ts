export {
  SETTLEMENT_ROLES,
  type CostStep,
  type MinimumGuarantee,
  type PerMillionStep,
  type PercentStep,
  type SettlementRole,
  type SplitBasis,
  type SplitRule,
  type SplitStep,
  type TieredPercentStep,
} from './split-rule';
export { checkSplitRule } from './check-split-rule';
export type { SplitRuleFault } from './split-rule-fault';
export { compileSplitRule } from './compile-split-rule';
export type { CompiledSplitRule, CompiledStep } from './compiled-rule';
export type { SplitLine } from './split-line';
export { split, type SplitResult } from './split';
export type { ColumnRow } from './exact-columns';
export type { Cell, PartyShare } from './round-columns';
export type { LineTrace, StepTrace } from './waterfall';
export type { TopUp } from './guarantees';
