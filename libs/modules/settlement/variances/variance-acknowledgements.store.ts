import { Injectable } from '@nestjs/common';
import type { Tx } from '@ciyuan/platform/database';
import type { VarianceAcknowledgement, VarianceReview } from './variance-acknowledgement';

interface AcknowledgementRow {
  run_id: string;
  number: number;
  finding: string;
  reason: string;
  by: string;
  at: Date;
}

/** What people say of findings, and what was asked at the signature: added and never changed, each row sealed. */
@Injectable()
export class VarianceAcknowledgementsStore {
  /** Whoever acknowledges findings of a run or signs it holds this until the transaction ends. */
  async lock(tx: Tx, runId: number): Promise<void> {
    await tx.rows('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`ciyuan.variances ${runId}`]);
  }

  /** The caller holds the lock. */
  async add(tx: Tx, { runId, number, finding, reason, by, at }: VarianceAcknowledgement): Promise<void> {
    await tx.rows(
      `INSERT INTO ciyuan.variance_acknowledgement
       SELECT (jsonb_populate_record(a, jsonb_build_object('digest', ciyuan.chained_digest(coalesce(
                 (SELECT b.digest FROM ciyuan.variance_acknowledgement AS b
                   WHERE b.run_id = a.run_id AND b.number = a.number - 1), ''), a)))).*
         FROM jsonb_populate_record(NULL::ciyuan.variance_acknowledgement, $1) AS a`,
      [JSON.stringify({ run_id: runId, number, finding, reason, by, at: new Date(at) })],
    );
  }

  /** In the order in which they came. */
  async ofRun(tx: Tx, runId: number): Promise<VarianceAcknowledgement[]> {
    const rows = await tx.rows<AcknowledgementRow>(
      'SELECT * FROM ciyuan.variance_acknowledgement WHERE run_id = $1 ORDER BY number',
      [runId],
    );
    return rows.map(({ run_id, at, number, finding, reason, by }) => ({
      runId: Number(run_id),
      number,
      finding,
      reason,
      by,
      at: at.getTime(),
    }));
  }

  async addReview(tx: Tx, { runId, policyVersionId, findings, by, at }: VarianceReview): Promise<void> {
    await tx.rows(
      `INSERT INTO ciyuan.variance_review
       SELECT (jsonb_populate_record(v, jsonb_build_object('digest', ciyuan.chained_digest('', v)))).*
         FROM jsonb_populate_record(NULL::ciyuan.variance_review, $1) AS v`,
      [JSON.stringify({ run_id: runId, policy_version_id: policyVersionId, findings, by, at: new Date(at) })],
    );
  }
}
