export { checkCoefficients, type CoefficientFault, type CoefficientFaultCode } from './check-coefficients';
export { checkPlan, type PlanFault, type PlanFaultCode } from './check-plan';
export { compileCoefficients, type CoefficientLookup, type CoefficientRow } from './coefficients';
export type { DocumentFault } from './document-fault';
export { DEFAULT_PRIORITY, GRANT_SOURCES, type GrantSource } from './grant-source';
export type { Model, PartnerContract } from './model';
export { canMatchTheSame } from './model-overlap';
export { PARTY_KINDS, type Account, type Party, type PartyKind } from './party';
export type { Allowance, FirstPeriod, Plan, PlanRole, Version } from './plan';
export type { PriceBook, PriceEntry, PriceMultiplier, TierRow, TimeBand } from './price-book';
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
