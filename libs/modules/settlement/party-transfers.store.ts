import { Injectable } from '@nestjs/common';
import type { Instant } from '@ciyuan/core/kernel';
import type { PartyTransfer } from '@ciyuan/core/settlement';
import type { Tx } from '@ciyuan/platform/database';

export interface DecidedTransfer extends PartyTransfer {
  readonly kind: 'dispute' | 'clawback';
  /** The first month that may issue it. */
  readonly month: string;
  readonly by: string;
  readonly at: Instant;
}

interface TransferRow {
  kind: DecidedTransfer['kind'];
  party: string;
  currency: string;
  origin_month: string;
  share_fen: string;
  reference: string;
}

/** What was decided to move between a party and the operator; written once, and issued once. */
@Injectable()
export class PartyTransfersStore {
  /** A second transfer of the same kind and reference violates the table. */
  async add(tx: Tx, transfer: DecidedTransfer): Promise<void> {
    const { kind, party, currency, originMonth, month, shareFen, reference, by, at } = transfer;
    await tx.rows(
      `INSERT INTO ciyuan.party_transfer
         (kind, party, currency, origin_month, month, share_fen, reference, decided_by, decided_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [kind, party, currency, originMonth, month, shareFen, reference, by, new Date(at)],
    );
  }

  /** What the month is to issue: decided for it or for an earlier month, and issued by none before it. */
  async pending(tx: Tx, month: string): Promise<PartyTransfer[]> {
    const rows = await tx.rows<TransferRow>(
      `SELECT t.kind, t.party, t.currency, t.origin_month, t.share_fen, t.reference FROM ciyuan.party_transfer AS t
        WHERE t.month <= $1 AND NOT EXISTS (
          SELECT FROM ciyuan.statement_line AS l JOIN ciyuan.settlement_run AS r ON r.id = l.run_id
           WHERE l.line_kind = t.kind AND l.reference = t.reference AND r.state = 'posted' AND r.month < $1)
        ORDER BY t.kind, t.reference COLLATE "C"`,
      [month],
    );
    return rows.map((row) => ({
      kind: row.kind,
      party: row.party,
      currency: row.currency,
      originMonth: row.origin_month,
      shareFen: BigInt(row.share_fen),
      reference: row.reference,
    }));
  }
}
