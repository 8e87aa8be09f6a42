import { Injectable } from '@nestjs/common';
import type { AccountState, ChargingCatalogue, SubscriptionState } from '@ciyuan/core/charging';
import { inBurnOrder } from '@ciyuan/core/entitlement';
import { CatalogueCache } from '@ciyuan/modules/catalogue';
import { AccountStatesStore, GrantsStore, TierCountersStore } from '@ciyuan/modules/entitlement';
import type { Tx } from '@ciyuan/platform/database';
import { SubscriptionsStore } from './subscriptions.store';

export interface AccountsToLoad {
  /** How many sequence numbers the write expects to use, by account. */
  readonly takes: ReadonlyMap<number, number>;
  /** The earliest instant that the write looks at. */
  readonly from: number;
  readonly expiredToo?: boolean;
}

export interface LoadedAccounts {
  readonly accounts: Map<number, AccountState>;
  readonly catalogue: ChargingCatalogue;
}

/** No grant expires before this. */
const BEGINNING = 0;

/** Locks accounts and reads everything that charging them looks at: five statements, however many accounts. */
@Injectable()
export class LoadAccounts {
  constructor(
    private readonly states: AccountStatesStore,
    private readonly grants: GrantsStore,
    private readonly counters: TierCountersStore,
    private readonly subscriptions: SubscriptionsStore,
    private readonly catalogue: CatalogueCache,
  ) {}

  async run(tx: Tx, { takes, from, expiredToo = false }: AccountsToLoad): Promise<LoadedAccounts> {
    const locked = await this.states.lock(tx, takes);
    // Under the lock: what an account has taken up by now was published before, and so is in this catalogue.
    const catalogue = await this.catalogue.current(tx);
    const ids = locked.map((account) => account.id);
    const subscriptions = await this.subscriptions.load(tx, ids, catalogue);
    const since = expiredToo ? BEGINNING : earliestEnd(subscriptions, from);
    const grants = await this.grants.load(tx, ids, since, catalogue);
    const counters = await this.counters.load(tx, ids);
    const accounts = new Map<number, AccountState>();
    for (const account of locked) {
      accounts.set(account.id, {
        ...account,
        subscriptions: subscriptions.get(account.id) ?? [],
        grants: (grants.get(account.id) ?? []).sort(inBurnOrder),
        counters: counters.get(account.id) ?? new Map<string, bigint>(),
        changedCounters: new Set<string>(),
      });
    }
    return { accounts, catalogue };
  }
}

/** A cycle that is due rolls over from a grant that has ended where it begins. */
function earliestEnd(subscriptions: ReadonlyMap<number, readonly SubscriptionState[]>, from: number): number {
  let earliest = from;
  for (const taken of subscriptions.values()) {
    for (const { nextCycleAt, plan } of taken)
      if (nextCycleAt !== null && plan.body.role === 'package')
        earliest = Math.min(earliest, nextCycleAt - 1);
  }
  return earliest;
}
