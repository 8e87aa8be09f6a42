import { Injectable } from '@nestjs/common';
import { SuspenseCausesStore, type CauseAsked } from '@ciyuan/modules/usage';
import { Database } from '@ciyuan/platform/database';
import { RecycleSuspense, type Recycled } from './recycle-suspense';

/** Of one call: what more there is takes another. */
const MOST_AT_ONCE = 1_000;

/** Tries what waits for one cause again, the oldest thousand of it. */
@Injectable()
export class RecycleCause {
  constructor(
    private readonly database: Database,
    private readonly causes: SuspenseCausesStore,
    private readonly recycleSuspense: RecycleSuspense,
  ) {}

  async run(cause: CauseAsked): Promise<Recycled> {
    const keys = await this.database.transaction((tx) => this.causes.keysOf(tx, cause, MOST_AT_ONCE));
    return keys.length === 0 ? { charged: 0, stillOpen: 0 } : this.recycleSuspense.run(keys);
  }
}
