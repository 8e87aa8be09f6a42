import { Injectable } from '@nestjs/common';
import type { AccountState, ChargeDecision, SubscriptionState } from '@ciyuan/core/charging';
import type { Instant } from '@ciyuan/core/kernel';
import {
  AccountStatesStore,
  GrantsStore,
  TierCountersStore,
  type IssuedGrant,
} from '@ciyuan/modules/entitlement';
import type { Tx } from '@ciyuan/platform/database';
import { SaveEntries } from './save-entries';
import { SubscriptionsStore, type AccountSubscription } from './subscriptions.store';

export interface DecidedAccounts {
  readonly batchId: number;
  readonly accounts: ReadonlyMap<number, AccountState>;
  /** The sequence number that each account's row holds now. */
  readonly sequences: ReadonlyMap<number, number>;
  readonly decision: ChargeDecision;
  readonly bookedAt: Instant;
}

/** Writes what a decision changed of its accounts: grants, entries, counters, renewals, sequence numbers. */
@Injectable()
export class SaveAccounts {
  constructor(
    private readonly states: AccountStatesStore,
    private readonly grants: GrantsStore,
    private readonly counters: TierCountersStore,
    private readonly entries: SaveEntries,
    private readonly subscriptions: SubscriptionsStore,
  ) {}

  async run(tx: Tx, { batchId, accounts, sequences, decision, bookedAt }: DecidedAccounts): Promise<void> {
    // What gives way first: no two base tariffs at an instant, not even between two statements.
    await this.subscriptions.update(
      tx,
      subscriptionsOf(accounts, (one) => one.isChanged && !one.isNew),
    );
    await this.subscriptions.insert(
      tx,
      subscriptionsOf(accounts, (one) => one.isNew),
      bookedAt,
    );
    await this.grants.insert(tx, decision.newGrants);
    await this.grants.update(tx, changedGrants(accounts));
    await this.entries.run(tx, batchId, decision);
    await this.counters.save(tx, accounts.values());
    await this.states.setNextSequence(tx, movedSequences(accounts, sequences));
  }
}

function changedGrants(accounts: ReadonlyMap<number, AccountState>): IssuedGrant[] {
  return [...accounts.values()].flatMap((account) =>
    account.grants
      .filter((grant) => grant.isChanged && !grant.isNew)
      .map((grant) => ({ accountId: account.id, grant })),
  );
}

function subscriptionsOf(
  accounts: ReadonlyMap<number, AccountState>,
  which: (subscription: SubscriptionState) => boolean,
): AccountSubscription[] {
  return [...accounts.values()].flatMap((account) =>
    account.subscriptions.filter(which).map((subscription) => ({ accountId: account.id, subscription })),
  );
}

function movedSequences(
  accounts: ReadonlyMap<number, AccountState>,
  sequences: ReadonlyMap<number, number>,
): Map<number, number> {
  const moved = new Map<number, number>();
  for (const account of accounts.values()) {
    if (account.nextSequence !== sequences.get(account.id)) moved.set(account.id, account.nextSequence);
  }
  return moved;
}
