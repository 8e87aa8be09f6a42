import { Injectable } from '@nestjs/common';
import { ineligibilityFor, type Applicant, type Plan, type Version } from '@ciyuan/core/catalogue';
import { sharesIn } from '@ciyuan/core/charging';
import { ok, refuse, type Instant, type Result } from '@ciyuan/core/kernel';
import { CatalogueCache } from '@ciyuan/modules/catalogue';
import { AccountStatesStore } from '@ciyuan/modules/entitlement';
import { AccountsStore, ApplicantsStore, type KnownApplicant } from '@ciyuan/modules/parties';
import type { Tx } from '@ciyuan/platform/database';
import { OffersTakenStore } from './offers-taken.store';
import type { OrderRefusal } from './order-refusal';
import type { PlanOrder } from './plan-order';
import { SubscriptionsStore } from './subscriptions.store';

export interface SoundOrder {
  readonly accountId: number;
  readonly plan: Version<Plan>;
  readonly customer: Applicant['customer'];
}

/** The lock alone: what the order takes of the sequence it takes when it is written. */
const NO_NUMBERS = 0;

/** Whether this account may take up this plan. From here on the account is locked, so that it stays as it was found. */
@Injectable()
export class CheckOrder {
  constructor(
    private readonly catalogue: CatalogueCache,
    private readonly accounts: AccountsStore,
    private readonly states: AccountStatesStore,
    private readonly applicants: ApplicantsStore,
    private readonly offers: OffersTakenStore,
    private readonly subscriptions: SubscriptionsStore,
  ) {}

  async run(tx: Tx, order: PlanOrder, now: Instant): Promise<Result<SoundOrder, OrderRefusal>> {
    const catalogue = await this.catalogue.current(tx);
    const plan = catalogue.planAt(order.plan, Math.max(now, order.startsAt));
    if (plan === undefined) return refuse({ code: 'unknown_plan', detail: order.plan });
    if (plan.body.retired === true) return refuse({ code: 'plan_retired', detail: order.plan });
    const account = await this.accounts.byCode(tx, order.account);
    if (account === undefined) return refuse({ code: 'unknown_account', detail: order.account });
    await this.states.lock(tx, new Map([[account.id, NO_NUMBERS]]));
    const known = await this.applicants.read(tx, account.id);
    if (known.status !== 'active') return refuse({ code: 'account_not_active', detail: known.status });
    const hasTaken = await this.hasTaken(tx, plan.body, known);
    const running = await this.running(tx, plan.body, account.id, order.startsAt);
    const ineligibility = ineligibilityFor(plan.body, { ...known, hasTaken, running });
    if (ineligibility !== undefined) return refuse(ineligibility);
    // What is left of a grant becomes breakage, which has no model: some rule must say whose it is.
    const rule = catalogue.splitRuleFor(plan.code, null, null, order.startsAt);
    if (rule === undefined || !sharesIn(rule, plan.body.currency))
      return refuse({ code: 'no_split_rule', detail: order.plan });
    return ok({ accountId: account.id, plan, customer: known.customer });
  }

  private async hasTaken(tx: Tx, plan: Plan, { customer }: KnownApplicant): Promise<boolean> {
    if (plan.eligibility?.oncePerCustomer !== true || customer === null) return false;
    return this.offers.hasTaken(tx, plan.code, customer.code);
  }

  private async running(tx: Tx, plan: Plan, accountId: number, at: Instant): Promise<readonly string[]> {
    return plan.eligibility?.holds === undefined ? [] : this.subscriptions.runningAt(tx, accountId, at);
  }
}
