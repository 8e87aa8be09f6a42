import { fenToPico, type PicoYuan } from '@ciyuan/core/kernel';
import type { MarginGrouping, MarginValues } from './margin-dimension';
import { NO_FIGURES, addFigures, type MarginFigures } from './margin-figures';
import {
  shareFigures,
  tokenFigures,
  type MarginKey,
  type SharePiece,
  type TokenPiece,
} from './margin-pieces';
import type { IssuedMonth } from './margin-pieces.store';

export interface MarginRow {
  readonly month: string;
  readonly currency: string;
  readonly lineKind: string;
  readonly values: MarginValues;
  readonly figures: MarginFigures;
}

/** A month in one currency: its rows, and what they come to. */
export interface MarginMonth {
  readonly month: string;
  readonly currency: string;
  /** Not issued yet: planned from what is booked now, and may change. */
  readonly isProvisional: boolean;
  readonly rows: readonly MarginRow[];
  readonly total: MarginFigures;
  /** What the journal of the month's issue has; null until it is issued. */
  readonly ledger: { readonly operatorRevenue: PicoYuan; readonly partnerPayable: PicoYuan } | null;
  /** Whether the operator's margin and the others' shares are those of the journal. */
  readonly isReconciled: boolean | null;
}

export interface MarginReport {
  readonly from: string;
  readonly until: string;
  readonly by: MarginGrouping;
  /** By month, then currency. */
  readonly months: readonly MarginMonth[];
  /** By currency, over all months. */
  readonly totals: readonly { readonly currency: string; readonly figures: MarginFigures }[];
}

export interface MarginFacts extends Pick<MarginReport, 'from' | 'until' | 'by'> {
  readonly posted: ReadonlySet<string>;
  readonly shares: readonly SharePiece[];
  readonly tokens: readonly TokenPiece[];
  readonly issued: readonly IssuedMonth[];
}

/** Every piece counts in one row, so that rows add up to what the month has come to. */
export function marginReport({ from, until, by, ...facts }: MarginFacts): MarginReport {
  const rows = [...rowsOf(facts).values()].sort(inOrder);
  const months = groupsOf(rows).map((own) => monthOf(own, facts));
  const currencies = [...new Set(months.map(({ currency }) => currency))].sort();
  const totals = currencies.map((currency) => ({
    currency,
    figures: sum(months.filter((one) => one.currency === currency).map(({ total }) => total)),
  }));
  return { from, until, by, months, totals };
}

function rowsOf({ shares, tokens }: Pick<MarginFacts, 'shares' | 'tokens'>): Map<string, MarginRow> {
  const rows = new Map<string, MarginRow>();
  const add = ({ month, currency, lineKind, values }: MarginKey, figures: MarginFigures): void => {
    const key = JSON.stringify([month, currency, lineKind, values]);
    const before = rows.get(key)?.figures ?? NO_FIGURES;
    rows.set(key, { month, currency, lineKind, values, figures: addFigures(before, figures) });
  };
  for (const piece of shares) add(piece, shareFigures(piece));
  for (const piece of tokens) add(piece, tokenFigures(piece));
  return rows;
}

function groupsOf(rows: readonly MarginRow[]): MarginRow[][] {
  const groups = new Map<string, MarginRow[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.month, row.currency]);
    const found = groups.get(key);
    if (found === undefined) groups.set(key, [row]);
    else found.push(row);
  }
  return [...groups.values()];
}

function monthOf(
  rows: readonly MarginRow[],
  { posted, issued }: Pick<MarginFacts, 'posted' | 'issued'>,
): MarginMonth {
  const { month = '', currency = '' } = rows[0] ?? {};
  const total = sum(rows.map(({ figures }) => figures));
  const booked = issued.find((one) => one.month === month && one.currency === currency);
  const ledger = posted.has(month)
    ? { operatorRevenue: booked?.operatorRevenue ?? 0n, partnerPayable: booked?.partnerPayable ?? 0n }
    : null;
  return {
    month,
    currency,
    isProvisional: ledger === null,
    rows,
    total,
    ledger,
    isReconciled:
      ledger === null
        ? null
        : ledger.operatorRevenue === fenToPico(total.marginFen) &&
          ledger.partnerPayable === fenToPico(total.costFen),
  };
}

const sum = (all: readonly MarginFigures[]): MarginFigures => all.reduce(addFigures, NO_FIGURES);

function inOrder(a: MarginRow, b: MarginRow): number {
  const key = ({ month, currency, lineKind, values }: MarginRow): string[] => [
    month,
    currency,
    lineKind === 'share' ? '' : lineKind,
    ...values.map((value) => value ?? ''),
  ];
  const [x, y] = [key(a), key(b)];
  const at = x.findIndex((text, index) => text !== y[index]);
  return at < 0 ? 0 : (x[at] ?? '') < (y[at] ?? '') ? -1 : 1;
}
