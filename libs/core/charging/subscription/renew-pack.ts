import type { Plan, Version } from '../../catalogue';
import { inBurnOrder } from '../../entitlement';
import { ok, type Instant, type Result } from '../../kernel';
import type { AccountState } from '../account-state';
import { applyRenewals } from '../decide';
import type { Draft } from '../draft';
import { newGrant, packTerms } from '../issue-grant';
import { postIssue } from '../post-grant';
import { refused, subscriptionOf } from './found-subscription';
import { recordChange } from './record-change';
import type { BeginOfRenewal, SubscriptionChange } from './subscription-change';
import type { SubscriptionRefusal } from './subscription-refusal';

export interface RenewalOfPack {
  readonly subscriptionId: number;
  readonly cycle: number;
  readonly begins: BeginOfRenewal;
  /** The version that is sold now. */
  readonly plan: Version<Plan>;
  readonly channel: string | null;
}

/**
 * Grants a pack once more: where the last of the subscription ends, or now where that is over; or beside it, at once.
 * A pack knows the latest cycle that was granted, and is granted the next one only.
 */
export function renewPack(
  work: Draft,
  account: AccountState,
  { subscriptionId, cycle, begins, plan, channel }: RenewalOfPack,
  now: Instant,
): Result<SubscriptionChange, SubscriptionRefusal> {
  const found = subscriptionOf(account, subscriptionId);
  if (!found.ok) return found;
  const pack = found.value;
  if (pack.plan.body.role !== 'pack' || plan.code !== pack.plan.code) return refused('not_a_pack');
  if (cycle !== pack.nextCycle + 1) return refused('not_the_next_cycle');
  applyRenewals(work, account, now);
  const lastEnd = pack.endsAt ?? now;
  const terms = packTerms(plan.body, account.zone, begins === 'append' ? Math.max(now, lastEnd) : now);
  pack.endsAt = Math.max(lastEnd, terms.expiresAt);
  pack.nextCycle = cycle;
  const said = { cycle, begins, planVersionId: plan.id, channel };
  const change = recordChange(work, account, pack, 'renewed', said);
  const sold = { ...terms, origin: 'renewal' } as const;
  const grant = newGrant(account, { id: pack.id, plan, channel }, cycle, sold, work.catalogue);
  account.grants.push(grant);
  account.grants.sort(inBurnOrder);
  postIssue(work, account, grant);
  return ok(change);
}
