import { formatYuan } from '@ciyuan/core/kernel';
import { recalculated } from '../../../../test/support/recalculate';
import { readWorkbook, writtenReport } from '../../../../test/support/report-files';
import { reportLines, reportStatement } from '../../../../test/support/report-lines';
import { LINE_COLUMNS } from './xlsx-lines';

const HARMFUL = ['=cmd()', '+1', '@SUM(A1)', '_x0041_', '<b>&"', '通义千问'];

describe('a statement as a spreadsheet', () => {
  const statement = reportStatement(25);
  const pages = [reportLines(7), reportLines(18, 8)];

  it('is read again sheet by sheet, each no longer than it may be', async () => {
    const { bytes } = await writtenReport('xlsx', statement, pages, { rowsPerSheet: 10 });
    const workbook = await readWorkbook(bytes);
    expect(workbook.worksheets.map(({ name, rowCount }) => [name, rowCount])).toEqual([
      ['Summary', 17],
      ['Lines 1', 12],
      ['Lines 2', 12],
      ['Lines 3', 7],
    ]);
    const lines = workbook.worksheets.slice(1).flatMap((sheet) => {
      const rows = sheet.getColumn(1).values.slice(2);
      return rows.filter((value) => typeof value === 'number');
    });
    expect(lines).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
  });

  it.each([
    [1, 10],
    [2, 100],
    [10, 7],
  ])('has totals that its cells add up to exactly, %i lines a sheet', async (_nth, rowsPerSheet) => {
    const { bytes, exported } = await writtenReport('xlsx', statement, pages, { rowsPerSheet });
    const workbook = await readWorkbook(bytes);
    const formulas = recalculated(workbook);
    expect(formulas.length).toBe(4 * Math.ceil(25 / rowsPerSheet) + 5);
    expect(formulas.filter(({ cached, exact }) => cached !== exact)).toEqual([]);
    const summary = workbook.getWorksheet('Summary');
    const control = [15, 16, 17].map((row) => summary?.getCell(`B${row}`).result);
    const { tokens, gross, shareFen } = exported.totals;
    expect(control).toEqual([Number(tokens), Number(formatYuan(gross)), Number(shareFen) / 100]);
    expect(summary?.getCell('C16').value).toBe(formatYuan(gross));
    expect(summary?.getCell('B12').result).toBe(Number(statement.payableFen) / 100);
  });

  it('has typed cells, a header that stays, widths and a filter', async () => {
    const { bytes } = await writtenReport('xlsx', statement, pages);
    const sheet = (await readWorkbook(bytes)).getWorksheet('Lines 1');
    expect(sheet?.views).toMatchObject([{ state: 'frozen', ySplit: 1 }]);
    expect(sheet?.autoFilter).toBe('A1:Q26');
    expect(sheet?.columns.map(({ width }) => width)).toEqual(LINE_COLUMNS.map(({ width }) => width));
    const row = sheet?.getRow(2);
    expect([row?.getCell(3).value, row?.getCell(12).value, row?.getCell(15).value]).toEqual([
      '2026-06',
      1,
      0.37,
    ]);
    expect([3, 12, 14, 15].map((column) => row?.getCell(column).numFmt)).toEqual([
      '@',
      '#,##0',
      '#,##0.00##########',
      '#,##0.00',
    ]);
  });

  it('keeps text as text, whatever it looks like', async () => {
    const model = (n: number): string => HARMFUL[n - 1] ?? '';
    const named = { party: HARMFUL[0] ?? '', partyName: HARMFUL[1] ?? '', currency: HARMFUL[2] ?? '' };
    const { bytes } = await writtenReport('xlsx', reportStatement(6, named), [reportLines(6, 1, model)]);
    const workbook = await readWorkbook(bytes);
    // Of text in its cell the reader leaves the escape that a spreadsheet takes away.
    const read = workbook.getWorksheet('Lines 1')?.getColumn(5).values.slice(2);
    expect(read?.map((text) => (text as string).replace('_x005F_', '_'))).toEqual(HARMFUL);
    expect(read?.[3]).toBe('_x005F_x0041_');
    const summary = workbook.getWorksheet('Summary');
    expect(['B2', 'B3', 'B6'].map((cell) => summary?.getCell(cell).value)).toEqual(Object.values(named));
    expect(recalculated(workbook)).toHaveLength(9);
  });

  it('is a file without lines, too', async () => {
    const { bytes } = await writtenReport('xlsx', reportStatement(0), []);
    const workbook = await readWorkbook(bytes);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Summary']);
    expect(workbook.getWorksheet('Summary')?.getCell('B14').value).toBe(0);
  });
});
