import { Injectable } from '@nestjs/common';
import { expireDue } from '@ciyuan/core/charging';
import type { Instant } from '@ciyuan/core/kernel';
import { CatalogueCache } from '@ciyuan/modules/catalogue';
import { GrantsStore } from '@ciyuan/modules/entitlement';
import { Database } from '@ciyuan/platform/database';
import { ChangeAccounts } from './change-accounts';

const ACCOUNTS_PER_TRANSACTION = 500;

/**
 * Books the expiries whose lateness window is over at `now`: what is left becomes breakage. Safe to run again.
 * Returns how many grants expired.
 */
@Injectable()
export class ExpireDue {
  constructor(
    private readonly database: Database,
    private readonly catalogue: CatalogueCache,
    private readonly grants: GrantsStore,
    private readonly changeAccounts: ChangeAccounts,
  ) {}

  async run(now: Instant): Promise<number> {
    let expired = 0;
    for (let after = 0; ; ) {
      const part = await this.database.retrying(async (tx) => {
        const lapsed = await this.grants.accountsWithLapsed(tx, now, after, ACCOUNTS_PER_TRANSACTION);
        if (lapsed.length === 0) return undefined;
        const catalogue = await this.catalogue.current(tx);
        const { decision } = await this.changeAccounts.run(tx, {
          catalogue,
          takes: new Map(lapsed.map((id) => [id, 0])),
          from: now,
          until: now,
          expiredToo: true,
          decide: (accounts, months) => expireDue(accounts.values(), now, catalogue, months),
        });
        return { last: lapsed[lapsed.length - 1] as number, grants: decision.movements.length };
      });
      if (part === undefined) return expired;
      expired += part.grants;
      after = part.last;
    }
  }
}
