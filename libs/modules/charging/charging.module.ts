import { Module } from '@nestjs/common';
import { CatalogueModule } from '@ciyuan/modules/catalogue';
import { EntitlementModule } from '@ciyuan/modules/entitlement';
import { PartiesModule } from '@ciyuan/modules/parties';
import { SubscriptionsModule } from '@ciyuan/modules/subscriptions';
import { UsageModule } from '@ciyuan/modules/usage';
import { OutboxModule } from '@ciyuan/platform/outbox';
import { ChargeUsageBatch } from './charge-usage-batch';
import { ClaimUsage } from './claim-usage';
import { IntakeUsage } from './intake-usage';
import { ListSuspense } from './list-suspense';
import { ReadBalance } from './read-balance';
import { RecycleSuspense } from './recycle-suspense';
import { WriteUsage } from './write-usage';

@Module({
  imports: [
    CatalogueModule,
    EntitlementModule,
    OutboxModule,
    PartiesModule,
    SubscriptionsModule,
    UsageModule,
  ],
  providers: [
    ChargeUsageBatch,
    ClaimUsage,
    IntakeUsage,
    ListSuspense,
    ReadBalance,
    RecycleSuspense,
    WriteUsage,
  ],
  exports: [ChargeUsageBatch, IntakeUsage, ListSuspense, ReadBalance, RecycleSuspense],
})
export class ChargingModule {}
