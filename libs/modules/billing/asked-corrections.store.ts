import { Injectable } from '@nestjs/common';
import type { Fen, Instant } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';

/** What somebody asked to be taken back of a final document, and nobody has approved. */
export interface AskedCorrection {
  readonly kind: 'void' | 'credit_note';
  /** Of the document. */
  readonly number: string;
  /** Of the credit note; null of a wish to void. */
  readonly creditNoteId: number | null;
  readonly currency: string;
  readonly grossFen: Fen;
  readonly reason: string;
  readonly requestedBy: string;
  readonly requestedAt: Instant;
}

interface AskedRow {
  kind: AskedCorrection['kind'];
  number: string;
  credit_note_id: string | null;
  currency: string;
  gross_fen: string;
  reason: string;
  requested_by: string;
  requested_at: Date;
}

@Injectable()
export class AskedCorrectionsStore {
  /** The earliest first. */
  async list(tx: Tx, kind: AskedCorrection['kind'], limit: number): Promise<AskedCorrection[]> {
    const rows = await tx.rows<AskedRow>(
      `SELECT * FROM (
       SELECT 'void' AS kind, s.number, NULL::bigint AS credit_note_id, s.currency, i.gross_fen, r.reason, r.requested_by,
              r.requested_at
         FROM ciyuan.invoice_void_request AS r JOIN ciyuan.invoice_issue AS s USING (invoice_id)
         JOIN ciyuan.invoice AS i ON i.id = r.invoice_id
        WHERE NOT EXISTS (SELECT FROM ciyuan.invoice_void AS v WHERE v.invoice_id = r.invoice_id)
       UNION ALL
       SELECT 'credit_note', s.number, c.id, s.currency, c.gross_fen, c.reason, c.requested_by, c.requested_at
         FROM ciyuan.credit_note AS c JOIN ciyuan.invoice_issue AS s USING (invoice_id)
        WHERE NOT EXISTS (SELECT FROM ciyuan.credit_note_issue AS i WHERE i.credit_note_id = c.id)) AS asked
        WHERE kind = $1 ORDER BY requested_at, number, credit_note_id LIMIT $2`,
      [kind, limit],
    );
    return rows.map((row) => ({
      kind: row.kind,
      number: row.number,
      creditNoteId: row.credit_note_id === null ? null : Number(row.credit_note_id),
      currency: row.currency,
      grossFen: BigInt(row.gross_fen),
      reason: row.reason,
      requestedBy: row.requested_by,
      requestedAt: row.requested_at.getTime(),
    }));
  }
}
