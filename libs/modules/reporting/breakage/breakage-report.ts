import type { PicoYuan, Ratio } from '@ciyuan/core/kernel';
import { percentOf } from '@ciyuan/core/settlement';
import type { BreakageFigures, LedgerBreakage, PlanBreakage } from './breakage.store';

/** A month in one currency, plan by plan. */
export interface BreakageMonth {
  readonly month: string;
  readonly currency: string;
  readonly rows: readonly PlanBreakage[];
  readonly total: BreakageFigures;
  /** The month's breakage as the journals of customers have it. */
  readonly ledgerNet: PicoYuan;
  readonly isReconciled: boolean;
}

export interface BreakageReport {
  readonly from: string;
  readonly until: string;
  readonly months: readonly BreakageMonth[];
  readonly totals: readonly { readonly currency: string; readonly figures: BreakageFigures }[];
}

const NOTHING: BreakageFigures = {
  soldMilli: 0n,
  consumedMilli: 0n,
  expiredMilli: 0n,
  recognisedNet: 0n,
  breakageNet: 0n,
};

/** Per cent of the tokens that left their grants in the month which nobody used: expired of expired and consumed. */
export const breakageRate = ({ consumedMilli, expiredMilli }: BreakageFigures): Ratio | null =>
  percentOf(expiredMilli, expiredMilli + consumedMilli);

export function breakageReport(
  from: string,
  until: string,
  plans: readonly PlanBreakage[],
  ledger: readonly LedgerBreakage[],
): BreakageReport {
  const keys = [...new Set([...plans, ...ledger].map(({ month, currency }) => `${month} ${currency}`))];
  const months = keys.sort().map((key) => monthOf(key, plans, ledger));
  const currencies = [...new Set(months.map(({ currency }) => currency))].sort();
  const totals = currencies.map((currency) => ({
    currency,
    figures: sum(months.filter((one) => one.currency === currency).map(({ total }) => total)),
  }));
  return { from, until, months, totals };
}

function monthOf(
  key: string,
  plans: readonly PlanBreakage[],
  ledger: readonly LedgerBreakage[],
): BreakageMonth {
  const [month = '', currency = ''] = key.split(' ');
  const isOwn = (one: { month: string; currency: string }): boolean =>
    one.month === month && one.currency === currency;
  const rows = plans.filter(isOwn);
  const total = sum(rows);
  const ledgerNet = ledger.find(isOwn)?.breakageNet ?? 0n;
  return { month, currency, rows, total, ledgerNet, isReconciled: ledgerNet === total.breakageNet };
}

const sum = (all: readonly BreakageFigures[]): BreakageFigures =>
  all.reduce<BreakageFigures>(
    (total, one) => ({
      soldMilli: total.soldMilli + one.soldMilli,
      consumedMilli: total.consumedMilli + one.consumedMilli,
      expiredMilli: total.expiredMilli + one.expiredMilli,
      recognisedNet: total.recognisedNet + one.recognisedNet,
      breakageNet: total.breakageNet + one.breakageNet,
    }),
    NOTHING,
  );
