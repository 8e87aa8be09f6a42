import { Module } from '@nestjs/common';
import { CostSuspenseStore } from './cost-suspense.store';
import { ReRatingRunsStore } from './re-rating-runs.store';
import { RollupsStore } from './rollups.store';
import { ListedSuspenseStore } from './listed-suspense.store';
import { SuspenseCausesStore } from './suspense-causes.store';
import { SuspenseStore } from './suspense.store';
import { UsageCorrectionsStore } from './usage-corrections.store';
import { UsageKeysStore } from './usage-keys.store';
import { UsageOutcomesStore } from './usage-outcomes.store';
import { UsagePartitions } from './usage-partitions';
import { UsageRecordsStore } from './usage-records.store';

const PROVIDERS = [
  CostSuspenseStore,
  ReRatingRunsStore,
  RollupsStore,
  ListedSuspenseStore,
  SuspenseCausesStore,
  SuspenseStore,
  UsageCorrectionsStore,
  UsageKeysStore,
  UsageOutcomesStore,
  UsagePartitions,
  UsageRecordsStore,
];

@Module({ providers: PROVIDERS, exports: PROVIDERS })
export class UsageModule {}
