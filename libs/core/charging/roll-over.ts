import { parseScaled, periodContaining, type Instant } from '../kernel';
import type { RollOver } from '../catalogue';
import type { AccountState, GrantState, SubscriptionState } from './account-state';
import type { ChargingCatalogue } from './catalogue-view';
import { dueAt } from './due-at';
import { release, unexpiredOf } from './grant-position';
import { newGrant } from './issue-grant';

const PERCENT_PLACES = 6;
const WHOLE = 100n * 10n ** BigInt(PERCENT_PLACES);

/**
 * Rolls over what the plan says of the cycle that ends where the next one of `due` begins, into grants of their own,
 * each with the part of the price that lies on it. They can be drawn on from where the old grant could, so that a
 * record of the old cycle that comes late still finds them, after the rest of the old grant, which expires sooner. A
 * subscription without a next cycle has none to roll over into: what is left when it has ended expires.
 */
export function rollOverInto(
  account: AccountState,
  due: SubscriptionState,
  catalogue: ChargingCatalogue,
): GrantState[] {
  const boundary = due.nextCycleAt as Instant;
  const children: GrantState[] = [];
  for (const grant of account.grants) {
    const terms = rollsOverAt(grant, due, boundary);
    const milliTokens = terms === undefined ? 0n : rolledMilli(terms, grant);
    if (terms === undefined || milliTokens === 0n) continue;
    const part = release(grant, milliTokens);
    const child = newGrant(
      account,
      { id: due.id, plan: grant.plan, channel: grant.channel },
      grant.cycle,
      {
        origin: 'rolled_over',
        from: { accountId: account.id, number: grant.number },
        quantityMilli: milliTokens,
        priceGross: part.gross,
        priceNet: part.net,
        priority: grant.priority,
        coefficientVersionId: grant.coefficientVersionId,
        grantedAt: boundary,
        effectiveAt: grant.effectiveAt,
        expiresAt: periodsAfter(account.zone, due.anchorDay, boundary, terms.expiresAfterMonths),
      },
      catalogue,
    );
    children.push(child);
  }
  account.grants.push(...children);
  return children;
}

/**
 * Whether the next cycle is still to be granted that a grant rolls over into: until then its rest does not expire. While
 * a subscription is suspended none is.
 */
export const awaitsRollOver = ({ subscriptions }: AccountState, grant: GrantState): boolean =>
  subscriptions.some((one) => {
    const boundary = dueAt(one);
    return boundary !== null && rollsOverAt(grant, one, boundary) !== undefined;
  });

/** By the plan that the grant was sold by: what rolled over, or was given, stays where it is. */
function rollsOverAt(
  { plan, origin, subscriptionId, cycle, expiresAt }: GrantState,
  due: SubscriptionState,
  boundary: Instant,
): RollOver | undefined {
  if (origin === 'rolled_over' || subscriptionId !== due.id) return undefined;
  return cycle === due.nextCycle - 1 && expiresAt === boundary ? plan.body.rollOver : undefined;
}

/** Whole milli-tokens: a share of what is left, within a part of what was granted. */
function rolledMilli({ sharePercent, capPercent }: RollOver, grant: GrantState): bigint {
  const share = percentOf(unexpiredOf(grant), sharePercent);
  const cap = capPercent === undefined ? share : percentOf(grant.quantityMilli, capPercent);
  return share < cap ? share : cap;
}

const percentOf = (milliTokens: bigint, percent: string): bigint =>
  (milliTokens * parseScaled(percent, PERCENT_PLACES)) / WHOLE;

function periodsAfter(zone: string, anchorDay: number, boundary: Instant, periods: number): Instant {
  let end = boundary;
  for (let i = 0; i < periods; i++) end = periodContaining(zone, anchorDay, end).end;
  return end;
}
