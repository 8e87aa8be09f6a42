import { Injectable } from '@nestjs/common';
import { commitmentStatuses, type CommitmentStatus } from '@ciyuan/core/charging';
import { CatalogueCache } from '@ciyuan/modules/catalogue';
import { GrantsStore, TierCountersStore } from '@ciyuan/modules/entitlement';
import { AccountsStore } from '@ciyuan/modules/parties';
import { Database } from '@ciyuan/platform/database';
import { SubscriptionsStore } from './subscriptions.store';

/** No grant expires before this. */
const BEGINNING = 0;

/** An account's commitments, each with every period as it stands; undefined for a code that no account has. */
@Injectable()
export class ReadCommitments {
  constructor(
    private readonly database: Database,
    private readonly catalogue: CatalogueCache,
    private readonly accounts: AccountsStore,
    private readonly subscriptions: SubscriptionsStore,
    private readonly grants: GrantsStore,
    private readonly counters: TierCountersStore,
  ) {}

  run(accountCode: string): Promise<readonly CommitmentStatus[] | undefined> {
    return this.database.transaction(async (tx) => {
      const account = await this.accounts.byCode(tx, accountCode);
      if (account === undefined) return undefined;
      const catalogue = await this.catalogue.current(tx);
      const { id, code, zone, anchorDay } = account;
      const subscriptions = await this.subscriptions.load(tx, [id], catalogue);
      const grants = await this.grants.load(tx, [id], BEGINNING, catalogue);
      const counters = await this.counters.load(tx, [id]);
      return commitmentStatuses({
        ...{ id, code, zone, anchorDay, nextSequence: 0, changedCounters: new Set() },
        subscriptions: subscriptions.get(id) ?? [],
        grants: grants.get(id) ?? [],
        counters: counters.get(id) ?? new Map<string, bigint>(),
      });
    });
  }
}
