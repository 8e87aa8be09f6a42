import { Injectable } from '@nestjs/common';
import type { BillDocument } from '@ciyuan/core/billing';
import type { Tx } from '@ciyuan/platform/database';
import { BillRunsStore } from './bill-runs.store';
import { LoadBilling } from './load-billing';
import { RunAccountsStore } from './run-accounts.store';

/** The documents of a run, calculated again chunk by chunk out of what was charged up to its sequence numbers. */
@Injectable()
export class RecomputeInvoices {
  constructor(
    private readonly runs: BillRunsStore,
    private readonly accounts: RunAccountsStore,
    private readonly loadBilling: LoadBilling,
  ) {}

  async *run(tx: Tx, runId: number): AsyncGenerator<readonly BillDocument[]> {
    const run = await this.runs.byId(tx, runId);
    if (run === undefined) throw new Error(`bill run ${runId} is gone`);
    for (let chunk = 1; chunk <= run.chunks; chunk++)
      yield await this.loadBilling.run(tx, run, await this.accounts.ofChunk(tx, runId, chunk));
  }
}
