import { Injectable } from '@nestjs/common';
import { coveringMoney, type MoneyOfAccount } from '@ciyuan/core/billing';
import { formatInstant, parseYuan, type Instant, type PicoYuan } from '@ciyuan/core/kernel';
import { plainArray, type Tx } from '@ciyuan/platform/database';

/** What was invoiced to an account in one currency, and what was collected for it, in the measure of the ledger. */
export interface CoveringMoney {
  readonly accountId: number;
  readonly currency: string;
  readonly invoiced: PicoYuan;
  readonly collected: PicoYuan;
}

interface MoneyRow {
  account_id: string;
  currency: string;
  invoiced: string;
  collected: string;
  allocated_fen: string;
  received_fen: string;
  refunded_fen: string;
}

/**
 * Usage counts as it was charged, and every sale without its tax: so the ledger has recognised them. Of a document's
 * part of an account as much is collected as was put to it; what was credited out of goodwill is neither invoiced nor
 * collected.
 */
const MONEY = `
WITH one AS (SELECT unnest($1::bigint[]) AS account_id),
credited AS (
  SELECT c.account_id, c.invoice_id, c.line, sum(c.gross_fen) AS fen
    FROM one JOIN ciyuan.credit_note_line AS c USING (account_id)
    JOIN ciyuan.credit_note_issue AS n ON n.credit_note_id = c.credit_note_id AND n.issued_at < $2 GROUP BY 1, 2, 3
), line AS (
  SELECT l.account_id, s.currency, s.number AS document, i.kind, l.gross_fen, coalesce(c.fen, 0) AS credited_fen,
         CASE l.line_kind WHEN 'usage' THEN l.total - l.billed ELSE l.net_fen * 0.01 END * 1000000000000 AS pico
    FROM one JOIN ciyuan.invoice_line AS l USING (account_id)
    JOIN ciyuan.invoice AS i ON i.id = l.invoice_id
    JOIN ciyuan.invoice_issue AS s ON s.invoice_id = i.id AND s.issued_at < $2
    LEFT JOIN credited AS c ON (c.account_id, c.invoice_id, c.line) = (l.account_id, l.invoice_id, l.line)
   WHERE NOT EXISTS (SELECT FROM ciyuan.invoice_void AS v WHERE v.invoice_id = i.id AND v.approved_at < $2)
), put AS (
  SELECT a.account_id, a.document, sum(a.amount_fen) AS fen
    FROM one JOIN ciyuan.payment_allocation AS a USING (account_id)
    JOIN ciyuan.payment_allotment AS t USING (account_id, payment, number)
   WHERE t.allotted_at < $2 AND NOT EXISTS (
     SELECT FROM ciyuan.customer_payment AS r
      WHERE r.account_id = a.account_id AND r.reverses = a.payment AND r.recorded_at < $2)
   GROUP BY 1, 2
), document AS (
  SELECT account_id, currency, kind, coalesce(p.fen, 0) AS put_fen, sum(pico) AS pico, sum(gross_fen) AS gross_fen,
         sum(CASE credited_fen WHEN 0 THEN pico ELSE div(pico * (gross_fen - credited_fen), gross_fen) END) AS invoiced
    FROM line LEFT JOIN put AS p USING (account_id, document) GROUP BY account_id, currency, document, kind, p.fen
), money AS (
  SELECT account_id, currency, sum(invoiced) AS invoiced,
         sum(CASE WHEN kind = 'invoice' AND gross_fen > 0 THEN div(pico * put_fen, gross_fen) ELSE 0 END) AS collected,
         sum(put_fen) AS allocated_fen FROM document GROUP BY 1, 2
), paid AS (
  SELECT p.account_id, p.currency, sum(CASE p.kind WHEN 'received' THEN p.amount_fen ELSE -p.amount_fen END) AS received_fen
    FROM one JOIN ciyuan.customer_payment AS p USING (account_id) WHERE p.recorded_at < $2 GROUP BY 1, 2
), refunded AS (
  SELECT a.account_id, a.currency, sum(a.gross_fen) AS refunded_fen
    FROM one JOIN ciyuan.account_adjustment AS a USING (account_id)
    JOIN ciyuan.adjustment_event AS e ON (e.account_id, e.adjustment) = (a.account_id, a.number)
   WHERE a.kind = 'refund' AND e.kind = 'posted' AND e.at < $2 GROUP BY 1, 2
)
SELECT account_id, currency, (invoiced * 0.000000000001)::numeric(38,12) AS invoiced,
       (collected * 0.000000000001)::numeric(38,12) AS collected, allocated_fen,
       coalesce(received_fen, 0) AS received_fen, coalesce(refunded_fen, 0) AS refunded_fen
  FROM money LEFT JOIN paid USING (account_id, currency) LEFT JOIN refunded USING (account_id, currency)
 ORDER BY account_id, currency COLLATE "C"`;

@Injectable()
export class CoveringMoneyStore {
  /** Of documents, payments and refunds that were written before the instant. */
  async ofAccounts(tx: Tx, accountIds: readonly number[], before: Instant): Promise<CoveringMoney[]> {
    const values = [plainArray(accountIds), formatInstant(before)];
    return (await tx.rows<MoneyRow>(MONEY, values, 'covering_money')).map(read);
  }
}

function read(row: MoneyRow): CoveringMoney {
  const money: MoneyOfAccount = {
    collected: parseYuan(row.collected),
    allocatedFen: BigInt(row.allocated_fen),
    keptFen: BigInt(row.received_fen) - BigInt(row.refunded_fen),
  };
  return {
    accountId: Number(row.account_id),
    currency: row.currency,
    invoiced: parseYuan(row.invoiced),
    collected: coveringMoney(money),
  };
}
