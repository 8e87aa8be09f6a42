import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { Database, type Tx } from '@ciyuan/platform/database';
import type { BillRun } from './bill-run';
import { BillRunsStore } from './bill-runs.store';
import type { CalculateRunRefusal } from './billing-refusals';
import { documentsDigest } from './documents-digest';
import { InvoicesStore } from './invoices.store';
import { LoadBilling } from './load-billing';
import { RunAccountsStore } from './run-accounts.store';

export type StepsDone = (done: number, total: number) => Promise<void>;

/**
 * Calculates a run's documents, a chunk of payers in a transaction. Begun again it goes on where it stopped; once it is
 * whole, it is a draft.
 */
@Injectable()
export class CalculateBillRun {
  constructor(
    private readonly database: Database,
    private readonly runs: BillRunsStore,
    private readonly accounts: RunAccountsStore,
    private readonly loadBilling: LoadBilling,
    private readonly invoices: InvoicesStore,
  ) {}

  async run(runId: number, onProgress?: StepsDone): Promise<Result<BillRun, CalculateRunRefusal>> {
    const run = await this.database.transaction((tx) => this.runs.byId(tx, runId));
    if (run === undefined) return refuse({ code: 'unknown_run' });
    if (run.state === 'superseded') return refuse({ code: 'wrong_state', state: run.state });
    if (run.state !== 'calculating') return ok(run);
    const done = await this.database.transaction((tx) => this.invoices.chunks(tx, runId));
    for (let chunk = 1; chunk <= run.chunks; chunk++) {
      if (!done.has(chunk)) await this.database.retrying((tx) => this.calculate(tx, run, chunk));
      await onProgress?.(chunk, run.chunks);
    }
    const draft = await this.database.retrying((tx) => this.runs.calculated(tx, runId));
    return draft === undefined ? refuse({ code: 'wrong_state', state: 'superseded' }) : ok(draft);
  }

  private async calculate(tx: Tx, run: BillRun, chunk: number): Promise<void> {
    const accounts = await this.accounts.ofChunk(tx, run.id, chunk);
    const documents = await this.loadBilling.run(tx, run, accounts);
    const digest = documentsDigest(documents);
    await this.invoices.addChunk(tx, { runId: run.id, chunk, documents: documents.length, digest });
    await this.invoices.add(tx, run.id, chunk, documents);
  }
}
