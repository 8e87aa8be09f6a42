import { Injectable } from '@nestjs/common';
import { renewAhead } from '@ciyuan/core/charging';
import type { Instant } from '@ciyuan/core/kernel';
import { CatalogueCache } from '@ciyuan/modules/catalogue';
import { Database } from '@ciyuan/platform/database';
import { ChangeAccounts } from './change-accounts';
import { SubscriptionsStore } from './subscriptions.store';

const ACCOUNTS_PER_TRANSACTION = 500;

/**
 * Issues the grants of every cycle that begins by `until`, some hundred accounts to a transaction; safe to run
 * again, and beside usage, which renews for itself what it finds due. Returns how many grants were issued.
 */
@Injectable()
export class RenewDue {
  constructor(
    private readonly database: Database,
    private readonly catalogue: CatalogueCache,
    private readonly subscriptions: SubscriptionsStore,
    private readonly changeAccounts: ChangeAccounts,
  ) {}

  async run(until: Instant): Promise<number> {
    let issued = 0;
    for (let after = 0; ; ) {
      const part = await this.database.retrying(async (tx) => {
        const due = await this.subscriptions.accountsDue(tx, until, after, ACCOUNTS_PER_TRANSACTION);
        if (due.length === 0) return undefined;
        const catalogue = await this.catalogue.current(tx);
        const { decision } = await this.changeAccounts.run(tx, {
          catalogue,
          takes: new Map(due.map((id) => [id, 0])),
          from: until,
          until,
          decide: (accounts, months) => renewAhead(accounts.values(), until, catalogue, months),
        });
        return { last: due[due.length - 1] as number, grants: decision.newGrants.length };
      });
      if (part === undefined) return issued;
      issued += part.grants;
      after = part.last;
    }
  }
}
