import { Injectable } from '@nestjs/common';
import { ok, refuse, type Fen, type Result } from '@ciyuan/core/kernel';
import { payoutsOf } from '@ciyuan/core/settlement';
import type { Tx } from '@ciyuan/platform/database';
import { ReadStatementTerms } from '../contracts/read-statement-terms';
import type { StatementTerms } from '../contracts/statement-terms';
import type { Statement, StatementState } from '../statement';
import { StatementsStore } from '../statements.store';
import type { PayoutRefusal } from './life-refusal';
import { LockStatement, type StatementToLock } from './lock-statement';

export interface LockedPayout {
  readonly payoutRunId: number;
  readonly payableFen: Fen;
  /** The oldest first; the last one is the statement that was asked for. */
  readonly statements: readonly { readonly statement: Statement; readonly terms: StatementTerms }[];
}

/** Finds the payout that a statement completes, every month of which is in one of the states, under the lock. */
@Injectable()
export class LockPayout {
  constructor(
    private readonly lockStatement: LockStatement,
    private readonly statements: StatementsStore,
    private readonly readTerms: ReadStatementTerms,
  ) {}

  async run(
    tx: Tx,
    wanted: StatementToLock,
    states: readonly StatementState[],
  ): Promise<Result<LockedPayout, PayoutRefusal>> {
    const locked = await this.lockStatement.run(tx, wanted);
    if (!locked.ok) return locked;
    const { state, party } = locked.value.statement;
    if (!states.includes(state)) return refuse({ code: 'wrong_state', state });
    const termsAt = await this.readTerms.run(tx, party);
    const issued = (await this.statements.issuedTo(tx, wanted)).map((statement) => {
      const terms = termsAt(statement.issuedAt ?? -Infinity);
      return { statement, terms, payableFen: statement.payableFen, minimumFen: terms.minimumPayoutFen };
    });
    const { payouts, carried } = payoutsOf(issued);
    const payout = payouts.find((one) => one.statements.some((of) => of.statement.runId === wanted.runId));
    const completing = payout?.statements.at(-1);
    if (payout === undefined || completing === undefined) {
      const minimumFen = carried.statements.at(-1)?.minimumFen ?? 0n;
      return refuse({ code: 'carried', carriedFen: carried.payableFen, minimumFen });
    }
    const { runId, month } = completing.statement;
    if (runId !== wanted.runId) return refuse({ code: 'paid_with', month, runId });
    const late = payout.statements.find((one) => !states.includes(one.statement.state))?.statement;
    if (late !== undefined) return refuse({ code: 'month_not_ready', month: late.month, state: late.state });
    return ok({ payoutRunId: runId, payableFen: payout.payableFen, statements: payout.statements });
  }
}
