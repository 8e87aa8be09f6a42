import { Injectable } from '@nestjs/common';
import { ok, refuse, type Instant } from '@ciyuan/core/kernel';
import type { Progress } from '@ciyuan/platform/jobs';
import type { StatementId } from '../statement';
import { FindUnanswered } from './find-unanswered';
import { LockStatement } from './lock-statement';
import { NOTHING_TOLD } from './statement-event';
import { TakeStep } from './take-step';
import { TryStep } from './try-step';

const CLOCK = 'clock';

/**
 * Confirms what nobody answered within its dispute days, each statement in a transaction of its own. Safe to run again,
 * and beside somebody who answers. Returns how many it confirmed.
 */
@Injectable()
export class ConfirmUnanswered {
  constructor(
    private readonly findUnanswered: FindUnanswered,
    private readonly tryStep: TryStep,
    private readonly lockStatement: LockStatement,
    private readonly takeStep: TakeStep,
  ) {}

  async run(now: Instant, onProgress?: Progress): Promise<number> {
    const due = await this.findUnanswered.run(now);
    let confirmed = 0;
    for (const [index, id] of due.entries()) {
      if (await this.confirm(id, now)) confirmed++;
      await onProgress?.(index + 1, due.length);
    }
    return confirmed;
  }

  /** False where it was answered in between. */
  private async confirm(id: StatementId, at: Instant): Promise<boolean> {
    const taken = await this.tryStep.run(false, async (tx) => {
      const locked = await this.lockStatement.run(tx, id);
      if (!locked.ok || locked.value.statement.state !== 'issued') return refuse({ code: 'answered' });
      const told = { ...NOTHING_TOLD, state: 'deemed_confirmed', at, by: CLOCK } as const;
      return ok(await this.takeStep.run(tx, [locked.value], told));
    });
    return taken.ok;
  }
}
