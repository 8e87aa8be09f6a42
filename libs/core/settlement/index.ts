export {
  SETTLEMENT_ROLES,
  type CostStep,
  type MinimumGuarantee,
  type PerMillionRate,
  type PerMillionStep,
  type PercentStep,
  type SettlementRole,
  type SplitBasis,
  type SplitRule,
  type SplitStep,
  type TieredPercentStep,
} from './split-rule';
export type { Deduction } from './deduction';
export type { TrialCost } from './trial-cost';
export type { DeductionTrace } from './deductions';
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
export {
  NOTHING_AGREED,
  type Advance,
  type FrozenRate,
  type ContractInput,
  type HeldBack,
  type PartyAgreement,
  type Purchase,
  type PurchaseCount,
} from './contract-terms/contract-input';
export { coveredPart, type AccountCover } from './coverage/account-cover';
export type {
  AccountRevenue,
  Coverage,
  CoveredAccount,
  HeldLine,
  OutstandingMonth,
} from './coverage/coverage-input';
export type { MonthDue } from './coverage/month-due';
export { clawbackParts, type ClawbackPart, type SharedByParty } from './contract-terms/clawback-parts';
export type { StatementHoldback } from './contract-terms/holdback';
export {
  countedBefore,
  purchasePosition,
  purchaseReference,
  type PurchasePosition,
} from './contract-terms/purchase-position';
export { namesAmounts } from './names-amounts';
export { NO_REVENUE, bookedRevenue, type BookedRevenue } from './booked-revenue';
export { planSettlement, type PlanRefusal, type UnknownParty } from './plan-settlement';
export { TRANSFER_KINDS, type PartyTransfer, type TransferKind } from './party-transfer';
export { compareKeys, type LineKey, type RollupKind, type RollupLine } from './rollup-line';
export type {
  IssuedShare,
  IssuedSplit,
  PartyRates,
  SettlementDocuments,
  SettlementInput,
  SettlementRule,
} from './settlement-input';
export type {
  Figures,
  PlannedSplit,
  PlannedStatement,
  SettlementPlan,
  StatementLine,
  StatementLineKind,
} from './settlement-plan';
export { explainShares, type ExplainedShare, type ShareStep } from './explain-shares';
export {
  DISPUTE_LINE_STATES,
  DISPUTE_REASONS,
  claimedDifference,
  disputeDueOn,
  disputeLineState,
  isDecided,
  isGrantable,
  type Claim,
  type DisputeLineState,
  type DisputeReason,
  type DisputeStep,
} from './dispute-line';
export { deemedConfirmedAt, payoutsOf, type PayableStatement, type Payout, type Payouts } from './payouts';
export {
  applyDifferences,
  compareSettlements,
  type Change,
  type CurrencyDifference,
  type LineDifference,
  type PartyDifference,
  type SettledKey,
  type SettledLine,
  type SettlementDifference,
} from './compare-settlements';
export { findVariances } from './find-variances';
export {
  VARIANCE_KINDS,
  type ModelSum,
  type Movement,
  type PartySum,
  type SettledSums,
  type VarianceFinding,
  type VarianceKind,
  type Variances,
} from './variance';
export { DifferenceSums, type DifferenceSummary } from './difference-sums';
export {
  CLOSE_ITEMS,
  WAIVABLE_CODES,
  checklistOf,
  waivedCounts,
  type CheckedItem,
  type CloseFinding,
  type CloseFindings,
  type CloseItem,
  type CloseItemCode,
  type StandingWaiver,
  type WaivableCode,
} from './close/checklist';
export {
  datedSteps,
  dueOf,
  type DatedStep,
  type MonthProgress,
  type StepProgress,
} from './close/month-calendar';
export { percentOf, yuanPerMillion } from './unit-margin';
