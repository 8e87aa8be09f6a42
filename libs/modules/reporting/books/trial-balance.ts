import type { Instant } from '@ciyuan/core/kernel';
import { CHART, meaningOf, type AccountMeaning, type Asset } from '@ciyuan/core/ledger';
import type { AccountSums } from './trial-balance.store';

export interface BalanceLine extends AccountSums {
  readonly meaning: AccountMeaning;
  readonly closing: bigint;
}

/** What the lines of one asset add up to. Each pair is equal in every ledger that balances. */
export interface AssetTotals {
  readonly asset: Asset;
  readonly openingDebit: bigint;
  readonly openingCredit: bigint;
  readonly debits: bigint;
  readonly credits: bigint;
  readonly closingDebit: bigint;
  readonly closingCredit: bigint;
}

/** As of an instant, when things were booked; or of an accounting month. */
export type BalanceSpan = { readonly at: Instant } | { readonly month: string };

export interface TrialBalance {
  readonly span: BalanceSpan;
  /** The customer's account that it is of; null over all. */
  readonly account: string | null;
  readonly lines: readonly BalanceLine[];
  readonly totals: readonly AssetTotals[];
  /** Debits are credits in every asset: before, in between and at the end. */
  readonly isBalanced: boolean;
}

const ORDER = Object.keys(CHART);

/** By asset, in the order of the chart. */
export function trialBalance(
  span: BalanceSpan,
  account: string | null,
  sums: readonly AccountSums[],
): TrialBalance {
  const lines = sums
    .map((one) => ({
      ...one,
      meaning: meaningOf(one.account),
      closing: one.opening + one.debits - one.credits,
    }))
    .sort((a, b) => (a.asset === b.asset ? placeOf(a) - placeOf(b) : a.asset < b.asset ? -1 : 1));
  const totals = [...new Set(lines.map(({ asset }) => asset))].map((asset) =>
    totalsOf(
      asset,
      lines.filter((line) => line.asset === asset),
    ),
  );
  return { span, account, lines, totals, isBalanced: totals.every(balances) };
}

export const debitOf = (amount: bigint): bigint => (amount > 0n ? amount : 0n);
export const creditOf = (amount: bigint): bigint => (amount < 0n ? -amount : 0n);

const placeOf = ({ account }: AccountSums): number => ORDER.indexOf(account);

function totalsOf(asset: Asset, lines: readonly BalanceLine[]): AssetTotals {
  const sum = (of: (line: BalanceLine) => bigint): bigint =>
    lines.reduce((total, one) => total + of(one), 0n);
  return {
    asset,
    openingDebit: sum(({ opening }) => debitOf(opening)),
    openingCredit: sum(({ opening }) => creditOf(opening)),
    debits: sum(({ debits }) => debits),
    credits: sum(({ credits }) => credits),
    closingDebit: sum(({ closing }) => debitOf(closing)),
    closingCredit: sum(({ closing }) => creditOf(closing)),
  };
}

const balances = (totals: AssetTotals): boolean =>
  totals.openingDebit === totals.openingCredit &&
  totals.debits === totals.credits &&
  totals.closingDebit === totals.closingCredit;
