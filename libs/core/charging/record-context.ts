import type { UsageRecord } from '../usage';
import type { AccountState } from './account-state';
import type { CostPrices } from './cost-prices';

/** The costs and months that every portion of one record shares. */
export interface RecordContext {
  readonly account: AccountState;
  readonly record: UsageRecord;
  readonly sequence: number;
  readonly usageMonth: string;
  readonly accountingMonth: string;
  readonly vendorPrices: CostPrices;
  readonly computePrices: CostPrices;
}
