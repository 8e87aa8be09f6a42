import type { UsageRecord } from '../usage';
import type { AccountState } from './account-state';
import type { ChargingCatalogue } from './catalogue-view';
import { costPrices, type CostPrices } from './cost-prices';
import type { Months } from './draft';

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

/** Takes the account's next sequence number for an entry of a record, whose costs `catalogue` prices in its currency. */
export function nextContext(
  account: AccountState,
  record: UsageRecord,
  months: Months,
  catalogue: ChargingCatalogue,
  currency: string,
): RecordContext {
  const usageMonth = months.usageMonth(record.at);
  return {
    account,
    record,
    sequence: account.nextSequence++,
    usageMonth,
    accountingMonth: months.accountingMonth(usageMonth),
    vendorPrices: costPrices(record.vendor, record, catalogue, currency),
    computePrices: costPrices(record.computeOwner, record, catalogue, currency),
  };
}
