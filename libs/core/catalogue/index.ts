export {
  ADJUSTMENT_KINDS,
  APPROVER_ROLES,
  MOST_APPROVALS,
  checkApprovalLimits,
  type AdjustmentKind,
  type ApprovalLimits,
  type ApprovalRow,
  type ApproverRole,
} from './approval-limits';
export { allocatePrice, type Bundle, type BundlePart } from './bundle';
export { checkTable, type CoefficientFault, type CoefficientFaultCode } from './check-coefficients';
export { checkPlan } from './check-plan';
export {
  COMMITMENT_MODES,
  COMMITMENT_MONTHS,
  type CommitmentMode,
  type CommitmentTerms,
} from './commitment-terms';
export { compareBooks, type PriceDifference } from './compare-books';
export { compileCoefficients, type CoefficientLookup, type CoefficientRow } from './coefficients';
export {
  ACCOUNT_STATUSES,
  CUSTOMER_KINDS,
  type AccountStatus,
  type Customer,
  type CustomerKind,
} from './customer';
export type { DocumentFault } from './document-fault';
export { checkEligibilityRule } from './check-eligibility';
export { isForOrganisations } from './check-members';
export { ruledEligibility, type Eligibility, type EligibilityRule } from './eligibility';
export { EXHAUSTIONS, type Exhaustion } from './exhaustion';
export {
  checkExchangeRates,
  compileExchangeRates,
  convert,
  pairOf,
  type CompiledRates,
  type CurrencyPair,
  type DatedRate,
  type ExchangeRates,
} from './exchange-rates';
export { DEFAULT_PRIORITY, GRANT_SOURCES, type GrantSource } from './grant-source';
export {
  checkHolidays,
  compileHolidays,
  coversYear,
  type CompiledCalendar,
  type HolidayCalendar,
  type HolidayDay,
} from './holiday-calendar';
export { INELIGIBILITIES, ineligibilityFor, type Applicant, type Ineligibility } from './ineligibility';
export type { Model } from './model';
export {
  SETTLEMENT_BASES,
  type HeldBasis,
  type Holdback,
  type PartnerContract,
  type PurchaseCommitment,
  type SettlementTerms,
  type ShareGuarantee,
} from './partner-contract';
export { coversMonth, lastPurchaseMonth, validityPeriod } from './contract-days';
export { checkContract } from './check-contract';
export { canMatchTheSame } from './model-overlap';
export {
  NOTICE_CHANGES,
  NOTICE_CHANNELS,
  checkAudience,
  checkNoticePolicy,
  type NoticeAudience,
  type NoticeChange,
  type NoticeChannel,
  type NoticePolicy,
  type NoticeRule,
} from './notice-policy';
export { PARTY_KINDS, type Account, type Party, type PartyKind } from './party';
export {
  grantPriority,
  grantedModels,
  type Allowance,
  type FirstPeriod,
  type Plan,
  type PlanRole,
  type Version,
} from './plan';
export type { PlanFault, PlanFaultCode } from './plan-fault';
export {
  WINDOW_KINDS,
  WINDOW_LENGTHS,
  WINDOW_UNITS,
  type MemberAllowance,
  type PlanLimits,
} from './plan-limits';
export type { PriceBook, PriceEntry, PriceMultiplier, TierRow, TimeBand } from './price-book';
export { conditionsText } from './price-conditions';
export { checkNotice, type AnnouncedChange, type NoticeFaultCode, type PriceNotice } from './price-notice';
export { raisesPlanPrice } from './raises-plan-price';
export {
  checkServedModels,
  compileServedModels,
  type ServedModelAlias,
  type ServedModels,
} from './served-models';
export {
  DAY_COUNTS,
  SETTLEMENT_STEPS,
  checkSettlementCalendar,
  minuteOfClock,
  type CalendarFaultCode,
  type CalendarStep,
  type DayCount,
  type SettlementCalendar,
  type SettlementStep,
} from './settlement-calendar';
export type {
  FlatFeeTier,
  GraduatedComponent,
  PackageComponent,
  StairstepComponent,
  TierComponent,
  TierMode,
  UnitPriceTier,
  VolumeComponent,
} from './tier-component';
export {
  readTierComponent,
  writeTierComponent,
  type TierComponentDocument,
  type TierRowDocument,
  type UnreadableTier,
} from './tier-document';
export { bandsMeet, checkHours, compileBand, inBand, type CompiledBand, type Hours } from './time-band';
export type { RollOver } from './roll-over';
export type { VariancePolicy } from './variance-policy';
