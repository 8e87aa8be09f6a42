import { Injectable } from '@nestjs/common';
import type { OrderImport } from '@ciyuan/modules/subscriptions';
import { JobLoop, RequestJob, type JobRun } from '@ciyuan/platform/jobs';
import { ORDER_IMPORT } from '../jobs/order-import-job';

/** Asks for the job of a file of orders: the one that there is, or another where that one has failed. */
@Injectable()
export class RequestOrderImport {
  constructor(
    private readonly requestJob: RequestJob,
    private readonly loop: JobLoop,
  ) {}

  async run({ id, requestedBy }: OrderImport): Promise<JobRun> {
    for (let round = 1; ; round++) {
      const job = await this.requestJob.run({
        kind: ORDER_IMPORT,
        parameters: { importId: id },
        requestedBy,
        requestKey: `${ORDER_IMPORT} ${id}, round ${round}`,
      });
      if (!job.ok) throw new Error(`the job of import ${id}: ${job.refusal.code}`);
      if (job.value.state === 'failed') continue;
      void this.loop.relayNow();
      return job.value;
    }
  }
}
