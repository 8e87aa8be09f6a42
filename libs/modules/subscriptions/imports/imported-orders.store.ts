import { Injectable } from '@nestjs/common';
import type { Instant } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';
import {
  filterValues,
  listedOf,
  ordered,
  type Listed,
  type ListOrder,
  type PlaceInList,
  type SortedRow,
} from '@ciyuan/platform/lists';
import type { ImportedOrder, OrderOutcome, OrderOutcomeName } from './order-import';

interface OrderRow {
  import_id: string;
  line: number;
  order_id: string;
  account_code: string;
  plan_code: string;
  starts_at: Date;
  channel: string | null;
  outcome: OrderOutcomeName | null;
  account_id: string | null;
  subscription_id: string | null;
  refusal_code: string | null;
  refusal_detail: string | null;
}

export type OrderSort = 'line' | 'account' | 'startsAt';

export const ORDER_ORDER: ListOrder<OrderSort> = {
  columns: {
    line: { sql: 'line', type: 'bigint' },
    account: { sql: 'account_code', type: 'text' },
    startsAt: { sql: 'starts_at', type: 'timestamptz' },
  },
  ties: [{ sql: 'line', type: 'bigint' }],
  initial: 'line',
};

export interface OrdersPage extends PlaceInList<OrderSort> {
  readonly importId: number;
  /** Only rows that came to this. */
  readonly outcome?: OrderOutcomeName | 'open' | undefined;
  readonly account?: string | undefined;
  readonly plan?: string | undefined;
}

/** The rows of files of orders, by their lines. */
@Injectable()
export class ImportedOrdersStore {
  async page(tx: Tx, page: OrdersPage): Promise<Listed<ImportedOrder>> {
    const filters = filterValues([page.importId, page.outcome, page.account, page.plan]);
    const { key, after, orderBy, limit, values } = ordered(ORDER_ORDER, page, filters.length);
    const rows = await tx.rows<OrderRow & SortedRow>(
      `SELECT *, ${key} FROM ciyuan.order_import_row
        WHERE import_id = $1 AND ($2::text IS NULL OR coalesce(outcome, 'open') = $2)
          AND ($3::text IS NULL OR account_code = $3) AND ($4::text IS NULL OR plan_code = $4)
          AND ${after} ORDER BY ${orderBy} LIMIT ${limit}`,
      [...filters, ...values],
    );
    return listedOf(rows, page, orderOf);
  }

  /** The order of this id that was taken, out of whichever file. */
  async takenById(tx: Tx, orderId: string): Promise<ImportedOrder | undefined> {
    const rows = await tx.rows<OrderRow>(
      "SELECT * FROM ciyuan.order_import_row WHERE order_id = $1 AND outcome = 'taken'",
      [orderId],
    );
    return rows.map(orderOf)[0];
  }

  /** Writes what became of a row; false where somebody has said that already. */
  async decide(
    tx: Tx,
    { importId, line }: Pick<ImportedOrder, 'importId' | 'line'>,
    decided: OrderOutcome,
    at: Instant,
  ): Promise<boolean> {
    const taken = decided.outcome === 'taken' || decided.outcome === 'known' ? decided : undefined;
    const refused = decided.outcome === 'refused' ? decided : undefined;
    const rows = await tx.rows(
      `UPDATE ciyuan.order_import_row
          SET outcome = $3, account_id = $4, subscription_id = $5, refusal_code = $6, refusal_detail = $7, decided_at = $8
        WHERE import_id = $1 AND line = $2 AND outcome IS NULL RETURNING line`,
      [
        importId,
        line,
        decided.outcome,
        taken?.accountId ?? null,
        taken?.subscriptionId ?? null,
        refused?.code ?? null,
        refused?.detail ?? null,
        new Date(at),
      ],
    );
    return rows.length > 0;
  }
}

const orderOf = (row: OrderRow): ImportedOrder => ({
  importId: Number(row.import_id),
  line: row.line,
  orderId: row.order_id,
  account: row.account_code,
  plan: row.plan_code,
  startsAt: row.starts_at.getTime(),
  ...(row.channel !== null && { channel: row.channel }),
  decided: outcomeOf(row),
});

function outcomeOf(row: OrderRow): OrderOutcome | undefined {
  switch (row.outcome) {
    case null:
      return undefined;
    case 'would_be_taken':
      return { outcome: row.outcome };
    case 'refused':
      return { outcome: row.outcome, code: row.refusal_code ?? '', detail: row.refusal_detail ?? '' };
    default: {
      const ids = { accountId: Number(row.account_id), subscriptionId: Number(row.subscription_id) };
      return { outcome: row.outcome, ...ids };
    }
  }
}
