import { stringify } from 'csv-stringify/sync';
import { formatYuan } from '@ciyuan/core/kernel';
import { DifferenceSums, type Change, type LineDifference } from '@ciyuan/core/settlement';
import type { ComparedRuns } from '@ciyuan/modules/settlement';
import { inertText, yuanText } from './plain-text';
import { versionText } from './proforma-mark';

const FIGURES = ['records', 'tokens', 'gross', 'share'] as const;
const SIDES = ['before', 'after', 'difference'] as const;

/** A `line` for each line that changed; then a `party` row for each statement, and a `control` row for each currency. */
const COLUMNS = [
  ...['row', 'month', 'before_version', 'after_version', 'change', 'party', 'currency', 'line_kind'],
  ...['origin_month', 'plan', 'model', 'vendor', 'compute_owner', 'channel', 'chip_kind', 'kind', 'paid'],
  ...FIGURES.flatMap((figure) => SIDES.map((side) => `${figure}_${side}`)),
] as const;

type Row = Readonly<Record<string, string>>;

/** The whole comparison as CSV, of any length: a statement's lines at a time. */
export async function* differencesCsv(compared: ComparedRuns): AsyncGenerator<string> {
  const { before, after, planCodes, parts } = compared;
  const common = {
    month: after.month,
    before_version: versionText(before),
    after_version: versionText(after),
  };
  yield csv([[...COLUMNS]]);
  const sums = new DifferenceSums(0);
  for await (const part of parts) {
    sums.add(part);
    if (part.lines.length > 0)
      yield rowsOf(part.lines.map((line) => ({ row: 'line', ...common, ...lineOf(line, planCodes) })));
  }
  const { parties, totals } = sums.summary();
  yield rowsOf([
    ...parties.map((one) => ({
      row: 'party',
      ...common,
      party: inertText(one.party),
      currency: inertText(one.currency),
      ...changeOf(one),
    })),
    ...totals.map((one) => ({
      row: 'control',
      ...common,
      currency: inertText(one.currency),
      ...changeOf(one),
    })),
  ]);
}

const rowsOf = (rows: readonly Row[]): string =>
  csv(rows.map((row) => COLUMNS.map((column) => row[column] ?? '')));

/** As RFC 4180 has it. */
const csv = (rows: readonly string[][]): string =>
  stringify([...rows], { record_delimiter: '\r\n', quoted_match: /[\r\n]/ });

const lineOf = ({ key, ...line }: LineDifference, planCodes: ReadonlyMap<number, string>): Row => ({
  change: line.change,
  party: inertText(line.party),
  currency: inertText(line.currency),
  line_kind: line.lineKind,
  origin_month: line.originMonth,
  plan: inertText(key === null ? '' : (planCodes.get(key.planVersionId) ?? '')),
  model: inertText(key?.model ?? ''),
  vendor: inertText(key?.vendor ?? ''),
  compute_owner: inertText(key?.computeOwner ?? ''),
  channel: inertText(key?.channel ?? ''),
  chip_kind: inertText(key?.chipKind ?? ''),
  kind: key?.kind ?? '',
  paid: key === null ? '' : String(key.paid),
  ...changeOf(line),
});

const changeOf = (change: Change): Row =>
  Object.fromEntries(
    SIDES.flatMap((side) => {
      const { records, tokens, gross, shareFen } = change[side];
      const texts = [String(records), String(tokens), formatYuan(gross), yuanText(shareFen)];
      return FIGURES.map((figure, index) => [`${figure}_${side}`, texts[index] ?? '']);
    }),
  );
