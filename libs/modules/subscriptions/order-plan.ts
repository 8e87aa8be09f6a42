import { Injectable } from '@nestjs/common';
import {
  newSubscription,
  overlappingCommitment,
  takeUp,
  type AccountState,
  type SubscriptionState,
} from '@ciyuan/core/charging';
import { ok, refuse, type Instant, type Result } from '@ciyuan/core/kernel';
import { CatalogueCache } from '@ciyuan/modules/catalogue';
import { AccountsStore } from '@ciyuan/modules/parties';
import { Clock } from '@ciyuan/platform/clock';
import { Database, sqlState, type Tx } from '@ciyuan/platform/database';
import { ChangeAccounts } from './change-accounts';
import { SecondCommitment } from './second-commitment';

export interface PlanOrder {
  readonly account: string;
  readonly plan: string;
  readonly startsAt: Instant;
  /** The channel that sold it; absent for the operator's own shop. */
  readonly channel?: string;
}

export interface OrderTaken {
  readonly subscriptionId: number;
  readonly planVersionId: number;
}

export interface OrderRefusal {
  readonly code:
    | 'unknown_plan'
    | 'unknown_account'
    | 'not_in_this_segment'
    | 'unknown_channel'
    | 'no_split_rule'
    | 'second_base_tariff'
    | 'second_commitment';
  readonly detail: string;
}

const EXCLUSION_VIOLATION = '23P01';
/** Of all that an order names, only the channel is not looked up before it is written. */
const FOREIGN_KEY_VIOLATION = '23503';
/** The subscription itself; what it grants takes more. */
const NUMBERS_TAKEN = 1;

/** Takes up a plan for an account and grants at once what it grants, in one transaction. */
@Injectable()
export class OrderPlan {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly catalogue: CatalogueCache,
    private readonly accounts: AccountsStore,
    private readonly changeAccounts: ChangeAccounts,
  ) {}

  async run(order: PlanOrder): Promise<Result<OrderTaken, OrderRefusal>> {
    try {
      return await this.database.retrying((tx) => this.take(tx, order));
    } catch (error) {
      if (error instanceof SecondCommitment)
        return refuse({ code: 'second_commitment', detail: error.message });
      const state = sqlState(error);
      if (state === EXCLUSION_VIOLATION) return refuse({ code: 'second_base_tariff', detail: order.account });
      if (state === FOREIGN_KEY_VIOLATION)
        return refuse({ code: 'unknown_channel', detail: order.channel ?? '' });
      throw error;
    }
  }

  private async take(tx: Tx, order: PlanOrder): Promise<Result<OrderTaken, OrderRefusal>> {
    const now = this.clock.now();
    const catalogue = await this.catalogue.current(tx);
    const plan = catalogue.planAt(order.plan, Math.max(now, order.startsAt));
    if (plan === undefined) return refuse({ code: 'unknown_plan', detail: order.plan });
    const account = await this.accounts.byCode(tx, order.account);
    if (account === undefined) return refuse({ code: 'unknown_account', detail: order.account });
    const { segment } = plan.body;
    if (segment !== undefined && segment !== account.segment) {
      return refuse({ code: 'not_in_this_segment', detail: `${order.plan} is for ${segment}` });
    }
    // What is left of a grant becomes breakage, which has no model: some rule must say whose it is.
    if (catalogue.splitRuleFor(plan.code, null, null, order.startsAt) === undefined) {
      return refuse({ code: 'no_split_rule', detail: order.plan });
    }
    let taken: SubscriptionState | undefined;
    await this.changeAccounts.run(tx, {
      kind: 'order',
      takes: new Map([[account.id, NUMBERS_TAKEN]]),
      from: order.startsAt,
      until: Math.max(now, order.startsAt),
      decide: (accounts, months, inForce) => {
        const state = accounts.get(account.id) as AccountState;
        taken = newSubscription(state, plan, order.startsAt, order.channel ?? null);
        const other = overlappingCommitment(state, taken);
        if (other !== undefined) throw new SecondCommitment(other.plan.code);
        return takeUp(state, taken, now, inForce, months);
      },
    });
    return ok({ subscriptionId: (taken as SubscriptionState).id, planVersionId: plan.id });
  }
}
