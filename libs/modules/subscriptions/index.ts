export { ChangeAccounts, type AccountsChange, type ChangedAccounts } from './change-accounts';
export { ExpireDue } from './expire-due';
export { FindDueWork, type DueWorkFound } from './find-due-work';
export { OrderPlan, type OrderRefusal, type OrderTaken, type PlanOrder } from './order-plan';
export { ReadCommitments } from './read-commitments';
export { RenewDue } from './renew-due';
export { SubscriptionsModule } from './subscriptions.module';
