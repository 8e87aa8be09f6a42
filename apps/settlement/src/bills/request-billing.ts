import { Injectable } from '@nestjs/common';
import { JobLoop, RequestJob, type JobRun } from '@ciyuan/platform/jobs';
import { BILLING, type BILLING_STEPS } from '../jobs/billing-job';

export interface BillingToRequest {
  readonly runId: number;
  readonly step: (typeof BILLING_STEPS)[number];
  readonly by: string;
}

/** Asks for a step of a bill run: the job that there is, or another where that one has failed. */
@Injectable()
export class RequestBilling {
  constructor(
    private readonly requestJob: RequestJob,
    private readonly loop: JobLoop,
  ) {}

  async run({ runId, step, by }: BillingToRequest): Promise<JobRun> {
    for (let round = 1; ; round++) {
      const job = await this.requestJob.run({
        kind: BILLING,
        parameters: { runId, step },
        requestedBy: by,
        requestKey: `${BILLING} ${runId} ${step} ${by}, round ${round}`,
      });
      if (!job.ok) throw new Error(`the job of bill run ${runId}: ${job.refusal.code}`);
      if (job.value.state === 'failed') continue;
      void this.loop.relayNow();
      return job.value;
    }
  }
}
