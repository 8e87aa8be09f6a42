import { createHash } from 'node:crypto';
import { writtenReport } from '../../../../test/support/report-files';
import { reportLines, reportStatement } from '../../../../test/support/report-lines';
import { controlTotals } from './control-totals';

interface Document {
  readonly lines: readonly Readonly<Record<string, unknown>>[];
  readonly totals: object;
}

describe('a statement as JSON', () => {
  it('is read again as what was written', async () => {
    const statement = reportStatement(3, { partyName: '"引号" <&>\n' });
    const model = (n: number): string => ['"', '\\\n', '通义'][n - 1] ?? '';
    const lines = [...reportLines(2, 1, model), { ...reportLines(1, 3, model)[0]!, key: null, plan: null }];
    const { bytes, exported } = await writtenReport('json', statement, [
      lines.slice(0, 1),
      [],
      lines.slice(1),
    ]);
    const { lines: read, totals, ...header } = JSON.parse(bytes.toString()) as Document;
    const { month, version, party, partyName, currency } = statement;
    expect(header).toEqual({ format: 'ciyuan-statement-1', month, version, party, partyName, currency });
    expect(totals).toEqual(controlTotals([statement], exported.totals));
    expect(
      read.map((line) => [line['line'], line['model'], line['tokens'], line['gross'], line['share']]),
    ).toEqual([
      [1, '"', '1000003', '1.234567890123', '0.37'],
      [2, '\\\n', '2000006', '2.469135780246', '0.74'],
      [3, null, '3000009', '3.703703670369', '1.11'],
    ]);
  });

  it('is one line of text for each line, and none where there are none', async () => {
    const { bytes, exported } = await writtenReport('json', reportStatement(9), [reportLines(9)]);
    expect(bytes.toString().split('\n')).toHaveLength(9 + 3);
    expect(exported.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    const none = await writtenReport('json', reportStatement(0), []);
    expect((JSON.parse(none.bytes.toString()) as Document).lines).toEqual([]);
  });
});
