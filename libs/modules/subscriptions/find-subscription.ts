import { Injectable } from '@nestjs/common';
import type { SubscriptionState } from '@ciyuan/core/charging';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { CatalogueCache } from '@ciyuan/modules/catalogue';
import { AccountStatesStore } from '@ciyuan/modules/entitlement';
import { AccountsStore } from '@ciyuan/modules/parties';
import type { Tx } from '@ciyuan/platform/database';
import { SubscriptionsStore } from './subscriptions.store';

export interface SubscriptionFound {
  readonly accountId: number;
  readonly subscription: Readonly<SubscriptionState>;
}

export type NotFound = { readonly code: 'unknown_account' } | { readonly code: 'unknown_subscription' };

/** The lock alone. */
const NO_NUMBERS = 0;

/** A subscription of an account, which is locked from here on, so that it stays as it was found. */
@Injectable()
export class FindSubscription {
  constructor(
    private readonly accounts: AccountsStore,
    private readonly states: AccountStatesStore,
    private readonly catalogue: CatalogueCache,
    private readonly subscriptions: SubscriptionsStore,
  ) {}

  async run(tx: Tx, account: string, subscriptionId: number): Promise<Result<SubscriptionFound, NotFound>> {
    const known = await this.accounts.byCode(tx, account);
    if (known === undefined) return refuse({ code: 'unknown_account' });
    await this.states.lock(tx, new Map([[known.id, NO_NUMBERS]]));
    const loaded = await this.subscriptions.load(tx, [known.id], await this.catalogue.current(tx));
    const subscription = loaded.get(known.id)?.find((one) => one.id === subscriptionId);
    if (subscription === undefined) return refuse({ code: 'unknown_subscription' });
    return ok({ accountId: known.id, subscription });
  }
}
