import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { Clock } from '@ciyuan/platform/clock';
import { Database } from '@ciyuan/platform/database';
import { graceEnd, type BillRun } from './bill-run';
import { BillRunsStore } from './bill-runs.store';
import type { FinaliseRefusal } from './billing-refusals';
import type { StepsDone } from './calculate-bill-run';
import { FindStaleChunk } from './find-stale-chunk';
import { IssueInvoices } from './issue-invoices';

export interface RunToFinalise {
  readonly runId: number;
  readonly by: string;
  /** Only says whether it could be done, apart from what the records say. */
  readonly onlyCheck?: boolean;
}

/**
 * Makes a draft final once its grace is over, by another person than the one who calculated it: a chunk of payers in a
 * transaction. Begun again, by whomever, it goes on where it stopped. What comes in meanwhile is billed by the next run.
 */
@Injectable()
export class FinaliseBillRun {
  constructor(
    private readonly database: Database,
    private readonly runs: BillRunsStore,
    private readonly findStale: FindStaleChunk,
    private readonly issueInvoices: IssueInvoices,
    private readonly clock: Clock,
  ) {}

  async run(wanted: RunToFinalise, onProgress?: StepsDone): Promise<Result<BillRun, FinaliseRefusal>> {
    const begun = await this.begin(wanted);
    if (!begun.ok || wanted.onlyCheck === true || begun.value.state === 'final') return begun;
    const { id, chunks, finalisedBy } = begun.value;
    const by = finalisedBy ?? wanted.by;
    for (let chunk = 1; chunk <= chunks; chunk++) {
      await this.database.retrying(async (tx) => {
        await this.runs.lock(tx);
        await this.issueInvoices.run(tx, { runId: id, chunk, by });
      });
      await onProgress?.(chunk, chunks);
    }
    const done = await this.database.retrying((tx) => this.runs.finish(tx, id, this.clock.now()));
    return done === undefined ? refuse({ code: 'unknown_run' }) : ok(done);
  }

  private async begin({ runId, by, onlyCheck }: RunToFinalise): Promise<Result<BillRun, FinaliseRefusal>> {
    const run = await this.database.transaction((tx) => this.runs.byId(tx, runId));
    if (run === undefined) return refuse({ code: 'unknown_run' });
    const { state } = run;
    if (by === run.createdBy) return refuse({ code: 'second_person_needed' });
    // Whoever goes on with it does so in the name of the one who has begun.
    if (state === 'finalising' || (state === 'final' && onlyCheck !== true)) return ok(run);
    if (state !== 'draft') return refuse({ code: 'wrong_state', state });
    if (this.clock.now() < graceEnd(run)) return refuse({ code: 'in_grace', until: graceEnd(run) });
    if (onlyCheck === true) return ok(run);
    if ((await this.findStale.run(run)) !== undefined) return refuse({ code: 'stale' });
    const started = await this.database.retrying(async (tx) => {
      await this.runs.lock(tx);
      return this.runs.startFinal(tx, runId, by);
    });
    return started === undefined ? refuse({ code: 'wrong_state', state: 'superseded' }) : ok(started);
  }
}
