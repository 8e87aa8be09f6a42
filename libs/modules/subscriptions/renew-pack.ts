import { Injectable } from '@nestjs/common';
import type { BeginOfRenewal } from '@ciyuan/core/charging';
import { ok, refuse, type Instant, type Result } from '@ciyuan/core/kernel';
import { Clock } from '@ciyuan/platform/clock';
import type { Tx } from '@ciyuan/platform/database';
import { ApplyChange } from './apply-change';
import type { PlanChangeRefusal } from './change-plan';
import { CheckOrder } from './check-order';
import { FindRenewal, type RenewalFound } from './find-renewal';
import type { OrderedGrant } from './plan-order';
import { TakeOffer } from './take-offer';
import { TryChange } from './try-change';

export interface PackToRenew {
  readonly account: string;
  readonly subscriptionId: number;
  /** The cycle that is to be granted, so that asking twice grants once: the next one. */
  readonly cycle: number;
  readonly begins: BeginOfRenewal;
  readonly channel?: string;
  readonly by: string;
  readonly preview: boolean;
}

export interface PackRenewed {
  readonly subscriptionId: number;
  readonly cycle: number;
  /** The latest end of its grants. */
  readonly endsAt: Instant | null;
  readonly grants: readonly OrderedGrant[];
  /** False where the cycle had been granted before. */
  readonly created: boolean;
  readonly applied: boolean;
}

type Outcome = Result<PackRenewed, PlanChangeRefusal>;

/** Grants a pack once more, in the version that is sold now, to whom may order it. Asked again, it says what was done. */
@Injectable()
export class RenewPack {
  constructor(
    private readonly tryChange: TryChange,
    private readonly findRenewal: FindRenewal,
    private readonly checkOrder: CheckOrder,
    private readonly applyChange: ApplyChange,
    private readonly takeOffer: TakeOffer,
    private readonly clock: Clock,
  ) {}

  run(request: PackToRenew): Promise<Outcome> {
    return this.tryChange.run(request.preview, (tx) => this.attempt(tx, request));
  }

  private async attempt(tx: Tx, request: PackToRenew): Promise<Outcome> {
    const found = await this.findRenewal.run(tx, request);
    if (!found.ok) return found;
    const { subscription, done } = found.value;
    if (subscription.plan.body.role !== 'pack') return refuse({ code: 'not_a_pack' });
    if (done === undefined) return this.renew(tx, request, found.value);
    const { subscriptionId, cycle } = request;
    const { endsAt } = subscription;
    return ok({ subscriptionId, cycle, endsAt, grants: [done], created: false, applied: true });
  }

  private async renew(
    tx: Tx,
    { account, subscriptionId, cycle, begins, channel, by }: PackToRenew,
    { accountId, subscription }: RenewalFound,
  ): Promise<Outcome> {
    const now = this.clock.now();
    const checked = await this.checkOrder.run(
      tx,
      { account, plan: subscription.plan.code, startsAt: now },
      now,
    );
    if (!checked.ok) return checked;
    const planVersionId = checked.value.plan.id;
    const applied = await this.applyChange.run(tx, {
      accountId,
      subscriptionId,
      action: { kind: 'renewed', cycle, begins, planVersionId, channel: channel ?? null },
      by,
      until: subscription.endsAt ?? now,
    });
    if (!applied.ok) return applied;
    const { change, ownGrants, bookedAt } = applied.value;
    const refusal = await this.takeOffer.run(tx, checked.value, subscriptionId, bookedAt);
    if (refusal !== undefined) return { ok: false, refusal };
    return ok({
      subscriptionId,
      cycle,
      endsAt: change.endsAt,
      grants: ownGrants,
      created: true,
      applied: true,
    });
  }
}
