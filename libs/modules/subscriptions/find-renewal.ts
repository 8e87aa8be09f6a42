import { Injectable } from '@nestjs/common';
import { ok, type Result } from '@ciyuan/core/kernel';
import { CatalogueCache } from '@ciyuan/modules/catalogue';
import { GrantsStore } from '@ciyuan/modules/entitlement';
import type { Tx } from '@ciyuan/platform/database';
import { FindSubscription, type NotFound, type SubscriptionFound } from './find-subscription';
import { orderedGrant, type OrderedGrant } from './plan-order';

export interface RenewalToFind {
  readonly account: string;
  readonly subscriptionId: number;
  readonly cycle: number;
}

export interface RenewalFound extends SubscriptionFound {
  /** What the cycle granted, where it was granted by hand before. */
  readonly done: OrderedGrant | undefined;
}

const FIRST_CYCLE = 1;
/** No grant expires before this. */
const BEGINNING = 0;

/** A pack, and the grant of one of its renewals, if it was renewed so before. */
@Injectable()
export class FindRenewal {
  constructor(
    private readonly findSubscription: FindSubscription,
    private readonly catalogue: CatalogueCache,
    private readonly grants: GrantsStore,
  ) {}

  async run(
    tx: Tx,
    { account, subscriptionId, cycle }: RenewalToFind,
  ): Promise<Result<RenewalFound, NotFound>> {
    const found = await this.findSubscription.run(tx, account, subscriptionId);
    if (!found.ok) return found;
    const { accountId, subscription } = found.value;
    if (subscription.plan.body.role !== 'pack' || cycle <= FIRST_CYCLE)
      return ok({ ...found.value, done: undefined });
    const catalogue = await this.catalogue.current(tx);
    const grants = (await this.grants.load(tx, [accountId], BEGINNING, catalogue)).get(accountId) ?? [];
    const done = grants.find((one) => one.subscriptionId === subscriptionId && one.cycle === cycle);
    return ok({ ...found.value, done: done && orderedGrant(done) });
  }
}
