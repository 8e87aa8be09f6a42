import { Injectable } from '@nestjs/common';
import { monthBounds } from '@ciyuan/core/kernel';
import { OPERATOR_ZONE } from '@ciyuan/modules/ledger';
import { Database, type Tx } from '@ciyuan/platform/database';
import { AccountLogStore } from './replay/account-log.store';
import type { AccountVerdict } from './replay/comparison';
import { brokenBy, compareFigures, countOf, missingRow, type FigureDifference } from './replay/figures';
import { RollupSums } from './replay/rollup-sums';
import { StoredRollupsStore } from './replay/stored-rollups.store';
import { VerifyAccount } from './replay/verify-account';
import { VerifyInvoices } from './replay/verify-invoices';
import { VerifySettlement, type SettlementVerdict } from './replay/verify-settlement';

export interface MonthVerdict {
  readonly month: string;
  readonly accounts: number;
  readonly records: number;
  /** How many stored figures were computed again. */
  readonly figures: number;
  readonly settlement: SettlementVerdict['state'];
  readonly differences: readonly FigureDifference[];
}

export interface VerifyProgress {
  start(accounts: number): void;
  advance(accounts: number): void;
}

/**
 * Computes a month again from its records, and finds every figure: each account that has anything in the month from
 * its first event on, the roll-ups of the month, the settlement with its statements and its journal, and the invoices booked in
 * it. Reads one
 * snapshot, so that it can run beside everything else; writes nothing.
 */
@Injectable()
export class VerifyMonth {
  constructor(
    private readonly database: Database,
    private readonly log: AccountLogStore,
    private readonly verifyAccount: VerifyAccount,
    private readonly rollups: StoredRollupsStore,
    private readonly verifySettlement: VerifySettlement,
    private readonly verifyInvoices: VerifyInvoices,
  ) {}

  run(month: string, progress?: VerifyProgress): Promise<MonthVerdict> {
    return this.database.snapshot(async (tx) => {
      const sums = new RollupSums(month);
      const accounts = await this.accounts(tx, month, sums, progress);
      const differences = [...accounts.differences];
      const computed = sums.figures();
      differences.push(...compareFigures(await this.rollups.ofMonth(tx, month), computed));
      const settled = await this.verifySettlement.run(tx, month);
      const invoiced = await this.verifyInvoices.run(tx, month);
      return {
        ...accounts,
        month,
        figures: accounts.figures + countOf(computed) + settled.figures + invoiced.figures,
        settlement: settled.state,
        differences: [...differences, ...settled.differences, ...invoiced.differences],
      };
    });
  }

  private async accounts(
    tx: Tx,
    month: string,
    sums: RollupSums,
    progress?: VerifyProgress,
  ): Promise<Omit<MonthVerdict, 'month' | 'settlement'>> {
    const { start, end } = monthBounds(OPERATOR_ZONE, month);
    const ids = await this.log.accountsOf(tx, { name: month, start: new Date(start), end: new Date(end) });
    progress?.start(ids.length);
    const total = { accounts: ids.length, records: 0, figures: 0, differences: [] as FigureDifference[] };
    for (const id of ids) {
      const verdict = await this.account(tx, id, sums);
      total.records += verdict.records;
      total.figures += verdict.figures;
      total.differences.push(...verdict.differences);
      progress?.advance(1);
    }
    return total;
  }

  private async account(tx: Tx, id: number, sums: RollupSums): Promise<AccountVerdict> {
    const facts = await this.log.facts(tx, id);
    if (facts === undefined) return { records: 0, figures: 0, differences: [missingRow(`account ${id}`)] };
    try {
      return await this.verifyAccount.run(tx, facts, ({ rollups }) => sums.add(rollups));
    } catch (error) {
      return { records: 0, figures: 0, differences: [brokenBy(`account ${id}`, error)] };
    }
  }
}
