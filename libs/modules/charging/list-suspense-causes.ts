import { Injectable } from '@nestjs/common';
import { SuspenseCausesStore, type SuspenseCause } from '@ciyuan/modules/usage';
import { Database } from '@ciyuan/platform/database';

/** What records in suspense wait for, the most frequent first; of one partner, or of all. */
@Injectable()
export class ListSuspenseCauses {
  constructor(
    private readonly database: Database,
    private readonly causes: SuspenseCausesStore,
  ) {}

  run(partner: string | undefined): Promise<SuspenseCause[]> {
    return this.database.transaction((tx) => this.causes.list(tx, partner));
  }
}
