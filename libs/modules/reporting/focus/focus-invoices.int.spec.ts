import { formatYuan, parseYuan } from '@ciyuan/core/kernel';
import { BilledMarket } from '../../../../test/support/billed-market';
import { focusRowsOf, type FocusCells } from '../../../../test/support/focus-rows';
import { usage } from '../../../../test/support/market';

const ACCOUNTS = ['north', 'south', 'lone', 'plain'];
const MONTHS = ['2026-10', '2026-11', '2026-12'];
const CUT_OFF = '2026-11-04T00:00:00+08:00';
const OCTOBER_15 = '2026-10-15T12:00:00+08:00';
const COLUMNS = ['x_TokenClass', 'ConsumedQuantity', 'BilledCost', 'InvoiceId'];

describe('the invoices of rows of cost and usage', () => {
  let story: BilledMarket;
  beforeAll(async () => {
    story = await BilledMarket.open();
    await story.consolidate();
    story.moveTo('2026-10-20T00:00:00+08:00');
    await story.post(
      usage('n1', 'north', OCTOBER_15, { input: 1_500_000 }),
      usage('s1', 'south', OCTOBER_15, { input: 1_234_567 }),
      usage('s2', 'south', '2026-10-16T12:00:00+08:00', { input: 300_001 }),
      usage('l1', 'lone', OCTOBER_15, { input: 400_000 }),
      usage('p1', 'plain', OCTOBER_15, { input: 1_234_567 }),
    );
    story.moveTo('2026-11-05T00:00:00+08:00');
    await story.renew();
  });
  afterAll(() => story.stop());

  const allRows = async (): Promise<FocusCells[]> => {
    const rows: FocusCells[] = [];
    for (const month of MONTHS)
      for (const account of ACCOUNTS) rows.push(...(await focusRowsOf(story.market, account, month)));
    return rows;
  };

  /** What each document that stands has: by rows, exactly as by its lines. */
  async function addsUp(): Promise<string[]> {
    const sums = new Map<string, bigint>();
    for (const row of await allRows()) {
      const number = row['InvoiceId'] ?? null;
      if (number !== null) sums.set(number, (sums.get(number) ?? 0n) + parseYuan(row['BilledCost'] ?? ''));
    }
    const lines = await story.market.rows<{ number: string; exact: string }>(
      `SELECT s.number, sum(l.total - l.billed) AS exact FROM ciyuan.invoice_line AS l
         JOIN ciyuan.invoice_issue AS s USING (invoice_id)
        WHERE NOT EXISTS (SELECT FROM ciyuan.invoice_void AS v WHERE v.invoice_id = s.invoice_id) GROUP BY 1 ORDER BY 1`,
    );
    const told = [...sums].sort().map(([number, sum]) => `${number} ${formatYuan(sum)}`);
    expect(told).toEqual(lines.map(({ number, exact }) => `${number} ${formatYuan(parseYuan(exact))}`));
    return told;
  }

  const usageOf = async (account: string, month: string): Promise<string[]> =>
    (await focusRowsOf(story.market, account, month))
      .filter((row) => row['ChargeCategory'] === 'Usage')
      .map((row) => COLUMNS.map((name) => row[name] ?? '-').join(' '));

  it('are none before a document is final', async () => {
    await story.draft(CUT_OFF);
    expect((await allRows()).map((row) => row['InvoiceId'])).not.toContainEqual(expect.anything());
    expect(await usageOf('south', '2026-10')).toEqual([
      'input 1234567 2.469134 -',
      'input 300001 0.600002 -',
    ]);
  });

  it('are the ones that billed purchases, usage and shortfalls; what a package covers was billed with it', async () => {
    await story.bill(CUT_OFF, '2026-11-07T00:00:00+08:00');
    expect(await addsUp()).toHaveLength(3);
    const north = (await focusRowsOf(story.market, 'north', '2026-10')).map((row) =>
      ['ChargeCategory', 'BilledCost', 'InvoiceId'].map((name) => row[name] ?? '-').join(' '),
    );
    const invoice = (await usageOf('south', '2026-10'))[0]?.split(' ')[3];
    expect(north).toEqual([`Purchase 9.9 ${invoice}`, `Usage 1 ${invoice}`, 'Usage 0 -']);
    const lone = await focusRowsOf(story.market, 'lone', '2026-10');
    expect(lone.filter((row) => row['CommitmentDiscountStatus'] === 'Unused')).toMatchObject([
      { InvoiceId: expect.stringMatching(/^2026-CNY-/) as string },
    ]);
  });

  it('are two where a day’s usage was billed by two runs', async () => {
    const first = (await usageOf('south', '2026-10'))[0]?.split(' ')[3] ?? '';
    await story.post(usage('late', 'south', OCTOBER_15, { input: 500_000 }));
    expect(await usageOf('south', '2026-10')).toContain('input 500000 1 -');
    await story.bill(CUT_OFF, '2026-11-08T00:00:00+08:00');
    expect(await usageOf('south', '2026-10')).toEqual([
      `input 1234567 2.469134 ${first}`,
      'input 500000 1 2026-CNY-000004',
      `input 300001 0.600002 ${first}`,
    ]);
    expect(await addsUp()).toHaveLength(4);
  });

  it('are none while a document is void, and then the one that bills it again', async () => {
    const first = (await usageOf('south', '2026-10'))[0]?.split(' ')[3] ?? '';
    await story.voided(first);
    expect(await usageOf('south', '2026-10')).toEqual([
      'input 500000 1 2026-CNY-000004',
      'input 1234567 2.469134 -',
      'input 300001 0.600002 -',
    ]);
    await addsUp();
    await story.bill(CUT_OFF, '2026-11-08T12:00:00+08:00');
    expect(await usageOf('south', '2026-10')).toEqual([
      'input 500000 1 2026-CNY-000004',
      'input 1234567 2.469134 2026-CNY-000005',
      'input 300001 0.600002 2026-CNY-000005',
    ]);
    expect(await addsUp()).toHaveLength(4);
  });

  it('are credit notes of what was taken back', async () => {
    await story.voidRecord('s1');
    story.moveTo('2026-12-05T00:00:00+08:00');
    await story.renew();
    await story.bill('2026-12-04T00:00:00+08:00', '2026-12-07T00:00:00+08:00');
    const back = (await allRows()).filter((row) => (row['BilledCost'] ?? '').startsWith('-'));
    expect(back.map((row) => COLUMNS.map((name) => row[name] ?? '-').join(' '))).toEqual([
      expect.stringMatching(/^- -1234567 -2\.469134 2026-CNY-00000\d$/),
    ]);
    await addsUp();
    expect(await story.market.violations()).toEqual([]);
  });
});
