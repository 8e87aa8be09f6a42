export { campaignPoolSchema, poolTokens, type CampaignPool, type WrittenCampaignPool } from './campaign-pool';
export type { PoolTopUp } from './campaign-pools.store';
export { ChangeAccounts, type AccountsChange, type ChangedAccounts } from './change-accounts';
export {
  ChangeSubscription,
  type ChangeRefusal,
  type SubscriptionChanged,
  type SubscriptionToChange,
} from './change-subscription';
export { ExpireDue } from './expire-due';
export { FindDueWork, type DueWorkFound } from './find-due-work';
export { ListPools } from './list-pools';
export { ListSubscriptions } from './list-subscriptions';
export { OpenCampaignPool, type PoolRefusal } from './open-campaign-pool';
export { OrderPlan } from './order-plan';
export type { OrderRefusal } from './order-refusal';
export type { OrderedGrant, OrderTaken, PlanOrder } from './plan-order';
export { ReadCommitments } from './read-commitments';
export { RenewDue } from './renew-due';
export { SubscriptionsModule } from './subscriptions.module';
export { TopUpPool, type TopUpRefusal } from './top-up-pool';
export {
  TransferGrant,
  type TransferMade,
  type TransferRefusal,
  type TransferToMake,
} from './transfer-grant';
