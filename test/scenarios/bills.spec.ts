import { BilledMarket, refusalOf } from '../support/billed-market';
import { usage } from '../support/market';

/*
 * Worked out by hand; yuan, VAT of 6 % included unless said otherwise. Local dates begin at 16:00 UTC of the day before.
 *
 * | account | what                                          | charged    | billed by run 1 | by run 2          |
 * |---------|-----------------------------------------------|------------|-----------------|-------------------|
 * | north   | Monthly 1M from October 1, November 1         | 9.90 each  | 9.34 + 0.56 each|                   |
 * | north   | Monthly 1M from December 1                    | 9.90       |                 | 9.34 + 0.56       |
 * | north   | October, 0.5 million of input beyond it, at 2 | 1.00       | 0.94 + 0.06     |                   |
 * | south   | October, 1,234,567 of input at 2              | 2.469134   | 2.33 + 0.14     |                   |
 * | south   | late: 2,000 of input, and then 10,000         | 2.493134   |                 | 0.02 = 2.49 - 2.47|
 * | south   | October, 0.1 million of kimi's output at 8    | 0.80       | 0.75 + 0.05     | void: -0.75 -0.05 |
 * | lone    | October, 0.4 million at the contract's 100    | 40.00      | 37.74 + 2.26    |                   |
 * | lone    | shortfall of October, 0.6 million at 100      | 60.00      | 56.60 + 3.40    |                   |
 * | lone    | shortfall of November, a million at 100       | 100.00     |                 | 94.34 + 5.66      |
 * | plain   | October, 1,234,567 of input at 1, VAT on top  | 1.234567   | 1.23 + 0.07     |                   |
 */
const NORTH_AND_SOUTH = [
  '2026-CNY-000003 invoice final acme 24.07 = 22.70 + 1.37',
  'north grant monthly - 2026-09-30 9.90 = 9.34 + 0.56',
  'north grant monthly - 2026-10-31 9.90 = 9.34 + 0.56',
  'north usage base glm-5 2026-09-30 1.00 = 0.94 + 0.06',
  'south usage base glm-5 2026-09-30 2.47 = 2.33 + 0.14',
  'south usage base kimi-k2 2026-09-30 0.80 = 0.75 + 0.05',
];

describe('bills: what was charged, less what was billed', () => {
  let story: BilledMarket;
  beforeAll(async () => {
    story = await BilledMarket.open();
  });
  afterAll(() => story.stop());
  afterEach(async () => expect(await story.market.violations()).toEqual([]));

  const ledger = async (account: string): Promise<string[]> => {
    const rows = await story.market.rows<{ line: string }>(
      `SELECT concat_ws(' ', a.code, trim_scale(sum(j.amount))) AS line
         FROM ciyuan.journal_line AS j LEFT JOIN ciyuan.account AS a USING (account_id)
        WHERE ledger_account = $1 GROUP BY a.code HAVING sum(j.amount) <> 0 ORDER BY 1`,
      [account],
    );
    return rows.map(({ line }) => line);
  };

  it('an organisation asks for one bill of all its accounts', async () => {
    expect(refusalOf(await story.consolidate('nobody'))).toBe('unknown_customer');
    expect(refusalOf(await story.consolidate())).toBe('ok');
  });

  it('October is used, and billed once its grace is over, by a second person', async () => {
    story.moveTo('2026-10-20T00:00:00+08:00');
    const at = '2026-10-15T12:00:00+08:00';
    const kimi = { model: 'kimi-k2', vendor: 'kimi' };
    await story.post(
      usage('n1', 'north', at, { input: 1_000_000 }),
      usage('n2', 'north', at, { input: 500_000 }),
      usage('s1', 'south', at, { input: 1_234_567 }),
      usage('s2', 'south', at, { output: 100_000 }, kimi),
      usage('l1', 'lone', at, { input: 400_000 }),
      usage('p1', 'plain', at, { input: 1_234_567 }),
    );
    story.moveTo('2026-11-05T00:00:00+08:00');
    await story.renew();
    const run = await story.draft('2026-11-04T00:00:00+08:00');
    expect(await story.told(run.id)).toEqual([]);
    expect(await story.finalise(run.id, 'maker')).toMatchObject({
      refusal: { code: 'second_person_needed' },
    });
    const until = Date.parse('2026-11-07T00:00:00+08:00');
    expect(await story.finalise(run.id)).toEqual({ ok: false, refusal: { code: 'in_grace', until } });
    story.moveTo('2026-11-07T00:00:00+08:00');
    expect(await story.finalise(run.id)).toMatchObject({ ok: true, value: { state: 'final' } });
    expect(await story.told(run.id)).toEqual([
      '2026-CNY-000001 invoice final lone 100.00 = 94.34 + 5.66',
      'lone usage promised glm-5 2026-09-30 40.00 = 37.74 + 2.26',
      'lone shortfall promised - 2026-09-30 60.00 = 56.60 + 3.40',
      '2026-CNY-000002 invoice final plain 1.30 = 1.23 + 0.07',
      'plain usage net-base glm-5 2026-09-30 1.30 = 1.23 + 0.07',
      ...NORTH_AND_SOUTH,
    ]);
    const { invoice } = await story.read('2026-CNY-000003');
    expect(invoice.buyer).toMatchObject({ customer: 'acme', title: 'Acme Ltd', fapiaoKind: 'special' });
    expect(invoice.taxCodes.usage).toBe('3040201');
  });

  it('its usage is owed, with the VAT that settlement has yet to book', async () => {
    expect(await ledger('unbilled_usage')).toEqual(['plain -0.07']);
    expect(await ledger('tax_pending')).toEqual(['lone 2.26', 'north 0.06', 'plain 0.07', 'south 0.19']);
    expect(await ledger('rounding')).toEqual(['plain 0.004567', 'south -0.000866']);
  });

  it('nothing more is billed of what is billed', async () => {
    story.moveTo('2026-11-08T00:00:00+08:00');
    const again = await story.bill('2026-11-04T00:00:00+08:00', '2026-11-08T00:00:00+08:00');
    expect(await story.told(again.id)).toEqual([]);
  });

  it('settlement books the VAT of usage to where it waits for its invoice', async () => {
    await story.market.endMonth('2026-10');
    story.moveTo('2026-11-08T00:00:00+08:00');
    await story.market.settle('2026-10');
    // Of 44.269134 in all, 44.27 - 41.76; of 1.234567 with VAT on top, 1.31 - 1.23: a fen more than line by line.
    const waiting = ['-2.59', 'lone 2.26', 'north 0.06', 'plain 0.07', 'south 0.19'];
    expect(await ledger('tax_pending')).toEqual(waiting);
    expect(await ledger('unbilled_usage')).toEqual(['0.08', 'plain -0.07']);
  });

  it('a draft that was overtaken is stale', async () => {
    story.moveTo('2026-11-09T00:00:00+08:00');
    const at = '2026-10-20T12:00:00+08:00';
    await story.post(usage('s3', 'south', at, { input: 2_000 }));
    const draft = await story.draft('2026-11-04T00:00:00+08:00');
    await story.post(usage('s4', 'south', at, { input: 10_000 }));
    expect(await story.finalise(draft.id)).toEqual({ ok: false, refusal: { code: 'stale' } });
  });

  it('November bills the difference: what came late, and what was void', async () => {
    await story.voidRecord('s2');
    story.moveTo('2026-12-05T00:00:00+08:00');
    await story.renew();
    const { id } = await story.bill('2026-12-04T00:00:00+08:00', '2026-12-07T00:00:00+08:00');
    expect(await story.told(id)).toEqual([
      '2026-CNY-000004 invoice final lone 100.00 = 94.34 + 5.66',
      'lone shortfall promised - 2026-10-31 100.00 = 94.34 + 5.66',
      '2026-CNY-000005 invoice final acme 9.12 = 8.61 + 0.51',
      'north grant monthly - 2026-11-30 9.90 = 9.34 + 0.56',
      'south usage base glm-5 2026-09-30 0.02 = 0.02 + 0.00',
      'south usage base kimi-k2 2026-09-30 -0.80 = -0.75 + -0.05',
    ]);
  });

  it('a void document is billed again on another one', async () => {
    await story.voided('2026-CNY-000003');
    expect((await story.read('2026-CNY-000003')).invoice.state).toBe('voided');
    const { id } = await story.bill('2026-12-04T00:00:00+08:00', '2026-12-08T00:00:00+08:00');
    expect(await story.told(id)).toEqual([
      '2026-CNY-000006 invoice final acme replaces 2026-CNY-000003 24.07 = 22.70 + 1.37',
      ...NORTH_AND_SOUTH.slice(1),
    ]);
  });

  it('what is void alone makes a credit note', async () => {
    story.moveTo('2026-12-09T00:00:00+08:00');
    await story.voidRecord('s1');
    const { id } = await story.bill('2026-12-04T00:00:00+08:00', '2026-12-09T00:00:00+08:00');
    expect(await story.told(id)).toEqual([
      '2026-CNY-000007 credit_note final acme corrects 2026-CNY-000006 -2.47 = -2.33 + -0.14',
      'south usage base glm-5 2026-09-30 -2.47 = -2.33 + -0.14',
    ]);
  });
});
