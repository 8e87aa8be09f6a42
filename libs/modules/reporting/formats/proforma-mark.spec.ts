import { parse } from 'csv-parse/sync';
import { readWorkbook, writtenReport } from '../../../../test/support/report-files';
import { readPdf } from '../../../../test/support/read-pdf';
import { reportLines, reportStatement } from '../../../../test/support/report-lines';

const MARK = 'proforma / 试算';
const PROFORMA = reportStatement(3, { kind: 'proforma', version: 2 });
const written = (format: 'csv' | 'xlsx' | 'pdf' | 'json', statement = PROFORMA) =>
  writtenReport(format, statement, [reportLines(3)]);

describe('the file of an indication', () => {
  it('is named as one', async () => {
    expect((await written('csv')).exported.file).toBe('2026-06-proforma-v2-alpha-CNY.csv');
    expect((await written('csv', reportStatement(3))).exported.file).toBe('2026-06-v1-alpha-CNY.csv');
  });

  it('says so in every row of a CSV', async () => {
    const rows = parse<{ version: string }>(Buffer.from((await written('csv')).bytes), { columns: true });
    expect(rows.map(({ version }) => version)).toEqual(Array<string>(4).fill(`2 ${MARK}`));
  });

  it('says so in JSON', async () => {
    expect(JSON.parse(Buffer.from((await written('json')).bytes).toString())).toMatchObject({
      kind: 'proforma',
      mark: MARK,
      version: 2,
    });
    const settled = JSON.parse(
      Buffer.from((await written('json', reportStatement(3))).bytes).toString(),
    ) as object;
    expect(Object.keys(settled)).not.toContain('mark');
  });

  it('says so on the summary of a spreadsheet', async () => {
    const summary = (await readWorkbook((await written('xlsx')).bytes)).getWorksheet('Summary');
    expect(summary?.getCell('B5').value).toBe(`2 ${MARK}`);
  });

  it('says so on every page of paper', async () => {
    const text = JSON.stringify(await readPdf((await written('pdf')).bytes));
    expect(text).toContain('试算单');
    expect(text).toContain(MARK);
  });
});
