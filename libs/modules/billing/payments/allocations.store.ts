import { Injectable } from '@nestjs/common';
import type { Allocation } from '@ciyuan/core/billing';
import { formatInstant, type Fen, type Instant } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';
import type { PaymentPlace } from './payments.store';

/** An account's part of a document that stands. Below zero it is owed to the customer. */
export interface AccountDocument {
  readonly account: string;
  readonly document: string;
  readonly kind: 'invoice' | 'credit_note';
  readonly currency: string;
  readonly issuedAt: Instant;
  readonly grossFen: Fen;
  /** Out of goodwill, since. */
  readonly creditedFen: Fen;
  readonly paidFen: Fen;
  /** What it is, less what was credited and paid. */
  readonly openFen: Fen;
  /** What the carrier said last of it, where it collects it. */
  readonly reported: string | null;
}

interface DocumentRow {
  code: string;
  document: string;
  kind: AccountDocument['kind'];
  currency: string;
  issued_at: Date;
  gross_fen: string;
  credited_fen: string;
  paid_fen: string;
  reported: string | null;
}

export interface Allotment extends PaymentPlace {
  readonly allocations: readonly Allocation[];
  readonly at: Instant;
  readonly by: string;
}

const DOCUMENTS = `SELECT d.*, a.code, (
    SELECT r.state FROM ciyuan.phone_bill_feedback_line AS r
     WHERE r.account_id = d.account_id AND r.document = d.document ORDER BY r.feedback DESC, r.line DESC LIMIT 1) AS reported
  FROM ciyuan.account_document AS d JOIN ciyuan.account AS a USING (account_id)`;

/** What of payments is put to which documents; added and never changed. The caller who writes holds the account's lock. */
@Injectable()
export class AllocationsStore {
  /** The oldest first. */
  async ofAccount(tx: Tx, accountId: number): Promise<AccountDocument[]> {
    const rows = await tx.rows<DocumentRow>(
      `${DOCUMENTS} WHERE d.account_id = $1 ORDER BY d.issued_at, d.document COLLATE "C"`,
      [accountId],
    );
    return rows.map(read);
  }

  async ofInvoice(tx: Tx, invoiceId: number): Promise<AccountDocument[]> {
    const rows = await tx.rows<DocumentRow>(
      `${DOCUMENTS} WHERE d.invoice_id = $1 ORDER BY a.code COLLATE "C"`,
      [invoiceId],
    );
    return rows.map(read);
  }

  /** What of an account's standing payments is put to no document that stands. */
  async unallocatedFen(tx: Tx, accountId: number): Promise<Fen> {
    const [row] = await tx.rows<{ left: string }>(
      `SELECT coalesce(sum(CASE kind WHEN 'received' THEN amount_fen ELSE -amount_fen END), 0)
              - (SELECT coalesce(sum(amount_fen), 0) FROM ciyuan.standing_allocation WHERE account_id = $1) AS left
         FROM ciyuan.customer_payment WHERE account_id = $1`,
      [accountId],
    );
    return BigInt(row?.left ?? 0);
  }

  /** What of a payment is put to documents that stand: what a void one had of it can be put to others. */
  async allottedFen(tx: Tx, { accountId, number }: PaymentPlace): Promise<Fen> {
    const [row] = await tx.rows<{ sum: string }>(
      `SELECT coalesce(sum(amount_fen), 0) AS sum FROM ciyuan.standing_allocation
        WHERE account_id = $1 AND payment = $2`,
      [accountId, number],
    );
    return BigInt(row?.sum ?? 0);
  }

  async add(tx: Tx, { accountId, number, allocations, at, by }: Allotment): Promise<void> {
    const allotment = {
      account_id: accountId,
      payment: number,
      allocated_fen: String(allocations.reduce((sum, { amountFen }) => sum + amountFen, 0n)),
      allotted_at: formatInstant(at),
      allotted_by: by,
    };
    const [row] = await tx.rows<{ number: number }>(
      `INSERT INTO ciyuan.payment_allotment
       SELECT (jsonb_populate_record(e, jsonb_build_object('digest', ciyuan.chained_digest('', e)))).*
         FROM jsonb_populate_record(NULL::ciyuan.payment_allotment, $1 || jsonb_build_object('number', 1 + (
                SELECT count(*) FROM ciyuan.payment_allotment WHERE account_id = $2 AND payment = $3))) AS e
       RETURNING number`,
      [JSON.stringify(allotment), accountId, number],
    );
    const lines = allocations.map(({ document, amountFen }, index) => ({
      account_id: accountId,
      payment: number,
      number: row?.number,
      line: index + 1,
      document,
      amount_fen: String(amountFen),
    }));
    await tx.rows(
      `INSERT INTO ciyuan.payment_allocation
       SELECT (jsonb_populate_record(e, jsonb_build_object('digest', ciyuan.chained_digest('', e)))).*
         FROM jsonb_populate_recordset(NULL::ciyuan.payment_allocation, $1) AS e`,
      [JSON.stringify(lines)],
    );
  }
}

function read(row: DocumentRow): AccountDocument {
  const [grossFen, creditedFen] = [BigInt(row.gross_fen), BigInt(row.credited_fen)];
  const paidFen = BigInt(row.paid_fen);
  return {
    account: row.code,
    document: row.document,
    kind: row.kind,
    currency: row.currency,
    issuedAt: row.issued_at.getTime(),
    grossFen,
    creditedFen,
    paidFen,
    openFen: grossFen - creditedFen - paidFen,
    reported: row.reported,
  };
}
