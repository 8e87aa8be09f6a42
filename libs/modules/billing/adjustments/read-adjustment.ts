import { Injectable } from '@nestjs/common';
import { AccountsStore } from '@ciyuan/modules/parties';
import { Database } from '@ciyuan/platform/database';
import type { AdjustmentDetails } from './account-adjustment';
import { AdjustmentEventsStore } from './adjustment-events.store';
import { AdjustmentsStore } from './adjustments.store';
import type { AdjustmentToLock } from './lock-adjustment';

/** An adjustment with what became of it; undefined where there is none. */
@Injectable()
export class ReadAdjustment {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsStore,
    private readonly adjustments: AdjustmentsStore,
    private readonly events: AdjustmentEventsStore,
  ) {}

  run({ account: code, number }: AdjustmentToLock): Promise<AdjustmentDetails | undefined> {
    return this.database.snapshot(async (tx) => {
      const account = await this.accounts.byCode(tx, code);
      if (account === undefined) return undefined;
      const adjustment = await this.adjustments.byId(tx, { accountId: account.id, number });
      if (adjustment === undefined) return undefined;
      return { adjustment, events: await this.events.ofAdjustment(tx, adjustment) };
    });
  }
}
