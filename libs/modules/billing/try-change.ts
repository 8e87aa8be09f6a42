import { Injectable } from '@nestjs/common';
import type { Instant, Result } from '@ciyuan/core/kernel';
import { Clock } from '@ciyuan/platform/clock';
import { Database, unlessRolledBack, type Tx } from '@ciyuan/platform/database';

/** Changes an account's money in one transaction. What is refused leaves nothing; a preview is the same, rolled back. */
@Injectable()
export class TryChange {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  run<T, R>(
    preview: boolean,
    attempt: (tx: Tx, at: Instant) => Promise<Result<T, R>>,
  ): Promise<Result<T, R>> {
    return unlessRolledBack<Result<T, R>>((rollBack) =>
      this.database.retrying(async (tx) => {
        const outcome = await attempt(tx, this.clock.now());
        return outcome.ok && !preview ? outcome : rollBack(outcome);
      }),
    );
  }
}
