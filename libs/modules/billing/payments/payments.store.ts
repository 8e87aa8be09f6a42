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
import type { CustomerPayment, ListedPayment, PaymentKind, PaymentMethod } from './customer-payment';

interface PaymentRow {
  account_id: string;
  code: string;
  number: number;
  kind: PaymentKind;
  currency: string;
  amount_fen: string;
  at: Date;
  method: PaymentMethod;
  reference: string;
  invoice: string | null;
  reverses: number | null;
  reason: string | null;
  recorded_at: Date;
  recorded_by: string;
  batch_id: string;
  is_reversed: boolean;
  left_fen: string;
}

export type PaymentSort = 'at' | 'amount';

export const PAYMENT_ORDER: ListOrder<PaymentSort> = {
  columns: {
    at: { sql: 'p.at', type: 'timestamptz' },
    amount: { sql: 'p.amount_fen', type: 'bigint' },
  },
  ties: [
    { sql: 'p.account_id', type: 'bigint' },
    { sql: 'p.number', type: 'bigint' },
  ],
  initial: '-at',
};

export interface PaymentPage extends PlaceInList<PaymentSort> {
  readonly account?: string | undefined;
  readonly kind?: PaymentKind | undefined;
  readonly method?: PaymentMethod | undefined;
  readonly reference?: string | undefined;
  /** The one that a payment names, or that money of it was put to. */
  readonly invoice?: string | undefined;
  /** Half-open. */
  readonly from?: Instant | undefined;
  readonly until?: Instant | undefined;
}

export interface PaymentPlace {
  readonly accountId: number;
  readonly number: number;
}

const COLUMNS = `p.*, a.code, EXISTS (SELECT FROM ciyuan.customer_payment AS r
  WHERE r.account_id = p.account_id AND r.reverses = p.number) AS is_reversed,
  p.amount_fen - (SELECT coalesce(sum(s.amount_fen), 0) FROM ciyuan.standing_allocation AS s
                   WHERE s.account_id = p.account_id AND s.payment = p.number) AS left_fen`;
const FROM =
  'FROM ciyuan.customer_payment AS p JOIN ciyuan.account AS a ON a.account_id = p.account_id WHERE';

/** What customers paid, and what of it bounced; added and never changed. */
@Injectable()
export class PaymentsStore {
  /** The caller holds the account's lock, so that no other takes the same number. */
  async add(tx: Tx, payment: CustomerPayment): Promise<void> {
    await tx.rows(
      `INSERT INTO ciyuan.customer_payment
       SELECT (jsonb_populate_record(e, jsonb_build_object('digest', ciyuan.chained_digest(coalesce(
                 (SELECT b.digest FROM ciyuan.customer_payment AS b
                   WHERE b.account_id = e.account_id AND b.number = e.number - 1), ''), e)))).*
         FROM jsonb_populate_record(NULL::ciyuan.customer_payment, $1) AS e`,
      [JSON.stringify(columnsOf(payment))],
    );
  }

  /** Who has the bank's reference: whoever waits here waits for another payment of the same reference. */
  async claim(
    tx: Tx,
    { method, reference, accountId, number }: Pick<CustomerPayment, 'method' | 'reference'> & PaymentPlace,
  ): Promise<PaymentPlace> {
    const claimed = await tx.rows(
      `INSERT INTO ciyuan.payment_reference (method, reference, account_id, number) VALUES ($1, $2, $3, $4)
       ON CONFLICT (method, reference) DO NOTHING RETURNING number`,
      [method, reference, accountId, number],
    );
    if (claimed.length > 0) return { accountId, number };
    const [holder] = await tx.rows<{ account_id: string; number: number }>(
      'SELECT account_id, number FROM ciyuan.payment_reference WHERE method = $1 AND reference = $2',
      [method, reference],
    );
    if (holder === undefined) throw new Error(`nobody holds ${method} ${reference}`);
    return { accountId: Number(holder.account_id), number: holder.number };
  }

  async nextNumber(tx: Tx, accountId: number): Promise<number> {
    const [row] = await tx.rows<{ next: number }>(
      'SELECT coalesce(max(number), 0) + 1 AS next FROM ciyuan.customer_payment WHERE account_id = $1',
      [accountId],
    );
    return row?.next ?? 1;
  }

  async byPlace(tx: Tx, { accountId, number }: PaymentPlace): Promise<ListedPayment | undefined> {
    const rows = await tx.rows<PaymentRow>(`SELECT ${COLUMNS} ${FROM} p.account_id = $1 AND p.number = $2`, [
      accountId,
      number,
    ]);
    return rows.map(read)[0];
  }

  async list(tx: Tx, page: PaymentPage): Promise<Listed<ListedPayment>> {
    const { account, kind, method, reference, invoice, from, until } = page;
    const filters = filterValues([account, kind, method, reference, invoice], [from, until]);
    const { key, after, orderBy, limit, values } = ordered(PAYMENT_ORDER, page, filters.length);
    const rows = await tx.rows<PaymentRow & SortedRow>(
      `SELECT ${COLUMNS}, ${key} ${FROM} ($1::text IS NULL OR a.code = $1) AND ($2::text IS NULL OR p.kind = $2)
          AND ($3::text IS NULL OR p.method = $3) AND ($4::text IS NULL OR p.reference = $4)
          AND ($5::text IS NULL OR p.invoice = $5 OR EXISTS (SELECT FROM ciyuan.payment_allocation AS x
                WHERE x.account_id = p.account_id AND x.payment = p.number AND x.document = $5))
          AND ($6::timestamptz IS NULL OR p.at >= $6) AND ($7::timestamptz IS NULL OR p.at < $7)
          AND ${after} ORDER BY ${orderBy} LIMIT ${limit}`,
      [...filters, ...values],
    );
    return listedOf(rows, page, read);
  }
}

const columnsOf = (payment: CustomerPayment) => ({
  account_id: payment.accountId,
  number: payment.number,
  kind: payment.kind,
  currency: payment.currency,
  amount_fen: String(payment.amountFen),
  at: new Date(payment.at),
  method: payment.method,
  reference: payment.reference,
  invoice: payment.invoice,
  reverses: payment.reverses,
  reason: payment.reason,
  recorded_at: new Date(payment.recordedAt),
  recorded_by: payment.recordedBy,
  batch_id: payment.batchId,
});

const read = (row: PaymentRow): ListedPayment => ({
  accountId: Number(row.account_id),
  account: row.code,
  number: row.number,
  kind: row.kind,
  currency: row.currency,
  amountFen: BigInt(row.amount_fen),
  at: row.at.getTime(),
  method: row.method,
  reference: row.reference,
  invoice: row.invoice,
  reverses: row.reverses,
  reason: row.reason,
  recordedAt: row.recorded_at.getTime(),
  recordedBy: row.recorded_by,
  batchId: Number(row.batch_id),
  isReversed: row.is_reversed,
  leftFen: row.kind === 'received' && !row.is_reversed ? BigInt(row.left_fen) : 0n,
});
