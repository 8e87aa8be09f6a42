export { ChangeAccounts, type AccountsChange, type ChangedAccounts } from './change-accounts';
export { ExpireDue } from './expire-due';
export { OrderPlan, type OrderRefusal, type OrderTaken, type PlanOrder } from './order-plan';
export { RenewDue } from './renew-due';
export { SubscriptionsModule } from './subscriptions.module';
