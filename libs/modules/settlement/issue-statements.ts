import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import type { WaivableCode } from '@ciyuan/core/settlement';
import { AccountingMonthsStore } from '@ciyuan/modules/ledger';
import { Clock } from '@ciyuan/platform/clock';
import { Database, type Tx } from '@ciyuan/platform/database';
import { PostSettlement } from './post-settlement';
import { PrepareIssue } from './prepare-issue';
import type { IssueRefusal } from './refusals';
import type { SettlementRun } from './settlement-run';
import { SettlementRunsStore } from './settlement-runs.store';

export interface RunToIssue {
  readonly runId: number;
  readonly by: string;
  /** Waives the records of an open month that are still in suspense; they are adjusted once they are charged. */
  readonly waiveOpenSuspense?: boolean;
  /** Waives costs of parties that are not priced: they count as nothing. */
  readonly waiveOpenCosts?: boolean;
}

/**
 * Issues the statements of an approved run, posts its journal and closes the month: all of it, or nothing. A month that
 * is not frozen yet is frozen with it, by the same rules.
 */
@Injectable()
export class IssueStatements {
  constructor(
    private readonly database: Database,
    private readonly months: AccountingMonthsStore,
    private readonly runs: SettlementRunsStore,
    private readonly prepareIssue: PrepareIssue,
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
    const issue = { by: request.by, at: this.clock.now(), waive: waivedBy(request) };
    const prepared = await this.prepareIssue.run(tx, run, issue);
    if (!prepared.ok) return prepared;
    return ok(await this.postSettlement.run(tx, run, { ...prepared.value, ...issue }));
  }
}

const waivedBy = ({ waiveOpenSuspense, waiveOpenCosts }: RunToIssue): readonly WaivableCode[] => [
  ...(waiveOpenSuspense === true ? (['suspense_open'] as const) : []),
  ...(waiveOpenCosts === true ? (['cost_suspense_open'] as const) : []),
];
