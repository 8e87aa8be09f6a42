import type { Plan } from '../../catalogue';
import { localDayOfMonth, periodContaining, type Instant } from '../../kernel';
import type { PricedCall } from '../../rating';
import type { UsageRecord } from '../../usage';
import type { AccountState, PricePin, SubscriptionState } from '../account-state';

/**
 * The instant whose prices a record at `at` pays: of the pins that reach back to it the one that was set last decides,
 * and holds until its end.
 */
export const pricedAt = (subscription: Pick<SubscriptionState, 'pricePins'>, at: Instant): Instant =>
  priceHeldAt(subscription, at)?.asOf ?? at;

/** What keeps a price that begins at `at` from the subscription; undefined where it pays that from the first instant. */
export function priceHeldAt(
  { pricePins }: Pick<SubscriptionState, 'pricePins'>,
  at: Instant,
): PricePin | undefined {
  const pin = pricePins.findLast(({ asOf }) => asOf <= at);
  if (pin === undefined || pin.asOf === at) return undefined;
  return pin.until === null || at < pin.until ? pin : undefined;
}

/** The call with the instant whose dated entries price it, where that is not its own. */
export const datedCall = (record: UsageRecord, datedAt: Instant): PricedCall =>
  datedAt === record.at ? record : { ...record, datedAt };

/** The subscription with the pins alone that were set before a number: what came later prices nothing before it. */
export function pinnedBefore(subscription: SubscriptionState, sequence: number): SubscriptionState {
  const { pricePins } = subscription;
  const last = pricePins[pricePins.length - 1];
  if (last === undefined || last.sequence < sequence) return subscription;
  return { ...subscription, pricePins: pricePins.filter((pin) => pin.sequence < sequence) };
}

/** What the plan promises whoever takes it up: the prices of the first day, for some months or as long as it runs. */
export function pinsAtOrder(
  { priceProtection }: Plan,
  { zone }: Pick<AccountState, 'zone'>,
  sequence: number,
  startsAt: Instant,
): readonly PricePin[] {
  if (priceProtection === undefined) return [];
  if (priceProtection === 'term') return [{ sequence, asOf: startsAt, until: null }];
  const anchorDay = localDayOfMonth(zone, startsAt);
  let until = startsAt;
  for (let month = 0; month < priceProtection.months; month++)
    until = periodContaining(zone, anchorDay, until).end;
  return [{ sequence, asOf: startsAt, until }];
}
