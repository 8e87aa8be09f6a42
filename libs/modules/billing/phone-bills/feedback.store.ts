import { Injectable } from '@nestjs/common';
import { formatInstant, type Fen } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';
import type { CollectionState, FeedbackLine, PhoneBillFeedback } from './phone-bill-feedback';

interface FeedbackRow {
  number: number;
  sequence: number;
  sender: string;
  currency: string;
  line_count: number;
  amount_fen: string;
  content_sha256: string;
  received_at: Date;
  received_by: string;
}
interface LineRow {
  line: number;
  code: string;
  document: string;
  state: CollectionState;
  amount_fen: string;
  day: string;
  reason: string | null;
  payment: number | null;
}

/** An account's part of a document that was handed over. */
export interface HandedPart {
  readonly accountId: number;
  readonly account: string;
  readonly document: string;
  readonly currency: string;
  readonly grossFen: Fen;
  /** What files of before collected of it, where it was not taken back since. */
  readonly collectedFen: Fen;
}

export interface FeedbackLineToAdd extends FeedbackLine {
  readonly accountId: number;
}

/** What carriers said; added and never changed. The caller who writes holds the lock of billing. */
@Injectable()
export class FeedbackStore {
  async nextNumber(tx: Tx): Promise<number> {
    const [row] = await tx.rows<{ next: number }>(
      'SELECT coalesce(max(number), 0) + 1 AS next FROM ciyuan.phone_bill_feedback',
    );
    return row?.next ?? 1;
  }

  async bySequence(tx: Tx, sequence: number): Promise<PhoneBillFeedback | undefined> {
    const rows = await tx.rows<FeedbackRow>(
      `SELECT number, sequence, sender, currency, line_count, amount_fen, content_sha256, received_at, received_by
         FROM ciyuan.phone_bill_feedback WHERE sequence = $1`,
      [sequence],
    );
    return rows.map(read)[0];
  }

  async lines(tx: Tx, number: number): Promise<FeedbackLine[]> {
    const rows = await tx.rows<LineRow>(
      `SELECT l.line, a.code, l.document, l.state, l.amount_fen, l.day::text, l.reason, l.payment
         FROM ciyuan.phone_bill_feedback_line AS l JOIN ciyuan.account AS a USING (account_id)
        WHERE l.feedback = $1 ORDER BY l.line`,
      [number],
    );
    return rows.map(readLine);
  }

  /** Invoices alone: credit notes are not collected. */
  async handed(tx: Tx, documents: readonly string[]): Promise<HandedPart[]> {
    const rows = await tx.rows<Record<string, string>>(
      `SELECT l.account_id, a.code, l.document, f.currency, l.gross_fen, (
                SELECT coalesce(sum(r.amount_fen), 0) FROM ciyuan.phone_bill_feedback_line AS r
                 WHERE r.account_id = l.account_id AND r.document = l.document AND r.payment IS NOT NULL
                   AND NOT EXISTS (SELECT FROM ciyuan.customer_payment AS b
                                    WHERE b.account_id = r.account_id AND b.reverses = r.payment)) AS collected
         FROM ciyuan.phone_bill_line AS l JOIN ciyuan.phone_bill_file AS f USING (sequence)
         JOIN ciyuan.account AS a USING (account_id)
        WHERE l.kind = 'invoice' AND l.document = ANY ($1)`,
      [documents],
    );
    return rows.map((row) => ({
      accountId: Number(row['account_id']),
      account: String(row['code']),
      document: String(row['document']),
      currency: String(row['currency']),
      grossFen: BigInt(row['gross_fen'] ?? 0),
      collectedFen: BigInt(row['collected'] ?? 0),
    }));
  }

  async add(
    tx: Tx,
    feedback: PhoneBillFeedback,
    content: string,
    lines: readonly FeedbackLineToAdd[],
  ): Promise<void> {
    await tx.rows(
      `INSERT INTO ciyuan.phone_bill_feedback
       SELECT (jsonb_populate_record(e, jsonb_build_object('digest', ciyuan.chained_digest(coalesce(
                 (SELECT b.digest FROM ciyuan.phone_bill_feedback AS b WHERE b.number = e.number - 1), ''), e)))).*
         FROM jsonb_populate_record(NULL::ciyuan.phone_bill_feedback, $1) AS e`,
      [JSON.stringify({ ...columnsOf(feedback), content })],
    );
    await tx.rows(
      `INSERT INTO ciyuan.phone_bill_feedback_line
       SELECT (jsonb_populate_record(e, jsonb_build_object('digest', ciyuan.chained_digest(f.digest, e)))).*
         FROM ciyuan.phone_bill_feedback AS f,
              LATERAL jsonb_populate_recordset(NULL::ciyuan.phone_bill_feedback_line, $2) AS e WHERE f.number = $1`,
      [feedback.number, JSON.stringify(lines.map((line) => lineColumns(feedback.number, line)))],
    );
  }
}

const columnsOf = (one: PhoneBillFeedback) => ({
  number: one.number,
  sequence: one.sequence,
  sender: one.sender,
  currency: one.currency,
  line_count: one.lineCount,
  amount_fen: String(one.amountFen),
  content_sha256: one.contentSha256,
  received_at: formatInstant(one.receivedAt),
  received_by: one.receivedBy,
});

const lineColumns = (feedback: number, one: FeedbackLineToAdd) => ({
  account_id: one.accountId,
  feedback,
  line: one.line,
  document: one.document,
  state: one.state,
  amount_fen: String(one.amountFen),
  day: one.day,
  reason: one.reason,
  payment: one.payment,
});

const read = (row: FeedbackRow): PhoneBillFeedback => ({
  number: row.number,
  sequence: row.sequence,
  sender: row.sender,
  currency: row.currency,
  lineCount: row.line_count,
  amountFen: BigInt(row.amount_fen),
  contentSha256: row.content_sha256,
  receivedAt: row.received_at.getTime(),
  receivedBy: row.received_by,
});

const readLine = (row: LineRow): FeedbackLine => ({
  line: row.line,
  account: row.code,
  document: row.document,
  state: row.state,
  amountFen: BigInt(row.amount_fen),
  day: row.day,
  reason: row.reason,
  payment: row.payment,
});
