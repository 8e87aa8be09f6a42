export { commitmentSpan, overlappingCommitment } from './contract/account-commitments';
export {
  GRANT_ORIGINS,
  type AccountState,
  type GrantOrigin,
  type GrantPlace,
  type GrantState,
  type PricePin,
  type SubscriptionState,
} from './account-state';
export {
  sharesIn,
  type ChargingCatalogue,
  type CoefficientsInForce,
  type PricesInForce,
  type SplitRuleInForce,
} from './catalogue-view';
export { commitmentStatuses, type CommitmentStatus, type PeriodStatus } from './contract/commitment-status';
export { checkBody } from './check-body';
export { compileCatalogue } from './compile-catalogue';
export { decide, type ClaimedRecord, type DecideInput } from './decide';
export {
  CHARGE_KINDS,
  SUSPENSE_REASONS,
  type ChargeDecision,
  type ChargeKind,
  type ChargedRecord,
  type CommitmentEntry,
  type CostGap,
  type FeeCharge,
  type GrantMovement,
  type JournalLine,
  type RollupDelta,
  type RollupKey,
  type SubscriptionLapse,
  type Suspension,
  type SuspenseReason,
} from './decision';
export {
  DOCUMENT_KINDS,
  type CatalogueBodies,
  type CatalogueContent,
  type CoefficientTable,
  type CostBook,
  type DocumentKind,
  type SplitRuleDocument,
} from './documents';
export { draft, finish, type Draft, type Months } from './draft';
export { expireDue, expiryIsDue } from './expire';
export { grantCoefficients, grantId } from './issue-grant';
export { newSubscription } from './new-subscription';
export { inAnotherCurrency } from './other-currency';
export { renewAhead, takeUp } from './order';
export type {
  AccountEvent,
  AccountFacts,
  AccountWriteLog,
  CorrectionLog,
  RecordWatch,
  ReplayedWrite,
  ReplayFault,
} from './replay/account-event';
export { AccountReplay } from './replay/replay-account';
export { voidRecords, type Corrected, type CorrectionDecision } from './correction/correct';
export type { Correction, RatedRecord, RecordedDraw, StatedRating } from './correction/rated-record';
export {
  explainCharge,
  type ChargeExplanation,
  type CostStep,
  type CoveredClass,
  type GrantStep,
  type OverageStep,
  type PricedClass,
} from './replay/explain-charge';
export {
  reRate,
  type KeptRating,
  type RatingDifference,
  type ReRateDecision,
} from './correction/re-rate-account';
export { decideChange, type Circumstances, type SubscriptionDecision } from './subscription/decide-change';
export { isPinnedSo } from './subscription/pin-prices';
export { priceHeldAt } from './subscription/price-pin';
export type {
  BeginOfRenewal,
  EndOfSubscription,
  SubscriptionAction,
  SubscriptionChange,
  SubscriptionChangeKind,
} from './subscription/subscription-change';
export type { SubscriptionRefusal } from './subscription/subscription-refusal';
export { release, type PricePart } from './grant-position';
export { decideGift, type Gift, type GiftDecision, type GiveRefusal, type GrantTransfer } from './give-grant';
export { grantStated, type StatedGrant } from './stated-grant';
export {
  takeOn,
  type AccountTakenOn,
  type GrantTakenOn,
  type NumbersTakenOn,
  type SubscriptionTakenOn,
  type TakeOnDecision,
} from './take-on';
export { quotedCatalogue, type QuotedDocuments } from './quote/quoted-catalogue';
export { quoteUsage, type Quote, type QuotedCustomer } from './quote/quote-usage';
export type { QuotedCharge, QuotedUse, QuotedUseResult } from './quote/quoted-use';
