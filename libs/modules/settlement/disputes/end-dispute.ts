import { Injectable } from '@nestjs/common';
import { isDecided } from '@ciyuan/core/settlement';
import type { Tx } from '@ciyuan/platform/database';
import { LockStatement } from '../life/lock-statement';
import { NOTHING_TOLD } from '../life/statement-event';
import { TakeStep } from '../life/take-step';
import type { Dispute, DisputeEvent } from './dispute';
import { DisputesStore } from './disputes.store';
import type { LockedLine } from './lock-dispute-line';

/** What is said of a statement that is confirmed because nothing of it is disputed any more. */
const ALL_DECIDED = 'every disputed line is decided';

/** Tells of a step of a line; the statement is confirmed with the last of its lines that is decided. */
@Injectable()
export class EndDispute {
  constructor(
    private readonly disputes: DisputesStore,
    private readonly lockStatement: LockStatement,
    private readonly takeStep: TakeStep,
  ) {}

  async run(tx: Tx, { dispute, line }: LockedLine, event: DisputeEvent): Promise<Dispute> {
    await this.disputes.addEvent(tx, dispute.id, line.line, event);
    const all = await this.disputes.ofStatement(tx, dispute);
    const isOver = all.every(({ lines }) => lines.every(({ state }) => isDecided(state)));
    if (isOver) await this.confirm(tx, dispute, event);
    return all.find(({ id }) => id === dispute.id) ?? dispute;
  }

  /** Not where the party was quicker, and has sent its invoice for what was issued. */
  private async confirm(
    tx: Tx,
    { runId, party, currency }: Dispute,
    { at, by }: DisputeEvent,
  ): Promise<void> {
    const locked = await this.lockStatement.run(tx, { runId, party, currency });
    if (!locked.ok || locked.value.statement.state !== 'disputed') return;
    const note = by === party ? null : ALL_DECIDED;
    await this.takeStep.run(tx, [locked.value], { ...NOTHING_TOLD, state: 'confirmed', at, by, note });
  }
}
