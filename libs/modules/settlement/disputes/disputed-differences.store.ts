import { Injectable } from '@nestjs/common';
import { textArray, type Tx } from '@ciyuan/platform/database';

const STANDING = `NOT EXISTS (SELECT FROM ciyuan.dispute_event AS e
  WHERE (e.dispute_id, e.line) = (l.dispute_id, l.line) AND e.step = 'withdrawn')`;

/** Which of what the reconciliation desk found is the evidence of a dispute. */
@Injectable()
export class DisputedDifferencesStore {
  /** Those of the ids that a line names which was not withdrawn; the smallest first. */
  async disputed(tx: Tx, ids: readonly number[]): Promise<readonly number[]> {
    const rows = await tx.rows<{ id: string }>(
      `SELECT DISTINCT n.id FROM ciyuan.dispute_line AS l CROSS JOIN unnest(l.reconciliation_difference_ids) AS n (id)
        WHERE l.reconciliation_difference_ids && $1::bigint[] AND n.id = ANY ($1::bigint[]) AND ${STANDING} ORDER BY n.id`,
      [textArray(ids.map(String))],
    );
    return rows.map(({ id }) => Number(id));
  }
}
