import type { MoneyFlow, TokenFlow } from '../ledger';
import type { AccountState, GrantOrigin, GrantPlace, GrantState } from './account-state';
import type { GrantMovement } from './decision';
import type { Draft } from './draft';
import { grantLine } from './grant-line';
import { postFees } from './post-fees';
import { brokenPrice, unexpiredOf } from './grant-position';

/** The last instant of a grant lies in the month that its expiry belongs to. */
const LAST_INSTANT_MS = 1;

interface ExpiredPart {
  readonly sequence: number;
  readonly milliTokens: bigint;
  readonly gross: bigint;
  readonly net: bigint;
}

interface Issue {
  readonly movement: GrantMovement['kind'];
  /** Where its tokens come from, its net price and the tax in it; what rolls over stays where it is. */
  readonly tokens?: TokenFlow;
  readonly net?: MoneyFlow;
  readonly tax?: MoneyFlow;
}

const SALE: Issue = { movement: 'issued', tokens: 'tokensIssued', net: 'saleNet', tax: 'saleTax' };
const ISSUES: Readonly<Record<GrantOrigin, Issue>> = {
  sold: SALE,
  plan_change: SALE,
  renewal: SALE,
  rolled_over: { movement: 'rolled_in' },
  received: { movement: 'received', tokens: 'tokensReceived', net: 'priceReceived' },
  // Whoever sold it has its tax on an invoice of his own.
  stated: { movement: 'stated', tokens: 'tokensStated', net: 'priceStated' },
};

/** Books a new grant: its tokens and, where it has a price, whom that is owed by or where it comes from. */
export function postIssue(work: Draft, account: AccountState, grant: GrantState): void {
  const { movement, tokens, net, tax } = ISSUES[grant.origin];
  const month = work.months.accountingMonth(work.months.usageMonth(grant.grantedAt));
  work.newGrants.push({ accountId: account.id, grant });
  work.movements.push({
    accountId: account.id,
    sequence: grant.number,
    grantNumber: grant.number,
    kind: movement,
    at: grant.grantedAt,
    milliTokens: grant.quantityMilli,
  });
  if (grant.origin === 'rolled_over') work.movements.push(rolledOut(account, grant));
  const currency = currencyOf(grant);
  if (net !== undefined) work.tally.post(account.id, month, net, grant.priceNet, currency);
  if (tax !== undefined) work.tally.post(account.id, month, tax, grant.priceGross - grant.priceNet, currency);
  if (tokens !== undefined) work.tally.post(account.id, month, tokens, grant.quantityMilli);
  postFees(work, account, grant);
}

/** Under the number of the grant that it goes into. */
const rolledOut = (
  { id }: AccountState,
  { number, from, grantedAt, quantityMilli }: GrantState,
): GrantMovement => ({
  accountId: id,
  sequence: number,
  grantNumber: (from as GrantPlace).number,
  kind: 'rolled_out',
  at: grantedAt,
  milliTokens: quantityMilli,
});

/** Books what is left of a grant as expired, and its unrecognised price as breakage. */
export function postExpiry(work: Draft, account: AccountState, grant: GrantState): void {
  if (unexpiredOf(grant) === 0n) return;
  expireLeft(work, account, grant, account.nextSequence++);
}

function expireLeft(work: Draft, account: AccountState, grant: GrantState, sequence: number): void {
  const left = unexpiredOf(grant);
  const { gross, net } = brokenPrice(grant);
  grant.expiredMilli += left;
  grant.isChanged = true;
  bookExpiry(work, account, grant, { sequence, milliTokens: left, gross, net });
}

/**
 * What a correction returns to a grant whose expiry is over expires again at once: beside what has expired, or, where
 * nothing was left to expire then, as that would have been booked.
 */
export function expireReturned(
  work: Draft,
  account: AccountState,
  grant: GrantState,
  part: ExpiredPart,
): void {
  if (grant.expiredMilli === 0n) {
    expireLeft(work, account, grant, part.sequence);
    return;
  }
  grant.expiredMilli += part.milliTokens;
  grant.isChanged = true;
  bookExpiry(work, account, grant, part);
}

/** A late record draws an expired part back: expiry and breakage of that part are reversed. */
export function reverseExpiry(
  work: Draft,
  account: AccountState,
  grant: GrantState,
  part: ExpiredPart,
): void {
  grant.expiredMilli -= part.milliTokens;
  bookExpiry(work, account, grant, {
    sequence: part.sequence,
    milliTokens: -part.milliTokens,
    gross: -part.gross,
    net: -part.net,
  });
}

function bookExpiry(work: Draft, account: AccountState, grant: GrantState, part: ExpiredPart): void {
  const at = grant.expiresAt as number;
  const usageMonth = work.months.usageMonth(at - LAST_INSTANT_MS);
  const accountingMonth = work.months.accountingMonth(usageMonth);
  const reversed = part.milliTokens < 0n;
  work.movements.push({
    accountId: account.id,
    sequence: part.sequence,
    grantNumber: grant.number,
    kind: reversed ? 'expiry_reversed' : 'expired',
    at,
    milliTokens: reversed ? -part.milliTokens : part.milliTokens,
  });
  work.tally.post(account.id, accountingMonth, 'tokensExpired', part.milliTokens);
  work.tally.post(account.id, accountingMonth, 'packageBroken', part.net, currencyOf(grant));
  const line = grantLine(work, grant, { kind: 'breakage', usageMonth, paid: grant.priceGross > 0n });
  work.tally.rollUp(line, { records: 0, gross: part.gross, net: part.net });
}

const currencyOf = (grant: GrantState): string => grant.plan.body.currency;
