export { CostSuspenseStore } from './cost-suspense.store';
export { differingFields } from './differing-fields';
export { reportUsage } from './report-usage';
export type { ReportedUsage } from './reported-usage';
export { RollupsStore } from './rollups.store';
export {
  SuspenseStore,
  type OpenedSuspense,
  type SuspenseEntry,
  type SuspenseFilter,
} from './suspense.store';
export { UsageKeysStore, type KnownKey } from './usage-keys.store';
export { UsageModule } from './usage.module';
export { UsageOutcomesStore, type FirstOutcome } from './usage-outcomes.store';
export { UsagePartitions } from './usage-partitions';
export { UsageRecordsStore } from './usage-records.store';
