import { calls } from '../support/seeded-calls';
import { SeededMarket } from '../support/seeded-market';

// Every figure here is worked out by hand in db/seeds/scenarios/late-usage.md.

const OCTOBER_BEGINS = '2026-10-01T00:00:00+08:00';

describe('usage that comes after its month was issued', () => {
  let market: SeededMarket;
  beforeAll(async () => {
    market = await openedMarket();
  });
  afterAll(() => market.stop());
  afterEach(async () => expect(await market.violations()).toEqual([]));

  const post = async (table: string) => (await market.post(...calls(table))).map(({ status }) => status);

  /** By party: records, tokens, gross and share in fen of the lines that issued statements have for October. */
  const figuresOf = async (month: string) =>
    (
      await market.rows(
        `SELECT l.party, sum(l.records) AS records, sum(l.tokens) AS tokens, sum(l.gross) AS gross, sum(l.share_fen) AS fen
           FROM ciyuan.statement_line AS l JOIN ciyuan.settlement_run AS r ON r.id = l.run_id AND r.state = 'posted'
          WHERE l.origin_month = '2026-10' AND r.month LIKE $1 GROUP BY l.party ORDER BY l.party`,
        [month],
      )
    ).map((row) => Object.values(row));

  it('October is issued with what came in time; the rest of the package has lapsed', async () => {
    market.moveTo('2026-10-31T22:00:00+08:00');
    expect(await post(IN_TIME)).toEqual(['accepted', 'accepted']);
    await market.endMonth('2026-10');
    expect(await market.balance('wang')).toEqual([
      ['personal-10m', 10_000_000_000n, 4_200_000_000n, 5_800_000_000n],
      ['personal-10m', 10_000_000_000n, 0n, 0n],
    ]);
    await market.settle('2026-10');
    expect(await market.told('2026-10')).toBe(OCTOBER);
  });

  it('what is late draws back what had lapsed, and books to November', async () => {
    market.moveTo('2026-11-10T09:00:00+08:00');
    expect(await post(LATE)).toEqual(['accepted', 'accepted']);
    expect(
      await market.records('b%', 'record_id', 'drawn_milli', 'recognised_net', 'accounting_month'),
    ).toEqual([
      ['b1', '2000000000', '1.868000000000', '2026-11'],
      ['b2', '350000000', '0.326900000000', '2026-11'],
    ]);
    expect(await market.balance('wang')).toEqual([
      ['personal-10m', 10_000_000_000n, 6_550_000_000n, 3_450_000_000n],
      ['personal-10m', 10_000_000_000n, 0n, 0n],
    ]);
    expect(await market.calculate('2026-10')).toMatchObject({ refusal: { code: 'month_closed' } });
  });

  it('November has one line for it, which names October, for each party that it changes', async () => {
    market.moveTo('2026-11-12T12:00:00+08:00');
    expect(await post(OF_NOVEMBER)).toEqual(['accepted']);
    await market.endMonth('2026-11');
    await market.settle('2026-11');
    expect(await market.told('2026-11')).toBe(NOVEMBER);
    expect(await market.told('2026-10')).toBe(OCTOBER);
    expect(await figuresOf('2026-11')).toEqual([
      ['cambricon-cloud', '1', '300000', '0.346500000000', '2'],
      ['deepseek', '1', '2000000', '1.980000000000', '53'],
      ['hygon-cloud', '1', '2000000', '1.980000000000', '48'],
      ['moonshot', '1', '300000', '0.346500000000', '20'],
      ['operator', '2', '2300000', '0.000000000000', '-123'],
    ]);
  });

  it('what is later still adjusts what was adjusted; what is too late is refused', async () => {
    market.moveTo('2026-12-05T10:00:00+08:00');
    expect(await post(LATER_STILL)).toEqual(['accepted']);
    expect(await post(TOO_LATE)).toEqual(['refused']);
    expect(await market.records('b3', 'drawn_milli', 'accounting_month')).toEqual([
      ['1000000000', '2026-12'],
    ]);
    await market.endMonth('2026-12');
    await market.settle('2026-12');
    expect(await market.told('2026-12')).toBe(DECEMBER);
  });

  it('issued and adjusted together are what October had stated, had all of it come in time', async () => {
    const stated = await figuresOf('%');
    await market.stop();
    market = await openedMarket();
    market.moveTo('2026-10-31T22:00:00+08:00');
    expect(await post(IN_TIME + LATE + LATER_STILL)).toEqual(Array(5).fill('accepted'));
    await market.endMonth('2026-10');
    await market.settle('2026-10');
    expect(await figuresOf('%')).toEqual(stated);
    expect(stated).toEqual([
      ['cambricon-cloud', '1', '300000', '0.346500000000', '2'],
      ['chinatelecom-xingchen', '1', '1500000', '1.188000000000', '39'],
      ['deepseek', '3', '6000000', '5.940000000000', '157'],
      ['hygon-cloud', '3', '6000000', '5.940000000000', '145'],
      ['moonshot', '1', '300000', '0.346500000000', '20'],
      ['operator', '5', '7800000', '9.900000000000', '534'],
      ['tianyi-ascend', '1', '1500000', '1.188000000000', '37'],
    ]);
  });
});

async function openedMarket(): Promise<SeededMarket> {
  const market = await SeededMarket.open(OCTOBER_BEGINS);
  await market.openAccount('wang', 'consumer');
  await market.order('wang', 'payg-standard');
  await market.order('wang', 'personal-10m');
  return market;
}

const IN_TIME = `
  a1 | wang | 2026-10-10T11:00:00 | telechat-2-115b | ascend-910c | input 1_000_000, output 500_000
  a2 | wang | 2026-10-20T11:00:00 | deepseek-v3.2 | hygon-dcu | input 2_000_000, output 1_000_000`;
const LATE = `
  b1 | wang | 2026-10-30T11:00:00 | deepseek-v3.2 | hygon-dcu | input 1_500_000, output 500_000
  b2 | wang | 2026-10-31T12:00:00 | kimi-k2 | mlu-590 | input 200_000, output 100_000`;
const OF_NOVEMBER = 'c1 | wang | 2026-11-12T11:00:00 | telechat-2-115b | ascend-910c | input 500_000';
const LATER_STILL = `
  b3 | wang | 2026-10-25T11:00:00 | deepseek-v3.2 | hygon-dcu | input 1_000_000`;
const TOO_LATE = 'b4 | wang | 2026-10-21T09:59:59 | deepseek-v3.2 | hygon-dcu | input 1_000_000';

const OCTOBER = `
chinatelecom-xingchen: personal-10m telechat-2-115b package 0.39
chinatelecom-xingchen: issued 0.39 + 0.02 VAT = 0.41
deepseek: personal-10m deepseek-v3.2 package 0.73
deepseek: issued 0.73 + 0.04 VAT = 0.77
hygon-cloud: personal-10m deepseek-v3.2 package 0.83
hygon-cloud: issued 0.83 + 0.05 VAT = 0.88
operator: personal-10m deepseek-v3.2 package 1.24
operator: personal-10m breakage 5.42
operator: personal-10m telechat-2-115b package 0.36
operator: issued 7.02 + 0.00 VAT = 7.02
tianyi-ascend: personal-10m telechat-2-115b package 0.37
tianyi-ascend: issued 0.37 + 0.02 VAT = 0.39`;

const NOVEMBER = `
cambricon-cloud: adjustment 2026-10 0.02
cambricon-cloud: issued 0.02 + 0.00 VAT = 0.02
chinatelecom-xingchen: personal-10m telechat-2-115b package 0.13
chinatelecom-xingchen: issued 0.13 + 0.01 VAT = 0.14
deepseek: adjustment 2026-10 0.53
deepseek: issued 0.53 + 0.03 VAT = 0.56
hygon-cloud: adjustment 2026-10 0.48
hygon-cloud: issued 0.48 + 0.03 VAT = 0.51
moonshot: adjustment 2026-10 0.20
moonshot: issued 0.20 + 0.01 VAT = 0.21
operator: personal-10m breakage 8.97
operator: personal-10m telechat-2-115b package 0.18
operator: adjustment 2026-10 -1.23
operator: issued 7.92 + 0.00 VAT = 7.92
tianyi-ascend: personal-10m telechat-2-115b package 0.06
tianyi-ascend: issued 0.06 + 0.00 VAT = 0.06`;

const DECEMBER = `
deepseek: adjustment 2026-10 0.31
deepseek: issued 0.31 + 0.02 VAT = 0.33
hygon-cloud: adjustment 2026-10 0.14
hygon-cloud: issued 0.14 + 0.01 VAT = 0.15
operator: personal-10m breakage 9.34
operator: adjustment 2026-10 -0.45
operator: issued 8.89 + 0.00 VAT = 8.89`;
