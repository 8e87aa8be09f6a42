export { AgreeReconciliation, type AgreementRefusal, type AgreementToMake } from './agree-reconciliation';
export type { AgreedTolerance, ReconciliationAgreement, Tolerances } from './agreement';
export type { Difference, DifferenceSide, DifferingOutcome, DisputedDifference } from './difference';
export { DIFFERENCE_ORDER, type DifferenceFilter, type DifferencePage } from './differences.store';
export type { GivenClaim } from './claims-of-differences';
export { DisputeDifferences, type DifferencesToDispute } from './dispute-differences';
export type { DisputeRefusal } from './dispute-refusal';
export { ExportDifferences } from './export-differences';
export { FIELDS, type Columns, type Field } from './file/file-columns';
export { LEVELS, type Level } from './level';
export { ListAgreements } from './list-agreements';
export { ListDifferences, type DifferencesToList } from './list-differences';
export { ListDisputedDifferences, type DisputesToList } from './list-disputed-differences';
export { ListReconciliations } from './list-reconciliations';
export { MatchReconciliation } from './match-reconciliation';
export { ReadReconciliation, type RunToRead } from './read-reconciliation';
export { ReceiveReconciliation, type FileToReconcile, type ReceiptRefusal } from './receive-reconciliation';
export {
  FILE_FORMATS,
  PARTNER_ROLES,
  RUN_STATES,
  type CountedReconciliation,
  type FileFormat,
  type PartnerRole,
  type Reconciliation,
  type RowFault,
  type RunState,
} from './reconciliation-run';
export { RECONCILIATION_ORDER, type ReconciliationPage } from './reconciliation-runs.store';
export { ReconciliationModule } from './reconciliation.module';
export {
  ResolveDifferences,
  type DifferencesToResolve,
  type ResolutionRefusal,
  type Resolved,
} from './resolve-differences';
