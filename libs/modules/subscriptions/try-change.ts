import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { Database, sqlState, unlessRolledBack, type Tx } from '@ciyuan/platform/database';

/** What only the tables find out. */
export interface StoredRefusal {
  readonly code: 'second_base_tariff' | 'unknown_channel';
}

const EXCLUSION_VIOLATION = '23P01';
/** Of all that a change names, only the channel is not looked up before it is written. */
const FOREIGN_KEY_VIOLATION = '23503';

/** Makes a change in one transaction. What is refused leaves nothing; a preview is the very same change, rolled back. */
@Injectable()
export class TryChange {
  constructor(private readonly database: Database) {}

  async run<T extends { readonly applied: boolean }, R>(
    preview: boolean,
    attempt: (tx: Tx) => Promise<Result<T, R>>,
  ): Promise<Result<T, R | StoredRefusal>> {
    try {
      return await unlessRolledBack<Result<T, R>>((rollBack) =>
        this.database.retrying(async (tx) => {
          const outcome = await attempt(tx);
          if (!outcome.ok) return rollBack(outcome);
          return preview ? rollBack(ok({ ...outcome.value, applied: false })) : outcome;
        }),
      );
    } catch (error) {
      const state = sqlState(error);
      if (state === EXCLUSION_VIOLATION) return refuse({ code: 'second_base_tariff' });
      if (state === FOREIGN_KEY_VIOLATION) return refuse({ code: 'unknown_channel' });
      throw error;
    }
  }
}
