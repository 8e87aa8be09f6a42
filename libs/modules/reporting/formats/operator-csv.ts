import { stringify } from 'csv-stringify/sync';
import type { OperatorReport } from './operator-report';
import { inertText } from './plain-text';
import type { Write } from './report-format';

/** Rows are a `party`, a `model`, or what one of them comes to in a currency. */
const COLUMNS = [
  'row',
  'month',
  'version',
  'currency',
  'party',
  'partyName',
  'rows',
  'records',
  'tokens',
  'gross',
  'lineKind',
  'model',
  'kind',
  'revenue',
  'costs',
  'share',
  'vat',
  'withholding',
  'held',
  'released',
  'payable',
] as const;
type Row = Readonly<Record<string, string | number>>;
const TEXTS: ReadonlySet<string> = new Set(['currency', 'partyName', 'model']);

export async function csvOperator(report: OperatorReport, write: Write): Promise<void> {
  const { month, parties, models, totals } = report;
  const version = report.mark === undefined ? report.version : `${report.version} ${report.mark}`;
  const rows: readonly Row[] = [
    ...parties.map((one) => ({ row: 'party', ...one })),
    ...totals.map(({ models: _models, ...one }) => ({ row: 'parties', ...one })),
    ...models.map((one) => ({ row: 'model', ...one })),
    ...totals.map(({ currency, models: sums }) => ({ row: 'models', currency, ...sums })),
  ];
  const cells = rows.map((row) => {
    const named: Readonly<Record<string, string | number | undefined>> = { month, version, ...row };
    return COLUMNS.map((name) => cellOf(name, String(named[name] ?? '')));
  });
  const header = COLUMNS.map((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
  await write(stringify([header, ...cells], { record_delimiter: '\r\n', quoted_match: /[\r\n]/ }));
}

const cellOf = (name: string, text: string): string => (TEXTS.has(name) ? inertText(text) : text);
