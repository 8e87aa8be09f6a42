import { Injectable } from '@nestjs/common';
import {
  inAnotherCurrency,
  newSubscription,
  overlappingCommitment,
  takeUp,
  type AccountState,
  type SubscriptionState,
} from '@ciyuan/core/charging';
import { ok, refuse, type Instant, type Result } from '@ciyuan/core/kernel';
import { Clock } from '@ciyuan/platform/clock';
import { Database, sqlState, unlessRolledBack, type Tx } from '@ciyuan/platform/database';
import { ChangeAccounts } from './change-accounts';
import { CheckOrder, type SoundOrder } from './check-order';
import type { OrderRefusal } from './order-refusal';
import {
  orderedGrant,
  type OrderTaken,
  type OrderWitness,
  type OrderedGrant,
  type PlanOrder,
} from './plan-order';
import { TakeOffer } from './take-offer';

type Outcome = Result<OrderTaken, OrderRefusal>;
/** Refuses what was begun to be written: nothing of it stays. */
type Withdraw = (refusal: OrderRefusal) => never;

interface Subscribed {
  readonly taken: SubscriptionState;
  readonly grants: readonly OrderedGrant[];
  readonly bookedAt: Instant;
}

const EXCLUSION_VIOLATION = '23P01';
/** Of all that an order names, only the channel is not looked up before it is written. */
const FOREIGN_KEY_VIOLATION = '23503';
/** The subscription itself; what it grants takes more. */
const NUMBERS_TAKEN = 1;

/**
 * Takes up a plan for an account and grants at once what it grants, in one transaction. A preview is the very same
 * order, rolled back.
 */
@Injectable()
export class OrderPlan {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly checkOrder: CheckOrder,
    private readonly changeAccounts: ChangeAccounts,
    private readonly takeOffer: TakeOffer,
  ) {}

  /** What `witness` writes stays or goes with the order; of a preview it is not asked. */
  async run(order: PlanOrder, witness?: OrderWitness): Promise<Outcome> {
    try {
      return await unlessRolledBack<Outcome>((rollBack) =>
        this.database.retrying(async (tx) => {
          const taken = await this.take(tx, order, (refusal) => rollBack(refuse(refusal)), witness);
          if (!taken.ok || order.preview !== true) return taken;
          return rollBack(ok({ ...taken.value, applied: false }));
        }),
      );
    } catch (error) {
      const state = sqlState(error);
      if (state === EXCLUSION_VIOLATION) return refuse({ code: 'second_base_tariff', detail: order.account });
      if (state === FOREIGN_KEY_VIOLATION)
        return refuse({ code: 'unknown_channel', detail: order.channel ?? '' });
      throw error;
    }
  }

  private async take(
    tx: Tx,
    order: PlanOrder,
    withdraw: Withdraw,
    witness: OrderWitness | undefined,
  ): Promise<Outcome> {
    const now = this.clock.now();
    const checked = await this.checkOrder.run(tx, order, now);
    if (!checked.ok) return checked;
    const { taken, grants, bookedAt } = await this.subscribe(tx, order, checked.value, now, withdraw);
    const refusal = await this.takeOffer.run(tx, checked.value, taken.id, bookedAt);
    if (refusal !== undefined) withdraw(refusal);
    const { accountId } = checked.value;
    if (order.preview !== true) await witness?.(tx, { accountId, subscriptionId: taken.id, bookedAt });
    return ok({ subscriptionId: taken.id, planVersionId: taken.plan.id, grants, applied: true });
  }

  private async subscribe(
    tx: Tx,
    { startsAt, channel }: PlanOrder,
    { accountId, plan }: SoundOrder,
    now: Instant,
    withdraw: Withdraw,
  ): Promise<Subscribed> {
    let taken: SubscriptionState | undefined;
    const { bookedAt, decision } = await this.changeAccounts.run(tx, {
      kind: 'order',
      takes: new Map([[accountId, NUMBERS_TAKEN]]),
      from: startsAt,
      until: Math.max(now, startsAt),
      decide: (accounts, months, inForce) => {
        const state = accounts.get(accountId) as AccountState;
        taken = newSubscription(state, plan, startsAt, channel ?? null);
        const other = overlappingCommitment(state, taken);
        if (other !== undefined) withdraw({ code: 'second_commitment', detail: other.plan.code });
        const foreign = inAnotherCurrency(state, taken);
        if (foreign !== undefined) withdraw({ code: 'other_currency', detail: foreign });
        return takeUp(state, taken, now, inForce, months);
      },
    });
    const grants = decision.newGrants.map(({ grant }) => orderedGrant(grant));
    return { taken: taken as SubscriptionState, grants, bookedAt };
  }
}
