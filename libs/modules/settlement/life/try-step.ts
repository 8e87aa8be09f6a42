import { Injectable } from '@nestjs/common';
import { ok, type Result } from '@ciyuan/core/kernel';
import { Database, unlessRolledBack, type Tx } from '@ciyuan/platform/database';
import type { StepTaken } from './statement-event';

/** Takes a step in one transaction. What is refused leaves nothing; a preview is the very same step, rolled back. */
@Injectable()
export class TryStep {
  constructor(private readonly database: Database) {}

  run<R>(
    preview: boolean,
    attempt: (tx: Tx) => Promise<Result<StepTaken, R>>,
  ): Promise<Result<StepTaken, R>> {
    return unlessRolledBack<Result<StepTaken, R>>((rollBack) =>
      this.database.retrying(async (tx) => {
        const outcome = await attempt(tx);
        if (!outcome.ok) return rollBack(outcome);
        return preview ? rollBack(ok({ ...outcome.value, applied: false })) : outcome;
      }),
    );
  }
}
