import { Module } from '@nestjs/common';
import { CatalogueModule } from '@ciyuan/modules/catalogue';
import { EntitlementModule } from '@ciyuan/modules/entitlement';
import { LedgerModule } from '@ciyuan/modules/ledger';
import { PartiesModule } from '@ciyuan/modules/parties';
import { SubscriptionsModule } from '@ciyuan/modules/subscriptions';
import { UsageModule } from '@ciyuan/modules/usage';
import { OutboxModule } from '@ciyuan/platform/outbox';
import { ChargeUsageBatch } from './charge-usage-batch';
import { ClaimUsage } from './claim-usage';
import { IntakeUsage } from './intake-usage';
import { NoteUnwritten } from './note-unwritten';
import { ListSuspense } from './list-suspense';
import { ListSuspenseCauses } from './list-suspense-causes';
import { ReRateAccount } from './re-rate-account';
import { ReRateVoided } from './re-rate-voided';
import { ReadBalance } from './read-balance';
import { RecycleCause } from './recycle-cause';
import { RecycleSuspense } from './recycle-suspense';
import { ReplaceRecord } from './replace-record';
import { ReplaceUsage } from './replace-usage';
import { ReportingWindows } from './reporting-windows';
import { RepriceCosts } from './reprice-costs';
import { TakeBackUsage } from './take-back-usage';
import { VoidUsage } from './void-usage';
import { WriteClaimedUsage } from './write-claimed-usage';
import { WriteCorrections } from './write-corrections';
import { WriteUsage } from './write-usage';

@Module({
  imports: [
    CatalogueModule,
    EntitlementModule,
    LedgerModule,
    OutboxModule,
    PartiesModule,
    SubscriptionsModule,
    UsageModule,
  ],
  providers: [
    ChargeUsageBatch,
    ClaimUsage,
    IntakeUsage,
    NoteUnwritten,
    ListSuspense,
    ListSuspenseCauses,
    ReRateAccount,
    ReRateVoided,
    ReadBalance,
    RecycleCause,
    RecycleSuspense,
    ReplaceRecord,
    ReplaceUsage,
    ReportingWindows,
    RepriceCosts,
    TakeBackUsage,
    VoidUsage,
    WriteClaimedUsage,
    WriteCorrections,
    WriteUsage,
  ],
  exports: [
    ChargeUsageBatch,
    IntakeUsage,
    ListSuspense,
    ListSuspenseCauses,
    ReRateAccount,
    ReRateVoided,
    ReadBalance,
    RecycleCause,
    RecycleSuspense,
    ReplaceUsage,
    RepriceCosts,
    VoidUsage,
  ],
})
export class ChargingModule {}
