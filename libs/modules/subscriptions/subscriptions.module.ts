import { Module } from '@nestjs/common';
import { CatalogueModule } from '@ciyuan/modules/catalogue';
import { EntitlementModule } from '@ciyuan/modules/entitlement';
import { LedgerModule } from '@ciyuan/modules/ledger';
import { PartiesModule } from '@ciyuan/modules/parties';
import { UsageModule } from '@ciyuan/modules/usage';
import { ApplyChange } from './apply-change';
import { BookWrite } from './book-write';
import { CampaignPoolsStore } from './campaign-pools.store';
import { ChangeAccounts } from './change-accounts';
import { ChangeDueAccounts } from './change-due-accounts';
import { ChangePlan } from './change-plan';
import { ChangeSubscription } from './change-subscription';
import { CheckOrder } from './check-order';
import { CountDueWork } from './count-due-work';
import { ExpireDue } from './expire-due';
import { FindDueWork } from './find-due-work';
import { GrantTransfersStore } from './grant-transfers.store';
import { ImportOrders } from './imports/import-orders';
import { ListOrderImports } from './imports/list-order-imports';
import { ImportedOrdersStore } from './imports/imported-orders.store';
import { OrderImportsStore } from './imports/order-imports.store';
import { ReadOrderImport } from './imports/read-order-import';
import { TakeImportedOrder } from './imports/take-imported-order';
import { TakeImportedOrders } from './imports/take-imported-orders';
import { FindRenewal } from './find-renewal';
import { FindSubscription } from './find-subscription';
import { HoldPrices } from './hold-prices';
import { ListPools } from './list-pools';
import { ListSubscriptions } from './list-subscriptions';
import { LoadAccounts } from './load-accounts';
import { OffersTakenStore } from './offers-taken.store';
import { OpenCampaignPool } from './open-campaign-pool';
import { OrderPlan } from './order-plan';
import { ReadCommitments } from './read-commitments';
import { RenewDue } from './renew-due';
import { RenewPack } from './renew-pack';
import { SaveAccounts } from './save-accounts';
import { SearchSubscriptions } from './search-subscriptions';
import { SoldSubscriptionsStore } from './sold-subscriptions.store';
import { SaveEntries } from './save-entries';
import { SubscriptionChangesStore } from './subscription-changes.store';
import { SubscriptionLapsesStore } from './subscription-lapses.store';
import { SubscriptionsStore } from './subscriptions.store';
import { CheckTakeOn } from './take-on/check-take-on';
import { TakeOnAccounts } from './take-on/take-on-accounts';
import { TakeOnChunk } from './take-on/take-on-chunk';
import { TakeOnRunsStore } from './take-on/take-on-runs.store';
import { TakeOnTotalsStore } from './take-on/take-on-totals.store';
import { TakenOnStore } from './take-on/taken-on.store';
import { TakeOffer } from './take-offer';
import { TopUpPool } from './top-up-pool';
import { TransferGrant } from './transfer-grant';
import { TryChange } from './try-change';

@Module({
  imports: [CatalogueModule, EntitlementModule, LedgerModule, PartiesModule, UsageModule],
  providers: [
    ApplyChange,
    BookWrite,
    CampaignPoolsStore,
    ChangeAccounts,
    ChangeDueAccounts,
    ChangePlan,
    ChangeSubscription,
    CheckOrder,
    CountDueWork,
    ExpireDue,
    FindDueWork,
    GrantTransfersStore,
    ImportOrders,
    ListOrderImports,
    ImportedOrdersStore,
    OrderImportsStore,
    ReadOrderImport,
    TakeImportedOrder,
    TakeImportedOrders,
    FindRenewal,
    FindSubscription,
    HoldPrices,
    ListPools,
    ListSubscriptions,
    LoadAccounts,
    OffersTakenStore,
    OpenCampaignPool,
    OrderPlan,
    ReadCommitments,
    RenewDue,
    RenewPack,
    SaveAccounts,
    SearchSubscriptions,
    SoldSubscriptionsStore,
    SaveEntries,
    SubscriptionChangesStore,
    SubscriptionLapsesStore,
    SubscriptionsStore,
    TakeOffer,
    CheckTakeOn,
    TakeOnAccounts,
    TakeOnChunk,
    TakeOnRunsStore,
    TakeOnTotalsStore,
    TakenOnStore,
    TopUpPool,
    TransferGrant,
    TryChange,
  ],
  exports: [
    ChangeAccounts,
    ChangePlan,
    ChangeSubscription,
    CountDueWork,
    ExpireDue,
    FindDueWork,
    HoldPrices,
    ListPools,
    ListSubscriptions,
    ImportOrders,
    ListOrderImports,
    OpenCampaignPool,
    OrderPlan,
    ReadCommitments,
    ReadOrderImport,
    RenewDue,
    SearchSubscriptions,
    TakeImportedOrders,
    TakeOnAccounts,
    RenewPack,
    TopUpPool,
    TransferGrant,
  ],
})
export class SubscriptionsModule {}
