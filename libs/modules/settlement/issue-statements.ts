import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { AccountingMonthsStore } from '@ciyuan/modules/ledger';
import { Clock } from '@ciyuan/platform/clock';
import { Database, type Tx } from '@ciyuan/platform/database';
import { CheckIssue } from './check-issue';
import { PostSettlement } from './post-settlement';
import type { IssueRefusal } from './refusals';
import type { SettlementRun } from './settlement-run';
import { SettlementRunsStore } from './settlement-runs.store';

export interface RunToIssue {
  readonly runId: number;
  readonly by: string;
  /** Issues although records of the month are still in suspense; they are adjusted once they are charged. */
  readonly waiveOpenSuspense?: boolean;
  /** Issues although a party's cost of some record is not priced: that cost counts as nothing. */
  readonly waiveOpenCosts?: boolean;
}

/** Issues the statements of an approved run, posts its journal and closes the month: all of it, or nothing. */
@Injectable()
export class IssueStatements {
  constructor(
    private readonly database: Database,
    private readonly months: AccountingMonthsStore,
    private readonly runs: SettlementRunsStore,
    private readonly checkIssue: CheckIssue,
    private readonly postSettlement: PostSettlement,
    private readonly clock: Clock,
  ) {}

  run(request: RunToIssue): Promise<Result<SettlementRun, IssueRefusal>> {
    return this.database.retrying((tx) => this.issue(tx, request));
  }

  private async issue(tx: Tx, request: RunToIssue): Promise<Result<SettlementRun, IssueRefusal>> {
    const found = await this.runs.byId(tx, request.runId);
    if (found === undefined) return refuse({ code: 'not_found' });
    if (found.kind === 'proforma') return refuse({ code: 'proforma_run' });
    await this.months.lockExclusive(tx, found.month);
    const run = (await this.runs.byId(tx, request.runId)) ?? found;
    if (run.state !== 'approved') return refuse({ code: 'wrong_state', state: run.state });
    const checked = await this.checkIssue.run(tx, run, {
      openSuspense: request.waiveOpenSuspense ?? false,
      openCosts: request.waiveOpenCosts ?? false,
    });
    if (!checked.ok) return checked;
    const at = this.clock.now();
    const posted = await this.postSettlement.run(tx, run, { ...checked.value, by: request.by, at });
    await this.months.setState(tx, run.month, 'closed', new Date(at));
    return ok(posted);
  }
}
