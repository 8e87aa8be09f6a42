import { allHolds, type DemoReport, type RecordOutcomes } from './demo-report';
import { grouped, percent, rate, roundedYuan, seconds, yuan } from './figures';
import { textTable, type Column } from './text-table';

const left = (title: string): Column => ({ title, align: 'left' });
const right = (title: string): Column => ({ title, align: 'right' });

/** The report as text, a blank line between its tables; it ends with a line end. */
export function renderReport(report: DemoReport): string {
  const verdict = allHolds(report) ? 'Everything agrees.' : 'NOT EVERYTHING AGREES.';
  const parts = [
    `${report.usage}, replayed into ${report.month} over ${grouped(report.accounts)} accounts`,
    recordsTable(report),
    tokensTable(report),
    revenueTable(report),
    sharesTable(report),
    identitiesTable(report),
    verdict,
  ];
  return `${parts.join('\n\n')}\n`;
}

const OUTCOMES = [
  'charged',
  'suspense',
  'duplicate',
  'conflict',
  'refused',
] as const satisfies readonly (keyof RecordOutcomes)[];

function recordsTable({ records, elapsed }: DemoReport): string {
  const all = OUTCOMES.reduce((sum, outcome) => sum + records[outcome], 0);
  const rows = OUTCOMES.map((outcome) => [outcome, grouped(records[outcome])]);
  const table = textTable([left('records'), right('count')], [...rows, ['all', grouped(all)]]);
  const imported = `Imported in ${seconds(elapsed.importMs)}, ${rate(all, elapsed.importMs)} records a second`;
  return `${table}\n${imported}; settled in ${seconds(elapsed.settlementMs)}, verified in ${seconds(elapsed.verifyMs)}.`;
}

function tokensTable({ tokens }: DemoReport): string {
  const rows = tokens.map(({ tokenClass, imported, audited }) => [
    tokenClass,
    grouped(imported),
    grouped(audited),
    imported === audited ? 'same' : 'DIFFERS',
  ]);
  return textTable([left('tokens'), right('imported'), right('second reader'), left('')], rows);
}

function revenueTable({ revenue }: DemoReport): string {
  const total = revenue.reduce((sum, { gross }) => sum + gross, 0n);
  const rows = revenue.map(({ kind, gross }) => [kind, roundedYuan(gross), percent(gross, total)]);
  const columns = [left('revenue by kind'), right('yuan with VAT'), right('part')];
  return textTable(columns, [...rows, ['all', roundedYuan(total), percent(total, total)]]);
}

function sharesTable({ shares }: DemoReport): string {
  const total = shares.reduce((sum, { share }) => sum + share, 0n);
  const rows = shares.map(({ party, share, payable }) => [
    party,
    yuan(share),
    percent(share, total),
    yuan(payable),
  ]);
  const columns = [left('party'), right('share, yuan'), right('part'), right('payable')];
  return textTable(columns, [...rows, ['all', yuan(total), percent(total, total), '']]);
}

function identitiesTable({ identities }: DemoReport): string {
  const rows = identities.map(({ name, holds, finding }) => [name, holds ? 'ok' : 'FAILED', finding ?? '']);
  return textTable([left('identity'), left('result'), left('finding')], rows);
}
