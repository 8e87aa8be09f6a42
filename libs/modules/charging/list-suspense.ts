import { Injectable } from '@nestjs/common';
import { ListedSuspenseStore, type SuspenseEntry, type SuspensePage } from '@ciyuan/modules/usage';
import { Database } from '@ciyuan/platform/database';
import type { Listed } from '@ciyuan/platform/lists';

/** One page of the records in suspense that are asked for, in the order that is asked for. */
@Injectable()
export class ListSuspense {
  constructor(
    private readonly database: Database,
    private readonly suspense: ListedSuspenseStore,
  ) {}

  run(page: SuspensePage): Promise<Listed<SuspenseEntry>> {
    return this.database.transaction((tx) => this.suspense.list(tx, page));
  }
}
