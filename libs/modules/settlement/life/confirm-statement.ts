import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { Clock } from '@ciyuan/platform/clock';
import type { Tx } from '@ciyuan/platform/database';
import type { ConfirmationRefusal } from './life-refusal';
import { LockStatement, type StatementToLock } from './lock-statement';
import { NOTHING_TOLD, type StepTaken } from './statement-event';
import { TakeStep } from './take-step';
import { TryStep } from './try-step';

export interface StatementToConfirm extends StatementToLock {
  readonly by: string;
  /** On whose word, where it is not the party itself that confirms; of the party's own nothing is kept. */
  readonly note?: string;
}

/** The party says that its statement is right, or somebody says so in its name. */
@Injectable()
export class ConfirmStatement {
  constructor(
    private readonly tryStep: TryStep,
    private readonly lockStatement: LockStatement,
    private readonly takeStep: TakeStep,
    private readonly clock: Clock,
  ) {}

  run(wanted: StatementToConfirm): Promise<Result<StepTaken, ConfirmationRefusal>> {
    return this.tryStep.run(false, (tx) => this.confirm(tx, wanted));
  }

  private async confirm(
    tx: Tx,
    { by, note, ...wanted }: StatementToConfirm,
  ): Promise<Result<StepTaken, ConfirmationRefusal>> {
    const locked = await this.lockStatement.run(tx, wanted);
    if (!locked.ok) return locked;
    const { state, party } = locked.value.statement;
    if (state !== 'issued') return refuse({ code: 'wrong_state', state });
    if (by !== party && note === undefined) return refuse({ code: 'note_needed' });
    const told = { ...NOTHING_TOLD, at: this.clock.now(), by, note: by === party ? null : (note ?? null) };
    return ok(await this.takeStep.run(tx, [locked.value], { ...told, state: 'confirmed' }));
  }
}
