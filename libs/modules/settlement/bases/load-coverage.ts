import { Injectable } from '@nestjs/common';
import { MS_PER_MINUTE, OPERATOR_ZONE, dayStart, type Instant } from '@ciyuan/core/kernel';
import type { Coverage, CoveredAccount, PartyAgreement } from '@ciyuan/core/settlement';
import { CoveringMoneyStore } from '@ciyuan/modules/billing';
import type { Tx } from '@ciyuan/platform/database';
import { AccountRevenueStore, type CountedRun } from './account-revenue.store';
import { OutstandingMonthsStore } from './outstanding-months.store';

/** What is being written at midnight has an hour to be there. */
const GIVEN_MS = 60 * MS_PER_MINUTE;

export interface CoverageToLoad extends CountedRun {
  readonly agreements: readonly PartyAgreement[];
  readonly calculatedAt: Instant;
}

/**
 * Reads what was invoiced and collected for the months whose shares wait: up to a local midnight before the month was
 * calculated, so that whoever looks again finds the same, whatever was written meanwhile. Nothing where none waits.
 */
@Injectable()
export class LoadCoverage {
  constructor(
    private readonly outstanding: OutstandingMonthsStore,
    private readonly revenue: AccountRevenueStore,
    private readonly money: CoveringMoneyStore,
  ) {}

  async run(tx: Tx, { agreements, calculatedAt, ...run }: CoverageToLoad): Promise<Coverage | undefined> {
    const outstanding = await this.outstanding.before(tx, run.posted);
    const waits = agreements.some(({ basis }) => basis !== undefined);
    if (!waits && outstanding.length === 0) return undefined;
    const months = new Set([...outstanding.map(({ month }) => month), ...(waits ? [run.month] : [])]);
    const revenue = await this.revenue.ofMonths(tx, run, [...months].sort());
    const accountIds = [...new Set(revenue.map(({ accountId }) => accountId))].sort((a, b) => a - b);
    const before = dayStart(OPERATOR_ZONE, calculatedAt - GIVEN_MS);
    return { before, outstanding, revenue, accounts: await this.accounts(tx, run, accountIds, before) };
  }

  private async accounts(
    tx: Tx,
    run: CountedRun,
    accountIds: readonly number[],
    before: Instant,
  ): Promise<CoveredAccount[]> {
    const accounts = new Map<string, CoveredAccount>();
    const change = (
      accountId: number,
      currency: string,
      to: (one: CoveredAccount) => Partial<CoveredAccount>,
    ): void => {
      const key = `${accountId} ${currency}`;
      const one = accounts.get(key) ?? { accountId, currency, months: [], invoiced: 0n, collected: 0n };
      accounts.set(key, { ...one, ...to(one) });
    };
    for (const { accountId, currency, ...month } of await this.revenue.recognised(tx, run, accountIds))
      change(accountId, currency, ({ months }) => ({ months: [...months, month] }));
    for (const { accountId, currency, invoiced, collected } of await this.money.ofAccounts(
      tx,
      accountIds,
      before,
    ))
      change(accountId, currency, () => ({ invoiced, collected }));
    for (const { accountId, currency, net } of await this.revenue.paidElsewhere(tx, accountIds, before))
      change(accountId, currency, (one) => ({
        invoiced: one.invoiced + net,
        collected: one.collected + net,
      }));
    return [...accounts.values()];
  }
}
