import { Module } from '@nestjs/common';
import { CostSuspenseStore } from './cost-suspense.store';
import { RollupsStore } from './rollups.store';
import { SuspenseStore } from './suspense.store';
import { UsageKeysStore } from './usage-keys.store';
import { UsageOutcomesStore } from './usage-outcomes.store';
import { UsageRecordsStore } from './usage-records.store';

const STORES = [
  CostSuspenseStore,
  RollupsStore,
  SuspenseStore,
  UsageKeysStore,
  UsageOutcomesStore,
  UsageRecordsStore,
];

@Module({ providers: STORES, exports: STORES })
export class UsageModule {}
