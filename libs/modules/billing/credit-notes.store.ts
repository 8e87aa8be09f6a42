import { Injectable } from '@nestjs/common';
import { formatInstant, type Fen, type Instant } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';
import type { CreditLine, CreditNote } from './invoice';

interface NoteRow {
  id: string;
  invoice_id: string;
  number: string | null;
  reason: string;
  currency: string;
  gross_fen: string;
  net_fen: string;
  tax_fen: string;
  requested_by: string;
  requested_at: Date;
  approved_by: string | null;
  issued_at: Date | null;
  lines: { accountId: number; line: number; gross: string; net: string; tax: string }[];
}

/** A line that may be credited, and what of it was already, or was asked to be. */
export interface CreditableLine {
  readonly accountId: number;
  readonly line: number;
  readonly grossFen: Fen;
  readonly netFen: Fen;
  readonly creditedGrossFen: Fen;
  readonly creditedNetFen: Fen;
}

export type NewCreditNote = Omit<CreditNote, 'id' | 'number' | 'approvedBy' | 'issuedAt'>;

export interface NewCreditIssue {
  readonly note: CreditNote;
  readonly year: number;
  readonly serial: number;
  readonly by: string;
  readonly at: Instant;
  readonly batchId: number;
  readonly accountingMonth: string;
}

/** Credit notes of goodwill, each row sealed. The caller who writes holds the lock of billing. */
@Injectable()
export class CreditNotesStore {
  async lines(tx: Tx, invoiceId: number): Promise<ReadonlyMap<number, CreditableLine>> {
    const rows = await tx.rows<Record<string, string>>(
      `SELECT l.account_id, l.line, l.gross_fen, l.net_fen,
              coalesce(sum(c.gross_fen), 0)::text AS credited_gross, coalesce(sum(c.net_fen), 0)::text AS credited_net
         FROM ciyuan.invoice_line AS l LEFT JOIN ciyuan.credit_note_line AS c USING (account_id, invoice_id, line)
        WHERE l.invoice_id = $1 GROUP BY l.account_id, l.invoice_id, l.line`,
      [invoiceId],
    );
    return new Map(rows.map((row) => [Number(row['line']), creditable(row)]));
  }

  async add(tx: Tx, note: NewCreditNote): Promise<number> {
    const [row] = await tx.rows<{ id: string }>(
      `WITH new AS (SELECT nextval(pg_get_serial_sequence('ciyuan.credit_note', 'id')) AS id), note AS (
         INSERT INTO ciyuan.credit_note OVERRIDING SYSTEM VALUE
         SELECT (jsonb_populate_record(e, jsonb_build_object('digest', ciyuan.chained_digest('', e)))).*
           FROM new, LATERAL jsonb_populate_record(NULL::ciyuan.credit_note, $1 || jsonb_build_object('id', new.id)) AS e
         RETURNING id
       ), line AS (
         INSERT INTO ciyuan.credit_note_line
         SELECT (jsonb_populate_record(e, jsonb_build_object('digest', ciyuan.chained_digest('', e)))).*
           FROM new, LATERAL jsonb_array_elements($2) AS one,
                LATERAL jsonb_populate_record(NULL::ciyuan.credit_note_line,
                  one || jsonb_build_object('credit_note_id', new.id)) AS e
       ) SELECT id FROM note`,
      [JSON.stringify(noteColumns(note)), JSON.stringify(note.lines.map((one) => lineColumns(note, one)))],
    );
    return Number(row?.id);
  }

  async issue(tx: Tx, issue: NewCreditIssue): Promise<void> {
    await tx.rows(
      `INSERT INTO ciyuan.credit_note_issue
       SELECT (jsonb_populate_record(e, jsonb_build_object('digest', ciyuan.chained_digest('', e)))).*
         FROM jsonb_populate_record(NULL::ciyuan.credit_note_issue, $1) AS e`,
      [JSON.stringify(issueColumns(issue))],
    );
  }

  async lastSerial(tx: Tx, year: number, currency: string): Promise<number> {
    const [row] = await tx.rows<{ serial: number }>(
      'SELECT coalesce(max(serial), 0) AS serial FROM ciyuan.credit_note_issue WHERE year = $1 AND currency = $2',
      [year, currency],
    );
    return row?.serial ?? 0;
  }

  /** The earliest first. */
  async ofInvoice(tx: Tx, invoiceId: number): Promise<CreditNote[]> {
    const rows = await tx.rows<NoteRow>(
      `SELECT c.*, i.number, i.approved_by, i.issued_at, s.currency,
              (SELECT jsonb_agg(jsonb_build_object('accountId', l.account_id, 'line', l.line, 'gross', l.gross_fen::text,
                 'net', l.net_fen::text, 'tax', l.tax_fen::text) ORDER BY l.line)
                 FROM ciyuan.credit_note_line AS l WHERE l.credit_note_id = c.id) AS lines
         FROM ciyuan.credit_note AS c JOIN ciyuan.invoice_issue AS s USING (invoice_id)
         LEFT JOIN ciyuan.credit_note_issue AS i ON i.credit_note_id = c.id
        WHERE c.invoice_id = $1 ORDER BY c.id`,
      [invoiceId],
    );
    return rows.map(read);
  }
}

const creditable = (row: Record<string, string>): CreditableLine => ({
  accountId: Number(row['account_id']),
  line: Number(row['line']),
  grossFen: BigInt(row['gross_fen'] as string),
  netFen: BigInt(row['net_fen'] as string),
  creditedGrossFen: BigInt(row['credited_gross'] as string),
  creditedNetFen: BigInt(row['credited_net'] as string),
});

const amounts = (one: Pick<CreditLine, 'grossFen' | 'netFen' | 'taxFen'>) => ({
  gross_fen: String(one.grossFen),
  net_fen: String(one.netFen),
  tax_fen: String(one.taxFen),
});

const noteColumns = (note: NewCreditNote) => ({
  invoice_id: note.invoiceId,
  reason: note.reason,
  ...amounts(note),
  requested_by: note.requestedBy,
  requested_at: formatInstant(note.requestedAt),
});

const lineColumns = ({ invoiceId }: NewCreditNote, one: CreditLine) => ({
  account_id: one.accountId,
  invoice_id: invoiceId,
  line: one.line,
  ...amounts(one),
});

const issueColumns = ({ note, ...one }: NewCreditIssue) => ({
  credit_note_id: note.id,
  number: `CN-${one.year}-${note.currency}-${String(one.serial).padStart(6, '0')}`,
  year: one.year,
  currency: note.currency,
  serial: one.serial,
  requested_by: note.requestedBy,
  approved_by: one.by,
  issued_at: formatInstant(one.at),
  batch_id: one.batchId,
  accounting_month: one.accountingMonth,
});

const read = (row: NoteRow): CreditNote => ({
  id: Number(row.id),
  invoiceId: Number(row.invoice_id),
  number: row.number,
  reason: row.reason,
  currency: row.currency,
  grossFen: BigInt(row.gross_fen),
  netFen: BigInt(row.net_fen),
  taxFen: BigInt(row.tax_fen),
  requestedBy: row.requested_by,
  requestedAt: row.requested_at.getTime(),
  approvedBy: row.approved_by,
  issuedAt: row.issued_at?.getTime() ?? null,
  lines: row.lines.map(({ gross, net, tax, ...line }) => ({
    ...line,
    grossFen: BigInt(gross),
    netFen: BigInt(net),
    taxFen: BigInt(tax),
  })),
});
