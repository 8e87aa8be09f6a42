import { Injectable } from '@nestjs/common';
import { SuspenseStore, type SuspenseEntry, type SuspenseFilter } from '@ciyuan/modules/usage';
import { Database } from '@ciyuan/platform/database';

/** Records in suspense, oldest first, a page at a time. */
@Injectable()
export class ListSuspense {
  constructor(
    private readonly database: Database,
    private readonly suspense: SuspenseStore,
  ) {}

  run(filter: SuspenseFilter): Promise<SuspenseEntry[]> {
    return this.database.transaction((tx) => this.suspense.list(tx, filter));
  }
}
