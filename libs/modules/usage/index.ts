export { reportedRecord, type ReportedRow } from './stored-record';
export { CostSuspenseStore, type AccountWithGaps } from './cost-suspense.store';
export { differingFields } from './differing-fields';
export { reportUnreadable, reportUsage } from './report-usage';
export type { ReadableUsage, ReportedCall, ReportedUsage, UnreadableUsage } from './reported-usage';
export type { CorrectionWrite } from './correction-row';
export type { RatedEntry } from './rated-entry';
export {
  ALL_ACCOUNTS,
  ReRatingRunsStore,
  type AccountRange,
  type ReRatingRun,
  type VoidedAccount,
} from './re-rating-runs.store';
export { RollupsStore } from './rollups.store';
export { SuspenseStore, type OpenedSuspense, type SuspenseEntry, type SuspenseVoid } from './suspense.store';
export { SuspenseCausesStore, type CauseAsked, type SuspenseCause } from './suspense-causes.store';
export { ListedSuspenseStore, SUSPENSE_ORDER, type SuspensePage } from './listed-suspense.store';
export { UsageCorrectionsStore, type KeyPlace } from './usage-corrections.store';
export { UsageKeysStore, type KnownKey } from './usage-keys.store';
export { UsageModule } from './usage.module';
export { UsageOutcomesStore, type FirstOutcome } from './usage-outcomes.store';
export { UsagePartitions } from './usage-partitions';
export { UsageRecordsStore } from './usage-records.store';
