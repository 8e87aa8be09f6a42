import { Injectable } from '@nestjs/common';
import { Database } from '@ciyuan/platform/database';
import type { Listed, PlaceInList } from '@ciyuan/platform/lists';
import type { StatementId } from '../statement';
import { AccountCoversStore, type CoverSort, type ListedCover } from './account-covers.store';
import { StatementBasesStore } from './statement-bases.store';

export interface CoversToList extends StatementId, PlaceInList<CoverSort> {
  readonly month: string;
}

/** Lists the accounts that decided what of a statement's month is due; undefined where that month waits for nothing. */
@Injectable()
export class ListCovers {
  constructor(
    private readonly database: Database,
    private readonly bases: StatementBasesStore,
    private readonly covers: AccountCoversStore,
  ) {}

  run({ month, ...wanted }: CoversToList): Promise<Listed<ListedCover> | undefined> {
    return this.database.snapshot(async (tx) => {
      const found = (await this.bases.ofStatement(tx, wanted)).find((one) => one.month === month);
      return found === undefined ? undefined : this.covers.page(tx, wanted, found, wanted);
    });
  }
}
