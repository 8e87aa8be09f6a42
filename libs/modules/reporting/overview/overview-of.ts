import { COUNTERS, TOKEN_CLASSES, type Counter } from '@ciyuan/core/usage';
import type { BookedDay } from './booked-days.store';
import { REVENUE_KINDS, type ModelTotal, type Overview, type OverviewDay, type Revenue } from './overview';

export interface OverviewFacts extends Pick<Overview, 'from' | 'to'> {
  readonly booked: readonly BookedDay[];
  readonly models: readonly ModelTotal[];
  /** Every day that was asked for. */
  readonly paying: ReadonlyMap<string, number>;
}

const MOST_MODELS = 10;

export function overviewOf({ from, to, booked, models, paying }: OverviewFacts): Overview {
  const days = [...paying].map(([day, accounts]) =>
    dayOf(
      day,
      accounts,
      booked.filter((one) => one.day === day),
    ),
  );
  return {
    from,
    to,
    days,
    revenue: revenueOf(booked),
    tokens: days.reduce((sum, { tokens }) => sum + tokens, 0n),
    topByTokens: topOf(models, (a, b) => b.tokens - a.tokens),
    topByRevenue: currenciesOf(models).flatMap((currency) =>
      topOf(
        models.filter((one) => one.currency === currency),
        (a, b) => b.amount - a.amount,
      ),
    ),
  };
}

function dayOf(day: string, payingAccounts: number, booked: readonly BookedDay[]): OverviewDay {
  const counts: Partial<Record<Counter, bigint>> = {};
  for (const name of COUNTERS) {
    const count = booked.reduce((sum, one) => sum + one.counts[name], 0n);
    if (count !== 0n) counts[name] = count;
  }
  return {
    day,
    payingAccounts,
    records: booked.reduce((sum, { records }) => sum + records, 0),
    counts,
    tokens: TOKEN_CLASSES.reduce((sum, name) => sum + (counts[name] ?? 0n), 0n),
    revenue: revenueOf(booked),
  };
}

/** By currency, in the order of the kinds; what comes to nothing is left out. */
function revenueOf(booked: readonly Revenue[]): Revenue[] {
  return currenciesOf(booked).flatMap((currency) =>
    REVENUE_KINDS.flatMap((kind) => {
      const own = booked.filter((one) => one.currency === currency && one.kind === kind);
      const amount = own.reduce((sum, one) => sum + one.amount, 0n);
      return amount === 0n ? [] : [{ kind, currency, amount }];
    }),
  );
}

const currenciesOf = (rows: readonly { readonly currency: string }[]): string[] =>
  [...new Set(rows.map(({ currency }) => currency))].sort();

const topOf = (
  models: readonly ModelTotal[],
  order: (a: ModelTotal, b: ModelTotal) => bigint,
): ModelTotal[] =>
  [...models]
    .sort((a, b) => {
      const difference = order(a, b);
      return difference === 0n ? (a.model < b.model ? -1 : 1) : difference < 0n ? -1 : 1;
    })
    .slice(0, MOST_MODELS);
