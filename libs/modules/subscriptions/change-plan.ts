import { Injectable } from '@nestjs/common';
import type { EndOfSubscription } from '@ciyuan/core/charging';
import { ok, type Instant, type Result } from '@ciyuan/core/kernel';
import { Clock } from '@ciyuan/platform/clock';
import type { Tx } from '@ciyuan/platform/database';
import { ApplyChange } from './apply-change';
import type { ChangeRefusal } from './change-subscription';
import { CheckOrder } from './check-order';
import type { OrderRefusal } from './order-refusal';
import type { OrderedGrant } from './plan-order';
import { TakeOffer } from './take-offer';
import { TryChange } from './try-change';

export interface PlanToChange {
  readonly account: string;
  readonly subscriptionId: number;
  readonly plan: string;
  /** `now` is an upgrade; of a base tariff any other. */
  readonly when: EndOfSubscription;
  /** The channel that sold it; absent for the operator's own shop. */
  readonly channel?: string;
  readonly by: string;
  readonly preview: boolean;
}

export interface PlanChanged {
  readonly subscriptionId: number;
  /** Where the old one ends, and the other begins. */
  readonly endsAt: Instant;
  readonly successorId: number;
  readonly planVersionId: number;
  /** The difference that is sold for the rest of the running cycle: one grant, or none. */
  readonly grants: readonly OrderedGrant[];
  readonly applied: boolean;
}

export type PlanChangeRefusal = ChangeRefusal | OrderRefusal;

type Outcome = Result<PlanChanged, PlanChangeRefusal>;

/** Changes the plan of a subscription, to one that the account may order, in the version that is sold now. */
@Injectable()
export class ChangePlan {
  constructor(
    private readonly tryChange: TryChange,
    private readonly checkOrder: CheckOrder,
    private readonly applyChange: ApplyChange,
    private readonly takeOffer: TakeOffer,
    private readonly clock: Clock,
  ) {}

  run(request: PlanToChange): Promise<Outcome> {
    return this.tryChange.run(request.preview, (tx) => this.attempt(tx, request));
  }

  private async attempt(tx: Tx, request: PlanToChange): Promise<Outcome> {
    const { account, subscriptionId, plan, when, channel = null, by } = request;
    const now = this.clock.now();
    const checked = await this.checkOrder.run(tx, { account, plan, startsAt: now }, now);
    if (!checked.ok) return checked;
    const { accountId, plan: sold } = checked.value;
    const action = { kind: 'plan_changed', when, planVersionId: sold.id, channel } as const;
    const applied = await this.applyChange.run(tx, { accountId, subscriptionId, action, by });
    if (!applied.ok) return applied;
    const { change, ownGrants, bookedAt } = applied.value;
    const successorId = change.successorId as number;
    const refusal = await this.takeOffer.run(tx, checked.value, successorId, bookedAt);
    if (refusal !== undefined) return { ok: false, refusal };
    const endsAt = change.endsAt as Instant;
    return ok({
      subscriptionId,
      endsAt,
      successorId,
      planVersionId: sold.id,
      grants: ownGrants,
      applied: true,
    });
  }
}
