import type { HeldBasis } from '../../catalogue';
import { PICO_PER_FEN, divideFloor, type PicoYuan } from '../../kernel';
import type { CoveredAccount } from './coverage-input';

/** An account's month on a basis: its revenue, that of the months before it, and the money that covers both. */
export interface AccountCover {
  readonly accountId: number;
  readonly currency: string;
  readonly month: string;
  readonly basis: HeldBasis;
  /** Both 0 or more. */
  readonly earlier: PicoYuan;
  readonly revenue: PicoYuan;
  readonly money: PicoYuan;
}

/**
 * Where the month stands in the account's revenue, the oldest first. What is taken back takes back the latest revenue:
 * through each month no more is counted than is left through any later one, so that money for all there is covers all.
 */
export function coverOf(account: CoveredAccount, month: string, basis: HeldBasis): AccountCover {
  const { accountId, currency, months } = account;
  const ordered = [...months].sort((a, b) => (a.month < b.month ? -1 : 1));
  let through = 0n;
  const sums = ordered.map((one) => ({ month: one.month, sum: (through += one.revenue) }));
  const least = (of: readonly { readonly sum: PicoYuan }[]): PicoYuan =>
    of.reduce((lowest, { sum }) => (sum < lowest ? sum : lowest), through);
  const atLeastNothing = (amount: PicoYuan): PicoYuan => (amount < 0n ? 0n : amount);
  const own = atLeastNothing(least(sums.filter((one) => one.month >= month)));
  const has = sums.some((one) => one.month === month);
  const before = sums.filter((one) => one.month < month).at(-1);
  const left = before === undefined ? 0n : before.sum < own ? atLeastNothing(before.sum) : own;
  const money = basis === 'invoiced' ? account.invoiced : account.collected;
  return { accountId, currency, month, basis, earlier: left, revenue: has ? own - left : 0n, money };
}

/**
 * What of an amount of the month's revenue is covered, rounded down to the pico-yuan; all of it where nothing was
 * recognised, or where less than a hundredth is missing: documents are in hundredths.
 */
export function coveredPart(amount: PicoYuan, { earlier, revenue, money }: AccountCover): PicoYuan {
  const isCovered = amount <= 0n || revenue <= 0n || money > earlier + revenue - PICO_PER_FEN;
  if (isCovered) return amount;
  return money <= earlier ? 0n : divideFloor(amount * (money - earlier), revenue);
}
