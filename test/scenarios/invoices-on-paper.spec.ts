import { createHash } from 'node:crypto';
import { ExportInvoice, type InvoiceFormat } from '@ciyuan/modules/reporting';
import { BilledMarket } from '../support/billed-market';
import { readPdf } from '../support/read-pdf';
import { recalculated } from '../support/recalculate';
import { readWorkbook } from '../support/report-files';

/*
 * October and November of Acme, billed together: two packages of 9.90, half a million tokens beyond them at 2 yuan a
 * million, and 1,234,567 at 2, of which 2.469134 is rounded to 2.47.
 *
 * | account | gross | net   | tax  |
 * |---------|-------|-------|------|
 * | north   | 20.80 | 19.62 | 1.18 |
 * | south   |  2.47 |  2.33 | 0.14 |
 * | Acme    | 23.27 | 21.95 | 1.32 |
 *
 * Later 1.00 of its first line is credited. December takes 2.47 back, against a package of 9.90: 7.43. The bill of lone
 * is void, and was of 100.00.
 */
const ACME = '2026-CNY-000003';
const VOIDED = '2026-CNY-000001';

describe('invoices on paper and as spreadsheets', () => {
  let story: BilledMarket;
  beforeAll(async () => {
    story = await BilledMarket.open();
    await story.tellTwoMonths();
    await story.credited(ACME, 1, 100n);
    await story.voided(VOIDED);
  });
  afterAll(() => story.stop());

  async function exported(number: string, format: InvoiceFormat): Promise<Buffer> {
    const file = await story.market.engine.get(ExportInvoice).run(number, format);
    if (file === undefined) throw new Error(`no document ${number}`);
    const bytes = Buffer.from(file.content);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.sha256);
    expect([file.file, file.bytes]).toEqual([`${number}.${format}`, bytes.length]);
    return bytes;
  }
  async function pageTexts(number: string): Promise<string[]> {
    const { pages } = await readPdf(await exported(number, 'pdf'));
    return pages.map(({ lines }) => lines.map(({ text }) => text.trim()).join(' '));
  }

  it('names seller and buyer, and says line by line in words what is billed', async () => {
    const [page = '', ...others] = await pageTexts(ACME);
    expect(others).toEqual([]);
    for (const words of [
      ...[
        '账单',
        'Invoice',
        ACME,
        '2026-11-07',
        'Acme Ltd',
        '91310000ACME01',
        '1 Long Road, Shanghai',
        '6222',
      ],
      ...['专用 special', '账户 Account north', '小计 Subtotal north', '账户 Account south'],
      ...[
        '套餐词元 Token package: ',
        '按量使用 Usage: Base · glm-5',
        '2026-10-01 – 2026-10-31',
        '3040201',
        '6%',
      ],
      ...['1,234,567', '19.62', '20.80', '21.95', '1.32', '23.27', 'CN-2026-CNY-000001', '-1.00', '22.27'],
      ...['按税率合计 Total by rate', '合计 Total', '第 1 页，共 1 页'],
    ])
      expect(page).toContain(words);
    expect(page).not.toContain('VOID');
  });

  it('marks a void document as such on every page, with nothing due', async () => {
    const pages = await pageTexts(VOIDED);
    for (const page of pages) expect(page).toContain('作废 VOID');
    expect(pages[0]).toContain('wrong buyer');
    expect(JSON.parse((await exported(VOIDED, 'json')).toString())).toMatchObject({
      void: true,
      totals: { gross: '100.00', due: '0.00' },
    });
  });

  it('has typed cells, and totals whose formulas agree', async () => {
    const workbook = await readWorkbook(await exported(ACME, 'xlsx'));
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Summary', 'Lines']);
    const lines = workbook.getWorksheet('Lines');
    expect(lines?.views).toMatchObject([{ state: 'frozen', ySplit: 1 }]);
    expect([lines?.getCell('P2').value, lines?.getCell('K2').value]).toEqual([9.9, 0.06]);
    expect(lines?.getCell('G2').value).toEqual(new Date('2026-10-01T00:00:00Z'));
    const formulas = recalculated(workbook);
    expect(formulas.length).toBe(4 + 3 + 5);
    for (const { at, cached, exact } of formulas) expect([at, cached]).toEqual([at, exact]);
    expect(formulas.find(({ formula }) => /^B\d+-B\d+$/.test(formula))?.exact).toBe('22.27');
  });

  it('is told as JSON in texts, to the fen', async () => {
    const told = JSON.parse((await exported(ACME, 'json')).toString()) as { lines: object[] };
    expect(told).toMatchObject({
      format: 'ciyuan-invoice-1',
      number: ACME,
      void: false,
      buyer: { title: 'Acme Ltd' },
      totals: { net: '21.95', tax: '1.32', gross: '23.27', credited: '1.00', due: '22.27' },
    });
    expect(told.lines).toHaveLength(4);
  });

  it.each(['pdf', 'xlsx', 'json'] as const)('makes the same bytes of %s again', async (format) => {
    expect((await exported(ACME, format)).equals(await exported(ACME, format))).toBe(true);
  });

  it('has no file of a number that nobody gave', async () => {
    expect(await story.market.engine.get(ExportInvoice).run('2026-CNY-9', 'pdf')).toBeUndefined();
  });
});
