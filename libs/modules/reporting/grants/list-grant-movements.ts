import { Injectable } from '@nestjs/common';
import { AccountsStore } from '@ciyuan/modules/parties';
import { Database } from '@ciyuan/platform/database';
import type { Listed, PlaceInList } from '@ciyuan/platform/lists';
import { ListedMovementsStore, type GrantMovementRow } from './listed-movements.store';

export interface MovementsAsked extends PlaceInList<'at'> {
  readonly account: string;
  readonly grantNumber: number;
}

/** One page of what a grant was given and what left it; all of it adds up to what is left. Undefined of no such grant. */
@Injectable()
export class ListGrantMovements {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsStore,
    private readonly movements: ListedMovementsStore,
  ) {}

  run({ account, grantNumber, ...page }: MovementsAsked): Promise<Listed<GrantMovementRow> | undefined> {
    return this.database.transaction(async (tx) => {
      const accountId = (await this.accounts.idsByCode(tx, [account])).get(account);
      if (accountId === undefined) return undefined;
      if (!(await this.movements.hasGrant(tx, accountId, grantNumber))) return undefined;
      return this.movements.list(tx, { ...page, accountId, grantNumber });
    });
  }
}
