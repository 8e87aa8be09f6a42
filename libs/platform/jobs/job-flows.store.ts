import { Injectable } from '@nestjs/common';
import type { Tx } from '@ciyuan/platform/database';
import { jobRunOf, type JobRow } from './job-row';
import type { JobRun } from './job-run';

/** Runs that others wait for. */
@Injectable()
export class JobFlowsStore {
  /** The ids of the children of a run that have not ended. */
  async openChildren(tx: Tx, parentId: number): Promise<number[]> {
    const rows = await tx.rows<{ id: string }>(
      `SELECT id FROM ciyuan.job_run WHERE parent_id = $1 AND state IN ('queued', 'running') ORDER BY id`,
      [parentId],
    );
    return rows.map(({ id }) => Number(id));
  }

  /** The first of its children that has failed. */
  async failedChild(tx: Tx, parentId: number): Promise<JobRun | undefined> {
    const rows = await tx.rows<JobRow>(
      "SELECT * FROM ciyuan.job_run WHERE parent_id = $1 AND state = 'failed' ORDER BY id LIMIT 1",
      [parentId],
    );
    return rows.map(jobRunOf)[0];
  }
}
