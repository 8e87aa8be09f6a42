import { Injectable } from '@nestjs/common';
import type { EndOfSubscription, SubscriptionAction, SubscriptionRefusal } from '@ciyuan/core/charging';
import { ok, refuse, type Instant, type Result } from '@ciyuan/core/kernel';
import { AccountsStore } from '@ciyuan/modules/parties';
import type { Tx } from '@ciyuan/platform/database';
import { ApplyChange } from './apply-change';
import { TryChange, type StoredRefusal } from './try-change';

export interface SubscriptionToChange {
  readonly account: string;
  readonly subscriptionId: number;
  /** `resume` takes an end back that is still to come; a suspension and its end have a reason. */
  readonly change:
    | { readonly end: EndOfSubscription }
    | { readonly suspend: string }
    | { readonly reactivate: string }
    | 'resume'
    | 'cancel_plan_change';
  readonly by: string;
  /** Says what it would come to, and changes nothing. */
  readonly preview: boolean;
}

export interface SubscriptionChanged {
  readonly subscriptionId: number;
  readonly endsAt: Instant | null;
  /** Grants that fell due and were issued with the change. */
  readonly grantsIssued: number;
  readonly applied: boolean;
}

export interface ChangeRefusal {
  /** `second_base_tariff`: another one begins where this one was to end. */
  readonly code: SubscriptionRefusal['code'] | StoredRefusal['code'] | 'unknown_account';
}

type Outcome = Result<SubscriptionChanged, ChangeRefusal>;

/** Ends or suspends a subscription, or takes that back; or a change of its plan that is still to come. */
@Injectable()
export class ChangeSubscription {
  constructor(
    private readonly tryChange: TryChange,
    private readonly accounts: AccountsStore,
    private readonly applyChange: ApplyChange,
  ) {}

  run(request: SubscriptionToChange): Promise<Outcome> {
    return this.tryChange.run(request.preview, (tx) => this.attempt(tx, request));
  }

  private async attempt(
    tx: Tx,
    { account, subscriptionId, change, by }: SubscriptionToChange,
  ): Promise<Outcome> {
    const found = await this.accounts.byCode(tx, account);
    if (found === undefined) return refuse({ code: 'unknown_account' });
    const asked = { accountId: found.id, subscriptionId, by, ...askedFor(change) };
    const applied = await this.applyChange.run(tx, asked);
    if (!applied.ok) return applied;
    const { change: made, grants } = applied.value;
    return ok({ subscriptionId, endsAt: made.endsAt, grantsIssued: grants.length, applied: true });
  }
}

function askedFor(change: SubscriptionToChange['change']): { action: SubscriptionAction; reason?: string } {
  if (change === 'resume') return { action: { kind: 'resumed' } };
  if (change === 'cancel_plan_change') return { action: { kind: 'plan_change_cancelled' } };
  if ('end' in change) return { action: { kind: 'ended', when: change.end } };
  if ('suspend' in change) return { action: { kind: 'suspended' }, reason: change.suspend };
  return { action: { kind: 'reactivated' }, reason: change.reactivate };
}
