import { Injectable } from '@nestjs/common';
import type { Instant } from '@ciyuan/core/kernel';
import type { Resolution } from '@ciyuan/core/reconciliation';
import type { Tx } from '@ciyuan/platform/database';

export interface NewResolution {
  readonly state: Resolution;
  readonly reason: string;
  readonly by: string;
  readonly at: Instant;
}

/** What was said of differences; added and never changed, each sealed with what was said before. */
@Injectable()
export class ResolutionsStore {
  /** The caller holds the lock of the run, so that no other takes the same numbers. At least one id is given. */
  async add(tx: Tx, runId: number, differenceIds: readonly number[], told: NewResolution): Promise<void> {
    const decision = await this.decide(tx, runId, differenceIds.length, told);
    await tx.rows(
      `WITH next AS (
         SELECT d.id AS difference_id, coalesce(last.number, 0) + 1 AS number, d.run_id, $2::integer AS decision,
                coalesce(last.digest, d.digest) AS previous
           FROM ciyuan.reconciliation_difference AS d
           LEFT JOIN LATERAL (SELECT number, digest FROM ciyuan.reconciliation_resolution AS r
             WHERE r.difference_id = d.id ORDER BY r.number DESC LIMIT 1) AS last ON true
          WHERE d.id = ANY ($1::bigint[])
       )
       INSERT INTO ciyuan.reconciliation_resolution (difference_id, number, run_id, decision, digest)
       SELECT difference_id, number, run_id, decision, ciyuan.chained_digest(previous,
                jsonb_populate_record(NULL::ciyuan.reconciliation_resolution, to_jsonb(next)))
         FROM next`,
      [differenceIds, decision],
    );
  }

  private async decide(
    tx: Tx,
    runId: number,
    resolved: number,
    { state, reason, by, at }: NewResolution,
  ): Promise<number> {
    const told = { run_id: runId, resolved, state, reason, by, at: new Date(at) };
    const [row] = await tx.rows<{ number: number }>(
      `WITH last AS (
         SELECT n.number, n.digest FROM ciyuan.reconciliation_decision AS n WHERE n.run_id = $1 ORDER BY n.number DESC LIMIT 1
       ), next AS (
         SELECT jsonb_populate_record(NULL::ciyuan.reconciliation_decision,
                  $2::jsonb || jsonb_build_object('number', coalesce((SELECT number FROM last), 0) + 1)) AS n
       )
       INSERT INTO ciyuan.reconciliation_decision
       SELECT (jsonb_populate_record(n, jsonb_build_object('digest', ciyuan.chained_digest(coalesce(
                (SELECT digest FROM last), (SELECT file_digest FROM ciyuan.reconciliation_run WHERE id = $1)), n)))).*
         FROM next RETURNING number`,
      [runId, JSON.stringify(told)],
    );
    if (row === undefined) throw new Error('a decision was not written');
    return row.number;
  }
}
