import { Injectable } from '@nestjs/common';
import { billDocuments, type BillDocument, type Chargeable } from '@ciyuan/core/billing';
import { daysBetween, periodContaining, type Instant } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';
import type { BillRun, RunAccount } from './bill-run';
import { BilledLinesStore } from './billed-lines.store';
import { ChargeableSalesStore, type ChargedSale } from './chargeable-sales.store';
import { ChargeableUsageStore, type AnchoredPeriod } from './chargeable-usage.store';

/** The run that bills; it knows of what the runs before it have billed. */
export type BillingOf = Pick<BillRun, 'id' | 'cutOff'>;

/** The documents of some accounts, out of what was charged up to their sequence numbers: one statement a table. */
@Injectable()
export class LoadBilling {
  constructor(
    private readonly sales: ChargeableSalesStore,
    private readonly usage: ChargeableUsageStore,
    private readonly billed: BilledLinesStore,
  ) {}

  async run(tx: Tx, run: BillingOf, accounts: readonly RunAccount[]): Promise<BillDocument[]> {
    if (accounts.length === 0) return [];
    const zones = new Map(accounts.map(({ accountId, zone }) => [accountId, zone]));
    const sold = await this.sales.ofAccounts(tx, accounts, run.cutOff);
    const first = await this.usage.firstUse(tx, accounts);
    const periods = first === undefined ? [] : periodsOf(accounts, first, run.cutOff);
    const used = await this.usage.ofAccounts(tx, accounts, periods);
    const billed = await this.billed.before(tx, run.id, accounts);
    const charged = sold.map((sale) => chargeableOf(sale, zones.get(sale.accountId) ?? ''));
    return billDocuments(accounts, [...charged, ...used], billed);
  }
}

function chargeableOf({ isPart, gross, net, ...sale }: ChargedSale, zone: string): Chargeable {
  const days = isPart && sale.endsAt !== null ? daysBetween(zone, sale.startsAt, sale.endsAt) : null;
  return { ...sale, tax: 'fixed', total: gross, totalNet: net, model: null, days };
}

/** The periods of each zone and anchor day among the accounts, from the one of `from` on, that ended by `until`. */
function periodsOf(accounts: readonly RunAccount[], from: Instant, until: Instant): AnchoredPeriod[] {
  const anchors = new Map(
    accounts.map(({ zone, anchorDay }) => [`${zone} ${anchorDay}`, { zone, anchorDay }]),
  );
  return [...anchors.values()].flatMap(({ zone, anchorDay }) => {
    const periods: AnchoredPeriod[] = [];
    for (let period = periodContaining(zone, anchorDay, from); period.end <= until; ) {
      periods.push({ zone, anchorDay, ...period });
      period = periodContaining(zone, anchorDay, period.end);
    }
    return periods;
  });
}
