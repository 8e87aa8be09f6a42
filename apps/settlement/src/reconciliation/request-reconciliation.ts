import { Injectable } from '@nestjs/common';
import type { Reconciliation } from '@ciyuan/modules/reconciliation';
import { JobLoop, RequestJob, type JobRun } from '@ciyuan/platform/jobs';
import { RECONCILIATION } from '../jobs/reconciliation-job';

/** Asks for the job of a partner's file: the one that there is, or another where that one has failed. */
@Injectable()
export class RequestReconciliation {
  constructor(
    private readonly requestJob: RequestJob,
    private readonly loop: JobLoop,
  ) {}

  async run({ id, requestedBy }: Reconciliation): Promise<JobRun> {
    for (let round = 1; ; round++) {
      const job = await this.requestJob.run({
        kind: RECONCILIATION,
        parameters: { reconciliationId: id },
        requestedBy,
        requestKey: `${RECONCILIATION} ${id}, round ${round}`,
      });
      if (!job.ok) throw new Error(`the job of file ${id}: ${job.refusal.code}`);
      if (job.value.state === 'failed') continue;
      void this.loop.relayNow();
      return job.value;
    }
  }
}
