import { Injectable } from '@nestjs/common';
import type { LineTraits } from '@ciyuan/core/reconciliation';
import type { Tx } from '@ciyuan/platform/database';

export type RecordTraits = Pick<LineTraits, 'plan' | 'vendor' | 'computeOwner'>;

interface TraitsRow {
  id: string;
  plan: string | null;
  vendor: string;
  compute_owner: string;
}

/** What our records say of the differences of a file: whose plan they came under, who served them. */
@Injectable()
export class RecordTraitsStore {
  /** By the ids of those that have a record; of one that two plans share, the plan is not told. */
  async ofRun(tx: Tx, runId: number): Promise<ReadonlyMap<number, RecordTraits>> {
    const rows = await tx.rows<TraitsRow>(
      `SELECT d.id, p.code AS plan, u.vendor, u.compute_owner
         FROM ciyuan.reconciliation_run AS r JOIN ciyuan.reconciliation_difference AS d ON d.run_id = r.id
         JOIN ciyuan.usage_key AS k ON k.key = r.party || ' ' || d.key
         JOIN ciyuan.standing_usage AS u ON u.account_id = k.account_id AND u.at = k.at AND u.partner = r.party
          AND u.source || ' ' || u.record_id = d.key
         LEFT JOIN ciyuan.grant_bucket AS g ON g.account_id = u.account_id AND g.number = u.grant_number
         LEFT JOIN ciyuan.catalogue_document AS p ON p.id = CASE
           WHEN u.plan_version_id IS NULL THEN g.plan_version_id WHEN u.grant_number IS NULL THEN u.plan_version_id END
        WHERE r.id = $1 AND r.level = 'records'`,
      [runId],
    );
    return new Map(
      rows.map((row) => [
        Number(row.id),
        { plan: row.plan, vendor: row.vendor, computeOwner: row.compute_owner },
      ]),
    );
  }
}
