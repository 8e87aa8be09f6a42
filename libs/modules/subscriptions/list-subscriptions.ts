import { Injectable } from '@nestjs/common';
import type { SubscriptionState } from '@ciyuan/core/charging';
import { CatalogueCache } from '@ciyuan/modules/catalogue';
import { AccountsStore } from '@ciyuan/modules/parties';
import { Database } from '@ciyuan/platform/database';
import { SubscriptionsStore } from './subscriptions.store';

/** What an account has taken up, in the order in which it did; undefined for a code that no account has. */
@Injectable()
export class ListSubscriptions {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsStore,
    private readonly catalogue: CatalogueCache,
    private readonly subscriptions: SubscriptionsStore,
  ) {}

  run(accountCode: string): Promise<readonly Readonly<SubscriptionState>[] | undefined> {
    return this.database.transaction(async (tx) => {
      const id = (await this.accounts.idsByCode(tx, [accountCode])).get(accountCode);
      if (id === undefined) return undefined;
      const loaded = await this.subscriptions.load(tx, [id], await this.catalogue.current(tx));
      return loaded.get(id) ?? [];
    });
  }
}
