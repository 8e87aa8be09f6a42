import { ok, type Instant, type Result } from '../../kernel';
import type { AccountState, PricePin, SubscriptionState } from '../account-state';
import { applyRenewals } from '../decide';
import type { Draft } from '../draft';
import { hasEnded, refused, subscriptionOf } from './found-subscription';
import { recordChange } from './record-change';
import type { SubscriptionChange } from './subscription-change';
import type { SubscriptionRefusal } from './subscription-refusal';

interface HeldPrices {
  readonly subscriptionId: number;
  readonly asOf: Instant;
  readonly until: Instant | null;
}

/** Whether exactly this is what was said last: saying it again changes nothing. */
export function isPinnedSo(
  { pricePins }: Pick<SubscriptionState, 'pricePins'>,
  { asOf, until }: Pick<PricePin, 'asOf' | 'until'>,
): boolean {
  const last = pricePins[pricePins.length - 1];
  return last !== undefined && last.asOf === asOf && last.until === until;
}

/**
 * Holds the prices of a base tariff for what is charged from now on: a record is priced, and priced anew, by what was
 * said before it was charged. Held until now, they follow the book again.
 */
export function pinPrices(
  work: Draft,
  account: AccountState,
  { subscriptionId, asOf, until }: HeldPrices,
  now: Instant,
): Result<SubscriptionChange, SubscriptionRefusal> {
  const found = subscriptionOf(account, subscriptionId);
  if (!found.ok) return found;
  const tariff = found.value;
  if (tariff.plan.body.role !== 'base') return refused('no_prices');
  if (until !== null && until < asOf) return refused('ends_before_it_begins');
  if (hasEnded(tariff, now)) return refused('already_ended');
  applyRenewals(work, account, now);
  const change = recordChange(work, account, tariff, 'prices_pinned', {
    pricesAsOf: asOf,
    pricesUntil: until,
  });
  tariff.pricePins = [...tariff.pricePins, { sequence: change.sequence, asOf, until }];
  return ok(change);
}
