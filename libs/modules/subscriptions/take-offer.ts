import { Injectable } from '@nestjs/common';
import type { Instant } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';
import { CampaignPoolsStore } from './campaign-pools.store';
import type { SoundOrder } from './check-order';
import { OffersTakenStore } from './offers-taken.store';
import type { OrderRefusal } from './order-refusal';

/**
 * What an order takes that others want too: the one that is given each customer, and tokens of a pool. It comes last in
 * the order's transaction, so that a pool, which all of its takers lock, is held as short as can be; and always in this
 * sequence, so that takers wait for each other in one direction. Refused, it leaves the transaction to be rolled back.
 */
@Injectable()
export class TakeOffer {
  constructor(
    private readonly offers: OffersTakenStore,
    private readonly pools: CampaignPoolsStore,
  ) {}

  async run(
    tx: Tx,
    order: SoundOrder,
    subscriptionId: number,
    /** When the order was written. */
    now: Instant,
  ): Promise<OrderRefusal | undefined> {
    const { plan, customer, accountId } = order;
    if (plan.body.eligibility?.oncePerCustomer === true && customer !== null) {
      const offer = { planCode: plan.code, customerCode: customer.code, accountId, subscriptionId };
      if (!(await this.offers.add(tx, { ...offer, takenAt: now })))
        return { code: 'taken_before', detail: `${plan.code} is given once to ${customer.code}` };
    }
    const { campaignPool, allowance } = plan.body;
    if (campaignPool === undefined || allowance === undefined) return undefined;
    if (await this.pools.take(tx, campaignPool, allowance.tokens, now)) return undefined;
    return this.notGiven(tx, campaignPool, allowance.tokens, now);
  }

  /** A grant is given whole or not at all. */
  private async notGiven(tx: Tx, code: string, tokens: number, now: Instant): Promise<OrderRefusal> {
    const pool = await this.pools.byCode(tx, code);
    const isRunning =
      pool !== undefined && pool.startsAt <= now && (pool.endsAt === null || now < pool.endsAt);
    if (!isRunning) return { code: 'campaign_not_running', detail: code };
    const left = pool.tokens - pool.takenTokens;
    return { code: 'campaign_pool_dry', detail: `${code} has ${left} tokens left, of ${tokens} for a grant` };
  }
}
