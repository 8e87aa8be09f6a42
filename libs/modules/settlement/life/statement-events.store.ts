import { Injectable } from '@nestjs/common';
import type { Tx } from '@ciyuan/platform/database';
import type { StatementId } from '../statement';
import type { LifeState, StatementEvent } from './statement-event';

interface EventRow {
  run_id: string;
  party: string;
  currency: string;
  number: number;
  state: LifeState;
  at: Date;
  by: string;
  note: string | null;
  payout_run_id: string | null;
  document: string | null;
  document_day: string | null;
  amount_fen: string | null;
  invoice_by: string | null;
  payee: string | null;
  terms_from: Date | null;
}

/** What became of statements after their issue; added and never changed, each event sealed with the one before. */
@Injectable()
export class StatementEventsStore {
  /** The caller holds the lock of the party's statements, so that no other takes the same number. */
  async add(tx: Tx, event: StatementEvent): Promise<void> {
    await tx.rows(
      `INSERT INTO ciyuan.statement_event
       SELECT (jsonb_populate_record(e, jsonb_build_object('digest', ciyuan.chained_digest(coalesce(
                 (SELECT b.digest FROM ciyuan.statement_event AS b
                   WHERE (b.run_id, b.party, b.currency, b.number) = (e.run_id, e.party, e.currency, e.number - 1)),
                 ''), e)))).*
         FROM jsonb_populate_record(NULL::ciyuan.statement_event, $1) AS e`,
      [JSON.stringify(columnsOf(event))],
    );
  }

  /** The earliest first. */
  async ofStatement(tx: Tx, { runId, party, currency }: StatementId): Promise<StatementEvent[]> {
    const rows = await tx.rows<EventRow>(
      `SELECT *, document_date::text AS document_day FROM ciyuan.statement_event
        WHERE run_id = $1 AND party = $2 AND currency = $3 ORDER BY number`,
      [runId, party, currency],
    );
    return rows.map(read);
  }

  /** Whether the party has sent an invoice of this number already. */
  async isInvoiceKnown(tx: Tx, { party, currency }: StatementId, document: string): Promise<boolean> {
    const rows = await tx.rows(
      `SELECT number FROM ciyuan.statement_event
        WHERE party = $1 AND currency = $2 AND document = $3 AND state = 'invoice_received' LIMIT 1`,
      [party, currency, document],
    );
    return rows.length > 0;
  }
}

const columnsOf = (event: StatementEvent) => ({
  run_id: event.runId,
  party: event.party,
  currency: event.currency,
  number: event.number,
  state: event.state,
  at: new Date(event.at),
  by: event.by,
  note: event.note,
  payout_run_id: event.payoutRunId,
  document: event.document?.number ?? null,
  document_date: event.document?.date ?? null,
  amount_fen: event.amountFen === null ? null : String(event.amountFen),
  invoice_by: event.invoiceBy,
  payee: event.payee,
  terms_from: event.termsFrom === null ? null : new Date(event.termsFrom),
});

const read = (row: EventRow): StatementEvent => ({
  runId: Number(row.run_id),
  party: row.party,
  currency: row.currency,
  number: row.number,
  state: row.state,
  at: row.at.getTime(),
  by: row.by,
  note: row.note,
  payoutRunId: row.payout_run_id === null ? null : Number(row.payout_run_id),
  document:
    row.document === null || row.document_day === null
      ? null
      : { number: row.document, date: row.document_day },
  amountFen: row.amount_fen === null ? null : BigInt(row.amount_fen),
  invoiceBy: row.invoice_by,
  payee: row.payee,
  termsFrom: row.terms_from?.getTime() ?? null,
});
