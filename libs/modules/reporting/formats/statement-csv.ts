import { stringify } from 'csv-stringify/sync';
import { formatYuan } from '@ciyuan/core/kernel';
import type { Statement, StoredLine } from '@ciyuan/modules/settlement';
import type { LineTotals } from './line-totals';
import { inertText, yuanText } from './plain-text';
import { versionText } from './proforma-mark';
import type { OpenDocument } from './report-format';

/**
 * Amounts are plain decimals in yuan. The last row is the `control` row: how many lines there were and what they add
 * up to, with what the party invoices on top.
 */
const COLUMNS = [
  'row',
  'month',
  'version',
  'party',
  'currency',
  'line',
  'line_kind',
  'origin_month',
  'plan',
  'model',
  'vendor',
  'compute_owner',
  'channel',
  'chip_kind',
  'kind',
  'paid',
  'records',
  'tokens',
  'gross',
  'share',
  'vat',
  'withholding',
  'held',
  'released',
  'payable',
  'counterparty',
  'reference',
] as const;

type Column = (typeof COLUMNS)[number];
type Row = Readonly<Partial<Record<Column, string>>>;

export const csvStatement: OpenDocument = async (statement, write) => {
  await write(csvHeader());
  return {
    add: (lines) => write(csvLines(statement, lines)),
    end: (totals) => write(csvControl(statement, totals)),
  };
};

const csvHeader = (): string => csv([Object.fromEntries(COLUMNS.map((name) => [name, name]))]);

function csvLines(statement: Statement, lines: readonly StoredLine[]): string {
  return csv(lines.map((line) => ({ row: 'line', ...ofStatement(statement), ...ofLine(line) })));
}

function csvControl(statement: Statement, totals: LineTotals): string {
  return csv([
    {
      row: 'control',
      ...ofStatement(statement),
      line: String(totals.rows),
      records: String(totals.records),
      tokens: String(totals.tokens),
      gross: formatYuan(totals.gross),
      share: yuanText(totals.shareFen),
      vat: yuanText(statement.vatFen),
      withholding: yuanText(statement.withholdingFen),
      held: yuanText(statement.heldFen),
      released: yuanText(statement.releasedFen),
      payable: yuanText(statement.payableFen),
    },
  ]);
}

function ofStatement(statement: Statement): Row {
  const { month, party, currency } = statement;
  return { month, version: versionText(statement), party: inertText(party), currency: inertText(currency) };
}

function ofLine(line: StoredLine): Row {
  const { key } = line;
  return {
    line: String(line.line),
    line_kind: line.lineKind,
    origin_month: line.originMonth,
    plan: inertText(line.plan ?? ''),
    model: inertText(key?.model ?? ''),
    vendor: inertText(key?.vendor ?? ''),
    compute_owner: inertText(key?.computeOwner ?? ''),
    channel: inertText(key?.channel ?? ''),
    chip_kind: inertText(key?.chipKind ?? ''),
    kind: key?.kind ?? '',
    paid: key === null ? '' : String(key.paid),
    records: String(line.records),
    tokens: String(line.tokens),
    gross: formatYuan(line.gross),
    share: yuanText(line.shareFen),
    counterparty: inertText(line.counterparty ?? ''),
    reference: inertText(line.reference ?? ''),
  };
}

/** As RFC 4180 has it. */
function csv(rows: readonly Row[]): string {
  const cells = rows.map((row) => COLUMNS.map((column) => row[column] ?? ''));
  return stringify(cells, { record_delimiter: '\r\n', quoted_match: /[\r\n]/ });
}
