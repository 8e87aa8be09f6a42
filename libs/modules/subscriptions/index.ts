export { campaignPoolSchema, poolTokens, type CampaignPool, type WrittenCampaignPool } from './campaign-pool';
export type { PoolTopUp } from './campaign-pools.store';
export { ChangeAccounts, type AccountsChange, type ChangedAccounts } from './change-accounts';
export { ChangePlan, type PlanChanged, type PlanChangeRefusal, type PlanToChange } from './change-plan';
export {
  ChangeSubscription,
  type ChangeRefusal,
  type SubscriptionChanged,
  type SubscriptionToChange,
} from './change-subscription';
export { CountDueWork, type DueWorkCounted } from './count-due-work';
export { ExpireDue } from './expire-due';
export { FindDueWork, type DueWorkFound } from './find-due-work';
export { ImportOrders } from './imports/import-orders';
export { ORDER_ORDER, type OrdersPage } from './imports/imported-orders.store';
export { ListOrderImports } from './imports/list-order-imports';
export { MOST_ORDERS } from './imports/order-file';
export {
  ORDER_OUTCOMES,
  type ImportedOrder,
  type OrderCounts,
  type OrderImport,
} from './imports/order-import';
export { IMPORT_ORDER, type ImportPage } from './imports/order-imports.store';
export { ReadOrderImport, type OrderImportRead } from './imports/read-order-import';
export { TakeImportedOrders } from './imports/take-imported-orders';
export { HoldPrices, type HeldAccount, type HoldRefusal, type PricesToHold } from './hold-prices';
export { POOL_ORDER, type PoolPage } from './campaign-pools.store';
export { ListPools } from './list-pools';
export { ListSubscriptions } from './list-subscriptions';
export { OpenCampaignPool, type PoolRefusal } from './open-campaign-pool';
export { OrderPlan } from './order-plan';
export type { OrderRefusal } from './order-refusal';
export type { OrderedGrant, OrderTaken, PlanOrder } from './plan-order';
export { ReadCommitments } from './read-commitments';
export { RenewDue } from './renew-due';
export { SearchSubscriptions } from './search-subscriptions';
export {
  SUBSCRIPTION_ORDER,
  SUBSCRIPTION_STATUSES,
  type SoldSubscription,
  type SubscriptionPage,
} from './sold-subscriptions.store';
export { RenewPack, type PackRenewed, type PackToRenew } from './renew-pack';
export { SubscriptionsModule } from './subscriptions.module';
export { TakeOnAccounts } from './take-on/take-on-accounts';
export type { TakeOnFile } from './take-on/take-on-files';
export type { IdentityOf } from './take-on/take-on-lines';
export type { ComparedTotal, TakeOnReport } from './take-on/take-on-run';
export { TopUpPool, type TopUpRefusal } from './top-up-pool';
export {
  TransferGrant,
  type TransferMade,
  type TransferRefusal,
  type TransferToMake,
} from './transfer-grant';
