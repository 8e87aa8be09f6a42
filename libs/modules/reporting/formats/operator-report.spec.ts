import { parse } from 'csv-parse/sync';
import { parseFen, formatFen } from '@ciyuan/core/kernel';
import type { SettlementRun, Statement, StoredLine } from '@ciyuan/modules/settlement';
import { recalculated } from '../../../../test/support/recalculate';
import { readWorkbook } from '../../../../test/support/report-files';
import { reportLines, reportStatement } from '../../../../test/support/report-lines';
import { writeOperatorFiles, type OperatorFile } from './operator-files';
import { operatorSums, type OperatorReport } from './operator-report';
import { CSV_ALONE, EXPORT_FORMATS } from './report-format';

const RUN: SettlementRun = {
  ...{
    id: 1,
    kind: 'settlement',
    month: '2026-06',
    version: 2,
    state: 'calculated',
    inputDigest: '',
    createdAt: 0,
  },
  ...{ createdBy: '', approvedAt: null, approvedBy: null, postedAt: null },
} as const;

const model = (n: number): string => ['=glm', 'b'][n % 2] ?? '';
const linesFor = (party: string, currency: string, count: number): StoredLine[] =>
  reportLines(count, 1, model).map((line) => ({ ...line, party, currency }));

/** The operator and two more in yuan, and a currency that needs quoting. */
const MONTH: readonly (readonly [Statement, StoredLine[]])[] = [
  ...(['carrier', 'alpha', 'beta'] as const).map(
    (party, index) => [reportStatement(index + 4, { party }), linesFor(party, 'CNY', index + 4)] as const,
  ),
  [
    reportStatement(2, { party: 'carrier', currency: 'USD', partyName: '+name' }),
    [
      ...linesFor('carrier', 'USD', 1),
      { ...linesFor('carrier', 'USD', 2)[1]!, lineKind: 'guarantee', key: null },
    ],
  ],
];

function reportOf(): OperatorReport {
  const sums = operatorSums(new Set(['carrier']));
  for (const [statement, lines] of MONTH) {
    sums.add(statement, lines.slice(0, 1));
    sums.add(statement, lines.slice(1));
  }
  return sums.report(
    RUN,
    MONTH.map(([statement]) => statement),
  );
}

async function written(): Promise<{ files: Map<string, Buffer>; listed: readonly OperatorFile[] }> {
  const files = new Map<string, Buffer>();
  const target = async (file: string) => ({
    write: async (piece: string | Uint8Array) =>
      void files.set(file, Buffer.concat([files.get(file) ?? Buffer.alloc(0), Buffer.from(piece)])),
    close: async () => undefined,
  });
  const listed = await writeOperatorFiles(reportOf(), target, { ...CSV_ALONE, formats: EXPORT_FORMATS });
  return { files, listed };
}

const sumOf = (rows: readonly Readonly<Record<string, unknown>>[], name: string): string =>
  formatFen(rows.reduce((sum, row) => sum + parseFen(String(row[name])), 0n));
const short = (yuan: string): string => formatFen(parseFen(yuan));

describe('the operator’s summary of a month', () => {
  it('parts what is shared of each model into costs and what is kept', () => {
    const { models } = reportOf();
    expect(models.map((row) => Object.values(row).join(' '))).toEqual([
      'CNY share =glm package 8.88 6.66 2.22',
      'CNY share b package 8.14 6.66 1.48',
      'USD guarantee   0.74 0.00 0.74',
      'USD share b package 0.37 0.00 0.37',
    ]);
  });

  it('has totals that are the sums of its rows, of parties and of models alike', () => {
    const { parties, models, totals } = reportOf();
    expect(totals.map(({ currency }) => currency)).toEqual(['CNY', 'USD']);
    for (const { currency, models: sums, ...control } of totals) {
      const [own, shared] = [parties, models].map((rows) => rows.filter((row) => row.currency === currency));
      for (const name of ['share', 'vat', 'withholding', 'payable'] as const)
        expect([name, short(control[name])]).toEqual([name, sumOf((own ?? []) as never, name)]);
      for (const name of ['revenue', 'costs', 'share'] as const)
        expect([name, short(sums[name])]).toEqual([name, sumOf((shared ?? []) as never, name)]);
      expect([sums.revenue, parseFen(sums.costs) + parseFen(sums.share)]).toEqual([
        control.share,
        parseFen(sums.revenue),
      ]);
    }
  });

  it('says the same as CSV, as JSON and as a spreadsheet', async () => {
    const { files, listed } = await written();
    expect(listed.map(({ file, format, bytes }) => [file, format, bytes])).toEqual(
      ['csv', 'json', 'xlsx'].map((format) => {
        const file = `operator-2026-06.${format}`;
        return [file, format, files.get(file)?.length];
      }),
    );
    const report = reportOf();
    const { format, ...json } = JSON.parse(String(files.get('operator-2026-06.json'))) as { format: string };
    expect([format, json]).toEqual(['ciyuan-operator-1', report]);
    const rows = parse<Record<string, string>>(files.get('operator-2026-06.csv') ?? '', { columns: true });
    const csv = (row: string, ...names: string[]) =>
      rows.filter((one) => one['row'] === row).map((one) => names.map((name) => one[name]));
    expect(csv('party', 'currency', 'party', 'rows', 'gross', 'payable')).toEqual(
      report.parties.map((one) => [one.currency, one.party, String(one.rows), one.gross, one.payable]),
    );
    expect(csv('model', 'model', 'line_kind', 'revenue', 'costs', 'share')).toEqual(
      report.models.map((one) => [
        one.model.replace(/^=/, "'="),
        one.lineKind,
        one.revenue,
        one.costs,
        one.share,
      ]),
    );
    expect(csv('parties', 'share')).toEqual(csv('models', 'revenue'));
    const workbook = await readWorkbook(files.get('operator-2026-06.xlsx') ?? Buffer.alloc(0));
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Parties', 'Models']);
    const formulas = recalculated(workbook);
    expect(formulas).toHaveLength(2 * (10 + 3));
    expect(formulas.filter(({ cached, exact }) => cached !== exact)).toEqual([]);
    expect(workbook.getWorksheet('Models')?.getCell('C2').value).toBe('=glm');
  });
});
