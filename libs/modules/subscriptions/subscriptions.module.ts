import { Module } from '@nestjs/common';
import { CatalogueModule } from '@ciyuan/modules/catalogue';
import { EntitlementModule } from '@ciyuan/modules/entitlement';
import { LedgerModule } from '@ciyuan/modules/ledger';
import { PartiesModule } from '@ciyuan/modules/parties';
import { UsageModule } from '@ciyuan/modules/usage';
import { BookWrite } from './book-write';
import { ChangeAccounts } from './change-accounts';
import { ChangeDueAccounts } from './change-due-accounts';
import { ExpireDue } from './expire-due';
import { FindDueWork } from './find-due-work';
import { LoadAccounts } from './load-accounts';
import { OrderPlan } from './order-plan';
import { ReadCommitments } from './read-commitments';
import { RenewDue } from './renew-due';
import { SaveAccounts } from './save-accounts';
import { SubscriptionsStore } from './subscriptions.store';

@Module({
  imports: [CatalogueModule, EntitlementModule, LedgerModule, PartiesModule, UsageModule],
  providers: [
    BookWrite,
    ChangeAccounts,
    ChangeDueAccounts,
    ExpireDue,
    FindDueWork,
    LoadAccounts,
    OrderPlan,
    ReadCommitments,
    RenewDue,
    SaveAccounts,
    SubscriptionsStore,
  ],
  exports: [ChangeAccounts, ExpireDue, FindDueWork, OrderPlan, ReadCommitments, RenewDue],
})
export class SubscriptionsModule {}
