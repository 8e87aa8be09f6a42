import { Injectable } from '@nestjs/common';
import type { HeldBasis } from '@ciyuan/core/catalogue';
import { formatYuan, parseYuan } from '@ciyuan/core/kernel';
import type { AccountCover, MonthDue } from '@ciyuan/core/settlement';
import { copyChunks, copyText, type Tx } from '@ciyuan/platform/database';
import {
  filterValues,
  listedOf,
  ordered,
  type Listed,
  type ListOrder,
  type PlaceInList,
  type SortedRow,
} from '@ciyuan/platform/lists';
import type { StatementId } from '../statement';

interface CoverRow {
  account_id: string;
  code: string;
  currency: string;
  month: string;
  basis: HeldBasis;
  earlier: string;
  revenue: string;
  money: string;
}

/** With the account's code. */
export interface ListedCover extends AccountCover {
  readonly account: string;
}

export type CoverSort = 'account';

export const COVER_ORDER: ListOrder<CoverSort> = {
  columns: { account: { sql: 'a.code', type: 'text' } },
  ties: [{ sql: 'c.account_id', type: 'bigint' }],
  initial: 'account',
};

const COLUMNS = 'account_id, run_id, currency, month, basis, earlier, revenue, money';

/** What runs knew of the accounts whose invoices or money decided what is due; written once. */
@Injectable()
export class AccountCoversStore {
  async add(tx: Tx, runId: number, covers: readonly AccountCover[]): Promise<void> {
    const rows = covers.map(({ accountId, currency, month, basis, earlier, revenue, money }) => {
      const amounts = [earlier, revenue, money].map(formatYuan);
      return `${[accountId, runId, copyText(currency), month, basis, ...amounts].join('\t')}\n`;
    });
    await tx.copyIn(`COPY ciyuan.account_cover (${COLUMNS}) FROM STDIN`, copyChunks(rows));
  }

  /** The accounts that a statement's run looked at for a month on its basis, a page at a time. */
  async page(
    tx: Tx,
    { runId, currency }: StatementId,
    { month, basis }: Pick<MonthDue, 'month' | 'basis'>,
    page: PlaceInList<CoverSort>,
  ): Promise<Listed<ListedCover>> {
    const filters = filterValues([runId, currency, month, basis]);
    const { key, after, orderBy, limit, values } = ordered(COVER_ORDER, page, filters.length);
    const rows = await tx.rows<CoverRow & SortedRow>(
      `SELECT c.*, a.code, ${key} FROM ciyuan.account_cover AS c JOIN ciyuan.account_code AS a USING (account_id)
        WHERE c.run_id = $1 AND c.currency = $2 AND c.month = $3 AND c.basis = $4
          AND ${after} ORDER BY ${orderBy} LIMIT ${limit}`,
      [...filters, ...values],
    );
    return listedOf(rows, page, read);
  }
}

const read = (row: CoverRow): ListedCover => ({
  accountId: Number(row.account_id),
  account: row.code,
  currency: row.currency,
  month: row.month,
  basis: row.basis,
  earlier: parseYuan(row.earlier),
  revenue: parseYuan(row.revenue),
  money: parseYuan(row.money),
});
