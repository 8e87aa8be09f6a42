import { formatInstant, formatYuan } from '@ciyuan/core/kernel';
import { OUTCOMES, sideTotal, type SideTotal } from '@ciyuan/core/reconciliation';
import { writeCsv } from '@ciyuan/platform/csv';
import type { Difference, DifferenceSide } from './difference';
import type { CountedReconciliation } from './reconciliation-run';

/**
 * A row is a `difference`, the `total` of an outcome, or the `control` row, the last: what the whole file came to.
 * `keys` is 1 of a difference. Counts are written as JSON, by their names.
 */
const COLUMNS = [
  'row',
  'id',
  'outcome',
  'key',
  'at',
  'model',
  'tenant',
  'plan',
  'kind',
  'keys',
  'our_month',
  'our_counts',
  'our_tokens',
  'our_amount',
  'their_line',
  'their_counts',
  'their_tokens',
  'their_amount',
  'tokens_apart',
  'amount_apart',
  'resolution',
  'reason',
] as const;
type Row = Readonly<Partial<Record<(typeof COLUMNS)[number], string | number | null>>>;

export const csvHeader = (): Uint8Array => writeCsv(COLUMNS, []);

export const csvDifferences = (differences: readonly Difference[]): Uint8Array =>
  withoutHeader(differences.map(rowOf));

/** Some of them as a file of their own, with what they come to at its end. */
export function csvOfDifferences(differences: readonly Difference[]): Uint8Array {
  const side = (whose: 'ours' | 'theirs'): SideTotal =>
    differences.reduce(
      ({ keys, tokens, amount }, one) => ({
        keys: keys + (one[whose] === null ? 0 : 1),
        tokens: tokens + (one[whose]?.tokens ?? 0n),
        amount: amount + (one[whose]?.amount ?? 0n),
      }),
      { keys: 0, tokens: 0n, amount: 0n },
    );
  const control: Row = { row: 'control', keys: differences.length, ...sumsOf(side('ours'), side('theirs')) };
  return writeRows([...differences.map(rowOf), control]);
}

export function csvTotals({ totals }: CountedReconciliation): Uint8Array {
  if (totals === null) return withoutHeader([]);
  const rows = OUTCOMES.map((outcome): Row => {
    const { keys, ours, theirs } = totals[outcome];
    return { row: 'total', outcome, keys, ...sumsOf(ours, theirs) };
  });
  const keys = OUTCOMES.reduce((all, outcome) => all + totals[outcome].keys, 0);
  const all = sumsOf(sideTotal(totals, 'ours'), sideTotal(totals, 'theirs'));
  return withoutHeader([...rows, { row: 'control', keys, ...all }]);
}

/** A part of a file that has its header already. */
function withoutHeader(rows: readonly Row[]): Uint8Array {
  return writeRows(rows).subarray(csvHeader().length);
}

const writeRows = (rows: readonly Row[]): Uint8Array =>
  writeCsv(COLUMNS, rows as readonly Readonly<Record<string, string | number | null>>[]);

const rowOf = (one: Difference): Row => ({
  row: 'difference',
  id: one.id,
  outcome: one.outcome,
  key: one.key,
  at: one.at === null ? null : formatInstant(one.at),
  model: one.model,
  tenant: one.tenant,
  plan: one.plan,
  kind: one.kind,
  keys: 1,
  our_month: one.ourMonth,
  ...sideRow('our', one.ours),
  their_line: one.theirLine,
  ...sideRow('their', one.theirs),
  tokens_apart: String(one.tokensApart),
  amount_apart: formatYuan(one.amountApart),
  resolution: one.resolution,
  reason: one.reason,
});

const sideRow = (whose: 'our' | 'their', side: DifferenceSide | null): Row => ({
  [`${whose}_counts`]: side === null ? null : JSON.stringify(side.counts),
  [`${whose}_tokens`]: side === null ? null : String(side.tokens),
  [`${whose}_amount`]: side === null ? null : formatYuan(side.amount),
});

const sumsOf = (ours: SideTotal, theirs: SideTotal): Row => ({
  our_tokens: String(ours.tokens),
  our_amount: formatYuan(ours.amount),
  their_tokens: String(theirs.tokens),
  their_amount: formatYuan(theirs.amount),
  tokens_apart: String(theirs.tokens - ours.tokens),
});
