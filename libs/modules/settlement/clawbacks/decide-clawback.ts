import { Injectable } from '@nestjs/common';
import { OPERATOR_ZONE, monthOf, ok, refuse, type Result } from '@ciyuan/core/kernel';
import { AccountingMonthsStore } from '@ciyuan/modules/ledger';
import { Clock } from '@ciyuan/platform/clock';
import { Database, type Tx } from '@ciyuan/platform/database';
import { CheckClawback } from './check-clawback';
import type { Clawback, ClawbackDecision, ClawbackDecisionRefusal } from './clawback';
import { ClawbacksStore } from './clawbacks.store';
import { MoveClawback } from './move-clawback';

export interface ClawbackToDecide {
  readonly id: number;
  readonly state: ClawbackDecision['state'];
  readonly by: string;
  readonly note?: string;
}

/** A second person approves what was asked for, and the open month takes it from each party; or rejects it. */
@Injectable()
export class DecideClawback {
  constructor(
    private readonly database: Database,
    private readonly clawbacks: ClawbacksStore,
    private readonly checkClawback: CheckClawback,
    private readonly months: AccountingMonthsStore,
    private readonly moveClawback: MoveClawback,
    private readonly clock: Clock,
  ) {}

  run(wanted: ClawbackToDecide): Promise<Result<Clawback, ClawbackDecisionRefusal>> {
    return this.database.retrying((tx) => this.decide(tx, wanted));
  }

  private async decide(
    tx: Tx,
    { id, state, by, note }: ClawbackToDecide,
  ): Promise<Result<Clawback, ClawbackDecisionRefusal>> {
    await this.clawbacks.lock(tx);
    const found = await this.clawbacks.byId(tx, id);
    if (found === undefined) return refuse({ code: 'not_found' });
    if (found.decision !== null) return refuse({ code: 'decided', state: found.decision.state });
    if (by === found.requestedBy) return refuse({ code: 'second_person_needed' });
    const decidedAt = this.clock.now();
    const told = { state, decidedBy: by, decidedAt, note: note ?? null };
    if (state === 'rejected') return this.tell(tx, found, { ...told, month: null });
    const checked = await this.checkClawback.run(tx, found, found.parts);
    if (!checked.ok) return checked;
    const decision = { ...told, month: await this.openMonth(tx, found) };
    await this.moveClawback.run(tx, found, decision);
    return this.tell(tx, found, decision);
  }

  private async tell(tx: Tx, found: Clawback, decision: ClawbackDecision): Promise<Result<Clawback, never>> {
    await this.clawbacks.decide(tx, found, decision);
    return ok({ ...found, decision });
  }

  /** Of now, or the next one where that is closed; it stays open until the transaction ends. */
  private async openMonth(tx: Tx, { originMonth }: Clawback): Promise<string> {
    const now = monthOf(OPERATOR_ZONE, this.clock.now());
    const wanted = now < originMonth ? originMonth : now;
    return (await this.months.assign(tx, [wanted])).get(wanted) ?? wanted;
  }
}
