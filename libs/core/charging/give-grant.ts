import { isInForce } from '../entitlement';
import { DEFAULT_PRIORITY } from '../catalogue';
import { ok, refuse, type Instant, type Result } from '../kernel';
import type { AccountState, GrantState } from './account-state';
import { applyRenewals } from './decide';
import type { ChargeDecision } from './decision';
import { draft, finish, type Draft } from './draft';
import { release, unexpiredOf, type PricePart } from './grant-position';
import { inAnotherCurrency } from './other-currency';
import { grantStated } from './stated-grant';
import type { Circumstances } from './subscription/decide-change';

export type GiveRefusal =
  | { readonly code: 'unknown_grant' }
  /** The plan that the grant was sold by does not say that it may be given away. */
  | { readonly code: 'not_transferable' }
  /** It has expired, or is still to begin. */
  | { readonly code: 'grant_not_in_force' }
  | { readonly code: 'not_enough_tokens' }
  /** The receiver has something in another currency for the time that the tokens are good for. */
  | { readonly code: 'other_currency' };

/** Whole tokens, out of one grant, or of all that may be given in the order in which they burn. */
export interface Gift {
  readonly grantNumber: number | undefined;
  readonly tokens: bigint;
}

/** What went out of one grant and into another, under a number of the giver's sequence. */
export interface GrantTransfer {
  readonly accountId: number;
  readonly sequence: number;
  readonly grantNumber: number;
  readonly milliTokens: bigint;
  readonly toAccountId: number;
  readonly toNumber: number;
  readonly expiresAt: Instant | null;
}

/** What a gift came to, or why it is refused: then nothing of it may be written. */
export interface GiftDecision extends ChargeDecision {
  readonly outcome: Result<readonly GrantTransfer[], GiveRefusal>;
}

const MILLI = 1000n;

/**
 * Gives tokens to another account, each part with what its price has not recognised yet. They keep plan, channel,
 * coefficients and expiry, and burn as gifts do. Cycles of the giver that are due by `now` are granted first.
 */
export function decideGift(
  giver: AccountState,
  receiver: AccountState,
  { grantNumber, tokens }: Gift,
  { catalogue, months, now }: Circumstances,
): GiftDecision {
  const work = draft(catalogue, months);
  applyRenewals(work, giver, now);
  const found = givable(giver, grantNumber, now);
  if (!found.ok) return { ...finish(work), outcome: found };
  const transfers: GrantTransfer[] = [];
  let missing = tokens * MILLI;
  for (const grant of found.value) {
    const milliTokens = min(missing, wholeTokens(grant));
    if (milliTokens === 0n) continue;
    const span = { plan: grant.plan, startsAt: now, endsAt: grant.expiresAt };
    if (inAnotherCurrency(receiver, span) !== undefined)
      return { ...finish(work), outcome: refuse({ code: 'other_currency' }) };
    missing -= milliTokens;
    transfers.push(handOver(work, giver, receiver, { grant, milliTokens, now }));
  }
  const outcome = missing > 0n ? refuse({ code: 'not_enough_tokens' } as const) : ok(transfers);
  return { ...finish(work), outcome };
}

/** Takes tokens out of a grant for somebody else, under the account's next sequence number; or says why it cannot be. */
export function give(
  work: Draft,
  account: AccountState,
  part: { readonly grantNumber: number; readonly milliTokens: bigint; readonly now: Instant },
): Result<PricePart, GiveRefusal> {
  const { grantNumber, milliTokens, now } = part;
  const found = givable(account, grantNumber, now);
  if (!found.ok) return found;
  const [grant] = found.value as [GrantState];
  if (milliTokens > wholeTokens(grant)) return refuse({ code: 'not_enough_tokens' });
  const price = release(grant, milliTokens);
  const month = work.months.accountingMonth(work.months.usageMonth(now));
  work.movements.push({
    accountId: account.id,
    sequence: account.nextSequence++,
    grantNumber,
    kind: 'given',
    at: now,
    milliTokens,
  });
  work.tally.post(account.id, month, 'tokensGiven', milliTokens);
  work.tally.post(account.id, month, 'priceGiven', price.net, grant.plan.body.currency);
  return ok(price);
}

interface Handed {
  readonly grant: GrantState;
  readonly milliTokens: bigint;
  readonly now: Instant;
}

function handOver(
  work: Draft,
  giver: AccountState,
  receiver: AccountState,
  { grant, milliTokens, now }: Handed,
): GrantTransfer {
  const sequence = giver.nextSequence;
  const given = give(work, giver, { grantNumber: grant.number, milliTokens, now });
  if (!given.ok) throw new Error(`grant ${grant.number} of account ${giver.id}: ${given.refusal.code}`);
  const received = grantStated(work, receiver, {
    origin: 'received',
    planVersionId: grant.plan.id,
    subscriptionId: null,
    cycle: grant.cycle,
    channel: grant.channel,
    quantityMilli: milliTokens,
    priceGross: given.value.gross,
    priceNet: given.value.net,
    grantedAt: now,
    effectiveAt: now,
    expiresAt: grant.expiresAt,
    priority: DEFAULT_PRIORITY.gift,
    coefficientVersionId: grant.coefficientVersionId,
    from: { accountId: giver.id, number: grant.number },
  });
  return {
    accountId: giver.id,
    sequence,
    grantNumber: grant.number,
    milliTokens,
    toAccountId: receiver.id,
    toNumber: received.number,
    expiresAt: grant.expiresAt,
  };
}

/** The grants that may be given from, in burn order; of one that is named, why it may not. */
function givable(
  { grants }: AccountState,
  grantNumber: number | undefined,
  now: Instant,
): Result<readonly GrantState[], GiveRefusal> {
  const isTransferable = ({ plan }: GrantState): boolean => plan.body.transferable === true;
  if (grantNumber === undefined)
    return ok(grants.filter((one) => isTransferable(one) && isInForce(one, now)));
  const grant = grants.find(({ number }) => number === grantNumber);
  if (grant === undefined) return refuse({ code: 'unknown_grant' });
  if (!isTransferable(grant)) return refuse({ code: 'not_transferable' });
  return isInForce(grant, now) ? ok([grant]) : refuse({ code: 'grant_not_in_force' });
}

function wholeTokens(grant: GrantState): bigint {
  const milliTokens = unexpiredOf(grant);
  return milliTokens - (milliTokens % MILLI);
}
const min = (a: bigint, b: bigint): bigint => (a < b ? a : b);
