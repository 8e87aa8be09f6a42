import { VerifyMonth } from '@ciyuan/modules/reporting';
import { RenewDue } from '@ciyuan/modules/subscriptions';
import { calls } from '../support/seeded-calls';
import { SeededMarket } from '../support/seeded-market';

// Every figure here is worked out by hand in db/seeds/scenarios/m11.md.

describe('M11: an enterprise commits to a volume that grows, for twelve months', () => {
  let market: SeededMarket;
  beforeAll(async () => {
    market = await SeededMarket.open('2026-01-16T00:00:00+08:00');
  });
  afterAll(() => market.stop());
  afterEach(async () => expect(await market.violations()).toEqual([]));

  const post = async (table: string) => (await market.post(...calls(table))).map(({ status }) => status);
  const usage = async (ids: string) =>
    await market.records(ids, 'record_id', 'commitment_tokens', 'usage_gross');

  /** Everything that is due by the clock. */
  const due = () => market.engine.get(RenewDue).run(market.engine.clock.now());

  /** Posts the month's calls on its last day, waits for the close, and issues the month. */
  const livesThrough = async (month: string, table: string): Promise<void> => {
    market.moveTo(`${month}-28T20:00:00+08:00`);
    expect(new Set(await post(table))).toEqual(new Set(['accepted']));
    await closeAndIssue(month);
  };
  const closeAndIssue = async (month: string): Promise<void> => {
    await market.endMonth(month);
    expect(await due()).toBe(1);
    await market.settle(month);
  };

  /** What a period has come to by now: shortfall, gross, net, granted, used, lapsed, deferred and recognised net. */
  const period = async (number: number) => {
    const [row] = await market.rows(
      `SELECT sum(shortfall) AS shortfall, sum(gross) AS gross, sum(net) AS net, sum(make_up_granted) AS granted,
              sum(make_up_used) AS used, sum(make_up_lapsed) AS lapsed, sum(deferred_net) AS deferred,
              sum(recognised_net) AS recognised
         FROM ciyuan.commitment_entry WHERE period = $1`,
      [number],
    );
    return Object.values(row ?? {}).map(Number);
  };
  const ledger = async (account: string): Promise<number> => {
    const [row] = await market.rows<{ amount: string | null }>(
      'SELECT sum(amount) AS amount FROM ciyuan.journal_line WHERE ledger_account = $1 AND account_id > 0',
      [account],
    );
    return Number(row?.amount ?? 0);
  };

  it('January: takes it up in the middle of the month, and hits the partial month exactly', async () => {
    await market.openAccount('works', 'enterprise');
    await market.openAccount('lin', 'consumer');
    expect(await market.order('lin', 'take-or-pay-ramp-12m')).toBe('not_in_this_segment');
    expect(await market.order('works', 'payg-standard')).toBe('taken');
    expect(await market.order('works', 'take-or-pay-ramp-12m')).toBe('taken');
    expect(await market.order('works', 'take-or-pay-ramp-12m')).toBe('second_commitment');
    await livesThrough('2026-01', JANUARY);
    expect(await usage('jan%')).toEqual([
      ['jan1', '100000000', '150.000000000000'],
      ['jan2', '54838709', '82.258063500000'],
    ]);
    expect(await period(1)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('February: falls short by 60 million; half of the charge waits to be made up', async () => {
    await livesThrough('2026-02', FEBRUARY);
    expect(await period(2)).toEqual([60_000_000, 72, 67.92, 30_000_000, 0, 0, 33.96, 0]);
    expect(await ledger('deferred_shortfall')).toBe(-33.96);
    expect(await market.told('2026-02')).toBe(FEBRUARY_STATEMENTS);
  });

  it('March hits its volume, April makes up 20 million and lets 10 million lapse', async () => {
    await livesThrough('2026-03', MARCH);
    expect(await period(2)).toEqual([60_000_000, 72, 67.92, 30_000_000, 0, 0, 33.96, 0]);
    await livesThrough('2026-04', APRIL);
    expect(await usage('apr%')).toEqual([
      ['apr1', '100000000', '150.000000000000'],
      ['apr2', '200000000', '300.000000000000'],
      ['apr3', '20000000', '0.000000000000'],
    ]);
    expect(await period(2)).toEqual([
      60_000_000, 72, 67.92, 30_000_000, 20_000_000, 10_000_000, 33.96, 33.96,
    ]);
    expect(await ledger('deferred_shortfall')).toBe(0);
    expect(await market.told('2026-04')).toBe(APRIL_STATEMENTS);
  });

  it('May: the ramp rises, and a record in the lateness window still counts before the close', async () => {
    market.moveTo('2026-05-28T20:00:00+08:00');
    expect(await post(MAY)).toEqual(['accepted', 'accepted']);
    market.moveTo('2026-06-03T23:59:59.999+08:00');
    expect(await due()).toBe(0);
    expect(await post(MAY_LATE)).toEqual(['accepted']);
    await closeAndIssue('2026-05');
    expect(await usage('may3')).toEqual([['may3', '40000000', '60.000000000000']]);
    expect(await period(5)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('June falls short by 120 million, and is charged and issued', async () => {
    await livesThrough('2026-06', JUNE);
    expect(await period(6)).toEqual([120_000_000, 144, 135.85, 60_000_000, 0, 0, 67.925, 0]);
    expect(await market.told('2026-06')).toBe(JUNE_STATEMENTS);
  });

  it('July makes up 40 million of it, which the vendor that served them shares', async () => {
    market.moveTo('2026-07-15T20:00:00+08:00');
    expect(await post(JULY)).toEqual(['accepted', 'accepted']);
    expect(await usage('jul%')).toEqual([
      ['jul1', '400000000', '600.000000000000'],
      ['jul2', '140000000', '150.000000000000'],
    ]);
    expect(await period(6)).toEqual([
      120_000_000, 144, 135.85, 60_000_000, 40_000_000, 0, 67.925, 45.283333333333,
    ]);
  });

  it('a record of June that comes after all that corrects the shortfall, its credits and what used them', async () => {
    market.moveTo('2026-07-20T10:00:00+08:00');
    expect(await post(JUNE_LATE)).toEqual(['accepted']);
    expect(await usage('jun3')).toEqual([['jun3', '50000000', '84.000000000000']]);
    expect(await period(6)).toEqual([70_000_000, 84, 79.25, 35_000_000, 35_000_000, 0, 39.625, 39.625]);
    expect(await ledger('deferred_shortfall')).toBe(0);
    await closeAndIssue('2026-07');
    expect(await market.told('2026-06')).toBe(JUNE_STATEMENTS);
    expect(await market.told('2026-07')).toBe(JULY_STATEMENTS);
  });

  it('August goes beyond its volume, with nothing left to make up', async () => {
    await livesThrough('2026-08', AUGUST);
    expect(await usage('aug%')).toEqual([
      ['aug1', '450000000', '675.000000000000'],
      ['aug2', '150000000', '255.000000000000'],
    ]);
  });

  it('what October falls short of is never made up, and lapses with the contract', async () => {
    await livesThrough('2026-09', SEPTEMBER);
    await livesThrough('2026-10', OCTOBER);
    expect(await period(10)).toEqual([100_000_000, 120, 113.21, 50_000_000, 0, 0, 56.605, 0]);
    await livesThrough('2026-11', NOVEMBER);
    await livesThrough('2026-12', DECEMBER);
    expect(await period(10)).toEqual([100_000_000, 120, 113.21, 50_000_000, 0, 50_000_000, 56.605, 56.605]);
    expect(await period(12)).toEqual([10_000_000, 12, 11.32, 5_000_000, 0, 5_000_000, 5.66, 5.66]);
    expect(await market.told('2026-12')).toBe(DECEMBER_STATEMENTS);
  });

  it.each(['2026-02', '2026-06', '2026-07', '2026-12'])(
    '%s computed again gives all of its figures',
    async (month) => {
      const verdict = await market.engine.get(VerifyMonth).run(month);
      expect(verdict).toMatchObject({ settlement: 'posted', differences: [] });
      expect(verdict.figures).toBeGreaterThan(50);
    },
  );

  it('in the end the books hold what twelve months came to, and the contract is over', async () => {
    expect(await ledger('unbilled_usage')).toBe(9_211.2580635);
    expect(await ledger('receivable')).toBe(288);
    expect(await ledger('tax_payable')).toBe(-16.3);
    expect(await ledger('shortfall_revenue')).toBe(-271.7);
    expect(await ledger('deferred_shortfall')).toBe(0);
    market.moveTo('2027-02-01T00:00:00+08:00');
    expect(await due()).toBe(0);
    expect(await post(AFTERWARDS)).toEqual(['accepted']);
    expect(await usage('after')).toEqual([['after', null, '1.500000000000']]);
  });
});

const JANUARY = `
  jan1 | works | 2026-01-20T10:00:00 | deepseek-v3.2 | hygon-dcu | input 100_000_000
  jan2 | works | 2026-01-27T10:00:00 | glm-5-air | ascend-910c | input 54_838_709`;
const FEBRUARY = `
  feb1 | works | 2026-02-10T10:00:00 | deepseek-v3.2 | hygon-dcu | input 150_000_000
  feb2 | works | 2026-02-20T10:00:00 | glm-5-air | ascend-910c | input 90_000_000`;
const MARCH = `
  mar1 | works | 2026-03-10T10:00:00 | deepseek-v3.2 | hygon-dcu | input 200_000_000
  mar2 | works | 2026-03-20T10:00:00 | glm-5-air | ascend-910c | input 100_000_000`;
const APRIL = `
  apr1 | works | 2026-04-10T10:00:00 | glm-5-air | ascend-910c | input 100_000_000
  apr2 | works | 2026-04-20T10:00:00 | deepseek-v3.2 | hygon-dcu | input 200_000_000
  apr3 | works | 2026-04-28T10:00:00 | deepseek-v3.2 | hygon-dcu | input 20_000_000`;
const MAY = `
  may1 | works | 2026-05-10T10:00:00 | deepseek-v3.2 | hygon-dcu | input 300_000_000
  may2 | works | 2026-05-20T10:00:00 | glm-5-air | ascend-910c | input 160_000_000`;
const MAY_LATE = 'may3 | works | 2026-05-31T23:30:00 | deepseek-v3.2 | hygon-dcu | input 40_000_000';
const JUNE = `
  jun1 | works | 2026-06-10T10:00:00 | deepseek-v3.2 | hygon-dcu | input 200_000_000
  jun2 | works | 2026-06-20T10:00:00 | glm-5-air | ascend-910c | input 180_000_000`;
const JULY = `
  jul1 | works | 2026-07-10T10:00:00 | deepseek-v3.2 | hygon-dcu | input 400_000_000
  jul2 | works | 2026-07-15T10:00:00 | glm-5-air | ascend-910c | input 140_000_000`;
const JUNE_LATE = 'jun3 | works | 2026-06-25T10:00:00 | deepseek-v3.2 | hygon-dcu | input 50_000_000';
const AUGUST = `
  aug1 | works | 2026-08-10T10:00:00 | deepseek-v3.2 | hygon-dcu | input 450_000_000
  aug2 | works | 2026-08-20T10:00:00 | glm-5-air | ascend-910c | input 150_000_000`;
const SEPTEMBER = `
  sep1 | works | 2026-09-10T10:00:00 | deepseek-v3.2 | hygon-dcu | input 500_000_000
  sep2 | works | 2026-09-20T10:00:00 | glm-5-air | ascend-910c | input 300_000_000`;
const OCTOBER = `
  oct1 | works | 2026-10-10T10:00:00 | deepseek-v3.2 | hygon-dcu | input 400_000_000
  oct2 | works | 2026-10-20T10:00:00 | glm-5-air | ascend-910c | input 300_000_000`;
const NOVEMBER = `
  nov1 | works | 2026-11-10T10:00:00 | deepseek-v3.2 | hygon-dcu | input 500_000_000
  nov2 | works | 2026-11-20T10:00:00 | glm-5-air | ascend-910c | input 300_000_000`;
const DECEMBER = `
  dec1 | works | 2026-12-10T10:00:00 | deepseek-v3.2 | hygon-dcu | input 490_000_000
  dec2 | works | 2026-12-20T10:00:00 | glm-5-air | ascend-910c | input 300_000_000`;
const AFTERWARDS = 'after | works | 2027-01-31T10:00:00 | telechat-2-115b | ascend-910c | input 1_000_000';

const FEBRUARY_STATEMENTS = `
deepseek: take-or-pay-ramp-12m deepseek-v3.2 usage 84.91
deepseek: issued 84.91 + 5.09 VAT = 90.00
hygon-cloud: take-or-pay-ramp-12m deepseek-v3.2 usage 21.00
hygon-cloud: issued 21.00 + 1.26 VAT = 22.26
operator: take-or-pay-ramp-12m shortfall 33.96
operator: take-or-pay-ramp-12m deepseek-v3.2 usage 106.36
operator: take-or-pay-ramp-12m glm-5-air usage 65.61
operator: issued 205.93 + 0.00 VAT = 205.93
tianyi-ascend: take-or-pay-ramp-12m glm-5-air usage 10.80
tianyi-ascend: issued 10.80 + 0.65 VAT = 11.45
zhipu: take-or-pay-ramp-12m glm-5-air usage 50.94
zhipu: issued 50.94 + 3.06 VAT = 54.00`;

const APRIL_STATEMENTS = `
deepseek: take-or-pay-ramp-12m deepseek-v3.2 shortfall 9.05
deepseek: take-or-pay-ramp-12m deepseek-v3.2 usage 113.21
deepseek: issued 122.26 + 7.34 VAT = 129.60
hygon-cloud: take-or-pay-ramp-12m deepseek-v3.2 shortfall 0.00
hygon-cloud: take-or-pay-ramp-12m deepseek-v3.2 usage 30.80
hygon-cloud: issued 30.80 + 1.85 VAT = 32.65
operator: take-or-pay-ramp-12m shortfall 11.32
operator: take-or-pay-ramp-12m deepseek-v3.2 shortfall 13.58
operator: take-or-pay-ramp-12m deepseek-v3.2 usage 139.01
operator: take-or-pay-ramp-12m glm-5-air usage 72.91
operator: issued 236.82 + 0.00 VAT = 236.82
tianyi-ascend: take-or-pay-ramp-12m glm-5-air usage 12.00
tianyi-ascend: issued 12.00 + 0.72 VAT = 12.72
zhipu: take-or-pay-ramp-12m glm-5-air usage 56.61
zhipu: issued 56.61 + 3.40 VAT = 60.01`;

const JUNE_STATEMENTS = `
deepseek: take-or-pay-ramp-12m deepseek-v3.2 usage 113.21
deepseek: issued 113.21 + 6.79 VAT = 120.00
hygon-cloud: take-or-pay-ramp-12m deepseek-v3.2 usage 28.00
hygon-cloud: issued 28.00 + 1.68 VAT = 29.68
operator: take-or-pay-ramp-12m shortfall 67.92
operator: take-or-pay-ramp-12m deepseek-v3.2 usage 141.81
operator: take-or-pay-ramp-12m glm-5-air usage 131.23
operator: issued 340.96 + 0.00 VAT = 340.96
tianyi-ascend: take-or-pay-ramp-12m glm-5-air usage 21.60
tianyi-ascend: issued 21.60 + 1.30 VAT = 22.90
zhipu: take-or-pay-ramp-12m glm-5-air usage 101.89
zhipu: issued 101.89 + 6.11 VAT = 108.00`;

const JULY_STATEMENTS = `
deepseek: take-or-pay-ramp-12m deepseek-v3.2 usage 226.41
deepseek: adjustment 2026-06 29.43
deepseek: issued 255.84 + 15.35 VAT = 271.19
hygon-cloud: take-or-pay-ramp-12m deepseek-v3.2 usage 56.00
hygon-cloud: adjustment 2026-06 7.00
hygon-cloud: issued 63.00 + 3.78 VAT = 66.78
operator: take-or-pay-ramp-12m deepseek-v3.2 usage 283.62
operator: take-or-pay-ramp-12m glm-5-air shortfall 27.17
operator: take-or-pay-ramp-12m glm-5-air usage 68.11
operator: adjustment 2026-06 8.86
operator: issued 387.76 + 0.00 VAT = 387.76
tianyi-ascend: take-or-pay-ramp-12m glm-5-air shortfall 0.00
tianyi-ascend: take-or-pay-ramp-12m glm-5-air usage 16.80
tianyi-ascend: issued 16.80 + 1.01 VAT = 17.81
zhipu: take-or-pay-ramp-12m glm-5-air shortfall 18.11
zhipu: take-or-pay-ramp-12m glm-5-air usage 56.61
zhipu: issued 74.72 + 4.48 VAT = 79.20`;

const DECEMBER_STATEMENTS = `
deepseek: take-or-pay-ramp-12m deepseek-v3.2 usage 277.36
deepseek: issued 277.36 + 16.64 VAT = 294.00
hygon-cloud: take-or-pay-ramp-12m deepseek-v3.2 usage 68.60
hygon-cloud: issued 68.60 + 4.12 VAT = 72.72
operator: take-or-pay-ramp-12m shortfall 67.92
operator: take-or-pay-ramp-12m deepseek-v3.2 usage 347.44
operator: take-or-pay-ramp-12m glm-5-air usage 218.72
operator: issued 634.08 + 0.00 VAT = 634.08
tianyi-ascend: take-or-pay-ramp-12m glm-5-air usage 36.00
tianyi-ascend: issued 36.00 + 2.16 VAT = 38.16
zhipu: take-or-pay-ramp-12m glm-5-air usage 169.81
zhipu: issued 169.81 + 10.19 VAT = 180.00`;
