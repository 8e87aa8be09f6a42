import { Injectable } from '@nestjs/common';
import type { SharedByParty } from '@ciyuan/core/settlement';
import type { Tx } from '@ciyuan/platform/database';
import type { ClawbackScope } from './clawback';

interface Row {
  party: string;
  fen: string;
}

const read = ({ party, fen }: Row): SharedByParty => ({ party, sharedFen: BigInt(fen) });

/** Who had what of the revenue of issued months. */
@Injectable()
export class SharedRevenueStore {
  /** By party, of the lines that the scope names; adjustments have no plan and no model. */
  async of(tx: Tx, scope: Omit<ClawbackScope, 'party'>): Promise<SharedByParty[]> {
    const { originMonth, currency, plan, model } = scope;
    const rows = await tx.rows<Row>(
      `SELECT l.party, sum(l.share_fen) AS fen
         FROM ciyuan.statement_line AS l JOIN ciyuan.settlement_run AS r ON r.id = l.run_id AND r.state = 'posted'
         LEFT JOIN ciyuan.catalogue_document AS d ON d.id = l.plan_version_id
        WHERE l.origin_month = $1 AND l.currency = $2 AND l.line_kind IN ('share','adjustment')
          AND ($3::text IS NULL OR d.code = $3) AND ($4::text IS NULL OR l.model = $4)
        GROUP BY 1 HAVING sum(l.share_fen) <> 0 ORDER BY l.party COLLATE "C"`,
      [originMonth, currency, plan, model],
    );
    return rows.map(read);
  }

  /** By party, what approved requests have taken back of the month: 0 or below. */
  async takenBack(tx: Tx, { originMonth, currency }: ClawbackScope): Promise<SharedByParty[]> {
    const rows = await tx.rows<Row>(
      `SELECT p.party, sum(p.share_fen) AS fen FROM ciyuan.clawback_part AS p
         JOIN ciyuan.clawback AS c ON c.id = p.clawback_id
         JOIN ciyuan.clawback_decision AS d ON d.clawback_id = c.id AND d.state = 'approved'
        WHERE c.origin_month = $1 AND c.currency = $2 GROUP BY 1`,
      [originMonth, currency],
    );
    return rows.map(read);
  }
}
