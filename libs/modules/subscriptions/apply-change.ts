import { Injectable } from '@nestjs/common';
import {
  decideChange,
  type AccountState,
  type SubscriptionAction,
  type SubscriptionChange,
  type SubscriptionRefusal,
} from '@ciyuan/core/charging';
import { ok, type Instant, type Result } from '@ciyuan/core/kernel';
import { Clock } from '@ciyuan/platform/clock';
import type { Tx } from '@ciyuan/platform/database';
import { ChangeAccounts } from './change-accounts';
import { orderedGrant, type OrderedGrant } from './plan-order';
import { SubscriptionChangesStore } from './subscription-changes.store';

export interface ChangeToApply {
  readonly accountId: number;
  readonly subscriptionId: number;
  readonly action: SubscriptionAction;
  readonly by: string;
  readonly reason?: string;
  /** Where what it grants may begin later than now. */
  readonly until?: Instant;
}

export interface AppliedChange {
  readonly change: SubscriptionChange;
  /** What fell due and was granted with the change, and what the change itself granted, in their order. */
  readonly grants: readonly OrderedGrant[];
  /** Of these, what was granted under a number after that of the change. */
  readonly ownGrants: readonly OrderedGrant[];
  readonly bookedAt: Instant;
}

const LONGEST_WRITE_MS = 60_000;

/** Changes one subscription of an account, and writes down who wanted it: inside the transaction of the caller. */
@Injectable()
export class ApplyChange {
  constructor(
    private readonly changeAccounts: ChangeAccounts,
    private readonly changes: SubscriptionChangesStore,
    private readonly clock: Clock,
  ) {}

  async run(tx: Tx, asked: ChangeToApply): Promise<Result<AppliedChange, SubscriptionRefusal>> {
    const { accountId, subscriptionId, action } = asked;
    const now = this.clock.now();
    const { batchId, bookedAt, decision } = await this.changeAccounts.run(tx, {
      kind: 'subscription',
      takes: new Map([[accountId, 1]]),
      from: now,
      // The write has its own instant, somewhat later: a month that begins meanwhile is assigned, too.
      until: Math.max(now, asked.until ?? now) + LONGEST_WRITE_MS,
      decide: (accounts, months, catalogue, at) =>
        decideChange(accounts.get(accountId) as AccountState, subscriptionId, action, {
          catalogue,
          months,
          now: at,
        }),
    });
    if (!decision.outcome.ok) return decision.outcome;
    const change = decision.outcome.value;
    await this.changes.add(tx, change, { batchId, by: asked.by, at: bookedAt, reason: asked.reason ?? null });
    const issued = decision.newGrants.map(({ grant }) => grant);
    return ok({
      change,
      grants: issued.map(orderedGrant),
      ownGrants: issued.filter(({ number }) => number > change.sequence).map(orderedGrant),
      bookedAt,
    });
  }
}
