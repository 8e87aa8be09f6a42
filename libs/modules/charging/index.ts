export { ChargeUsageBatch } from './charge-usage-batch';
export { ChargingModule } from './charging.module';
export { IntakeUsage } from './intake-usage';
export { ListSuspense } from './list-suspense';
export { ReadBalance } from './read-balance';
export { readUsage, type ReportingWindow, type UsageRefusal } from './read-usage';
export { RecycleSuspense, type Recycled } from './recycle-suspense';
export type { ChargeTotals, InSuspense, UsageOutcome } from './usage-outcome';
export { usageSchema, type PostedUsage } from './usage-schema';
