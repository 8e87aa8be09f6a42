export type { AccountState, GrantState, SubscriptionState } from './account-state';
export type {
  ChargingCatalogue,
  CoefficientsInForce,
  PricesInForce,
  SplitRuleInForce,
} from './catalogue-view';
export { compileCatalogue } from './compile-catalogue';
export { decide, type ClaimedRecord, type DecideInput } from './decide';
export {
  CHARGE_KINDS,
  SUSPENSE_REASONS,
  type ChargeDecision,
  type ChargeKind,
  type ChargedRecord,
  type CostGap,
  type GrantMovement,
  type JournalLine,
  type RollupDelta,
  type RollupKey,
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
export type { Months } from './draft';
export { expireDue, expiryIsDue } from './expire';
export { grantCoefficients, grantId } from './issue-grant';
export { newSubscription } from './new-subscription';
export { renewAhead, takeUp } from './order';
