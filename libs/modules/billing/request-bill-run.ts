import { Injectable } from '@nestjs/common';
import { ok, refuse, type Instant, type Result } from '@ciyuan/core/kernel';
import { Clock } from '@ciyuan/platform/clock';
import { Database, type Tx } from '@ciyuan/platform/database';
import type { BillRun } from './bill-run';
import { BillRunsStore } from './bill-runs.store';
import type { RequestRunRefusal } from './billing-refusals';
import { RunAccountsStore } from './run-accounts.store';

export const USUAL_GRACE_HOURS = 72;
const USUAL_PAYERS_PER_CHUNK = 200;

export interface BillRunToRequest {
  /** Not in the future. */
  readonly cutOff: Instant;
  readonly graceHours?: number | undefined;
  /** Codes; all accounts, where neither is named. */
  readonly accounts?: readonly string[] | undefined;
  readonly customers?: readonly string[] | undefined;
  readonly by: string;
  /** Of one transaction. */
  readonly payersPerChunk?: number | undefined;
}

/** Takes down what is to be billed, of whom and up to where; it is still to be calculated. A draft there was is set aside. */
@Injectable()
export class RequestBillRun {
  constructor(
    private readonly database: Database,
    private readonly runs: BillRunsStore,
    private readonly accounts: RunAccountsStore,
    private readonly clock: Clock,
  ) {}

  run(wanted: BillRunToRequest): Promise<Result<BillRun, RequestRunRefusal>> {
    return this.database.retrying((tx) => this.request(tx, wanted));
  }

  private async request(tx: Tx, wanted: BillRunToRequest): Promise<Result<BillRun, RequestRunRefusal>> {
    const { cutOff, graceHours = USUAL_GRACE_HOURS, by } = wanted;
    const createdAt = this.clock.now();
    if (cutOff > createdAt) return refuse({ code: 'cut_off_in_the_future' });
    const [accounts, customers] = [wanted.accounts ?? [], wanted.customers ?? []];
    const account = await this.accounts.unknown(tx, 'account', accounts);
    if (account !== undefined) return refuse({ code: 'unknown_account', account });
    const customer = await this.accounts.unknown(tx, 'customer', customers);
    if (customer !== undefined) return refuse({ code: 'unknown_customer', customer });
    await this.runs.lock(tx);
    const other = await this.runs.inState(tx, 'finalising');
    if (other !== undefined) return refuse({ code: 'run_in_progress', runId: other.id });
    await this.runs.supersede(tx);
    const run = await this.runs.add(tx, {
      cutOff,
      graceHours,
      accounts,
      customers,
      createdAt,
      createdBy: by,
    });
    await this.accounts.freeze(tx, run, wanted.payersPerChunk ?? USUAL_PAYERS_PER_CHUNK);
    return ok((await this.runs.byId(tx, run.id)) ?? run);
  }
}
