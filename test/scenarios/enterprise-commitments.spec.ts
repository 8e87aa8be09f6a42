import { RenewDue } from '@ciyuan/modules/subscriptions';
import { calls } from '../support/seeded-calls';
import { SeededMarket } from '../support/seeded-market';

// M11 tells of take-or-pay; the figures of the others are worked out beside them.

describe('a prepaid commitment', () => {
  let market: SeededMarket;
  beforeAll(async () => {
    market = await SeededMarket.open('2026-02-01T09:00:00+08:00');
  });
  afterAll(() => market.stop());
  afterEach(async () => expect(await market.violations()).toEqual([]));

  const post = async (table: string) => (await market.post(...calls(table))).map(({ status }) => status);
  const dueAt = (now: string): Promise<number> => {
    market.moveTo(now);
    return market.engine.get(RenewDue).run(market.engine.clock.now());
  };
  const charged = async (account: string, ledgerAccount: string): Promise<number> => {
    const [row] = await market.rows<{ amount: string | null }>(
      `SELECT sum(j.amount) AS amount FROM ciyuan.journal_line AS j JOIN ciyuan.account AS a USING (account_id)
        WHERE a.code = $1 AND j.ledger_account = $2`,
      [account, ledgerAccount],
    );
    return Number(row?.amount ?? 0);
  };

  it('is granted and paid for as each period begins, the first in part', async () => {
    await market.openAccount('mill', 'enterprise');
    market.moveTo('2026-02-10T09:00:00+08:00');
    expect(await market.order('mill', 'prepaid-quarters-12b')).toBe('taken');
    // February to April has 89 days, 80 of them from the 10th on: 3,000,000,000 × 80 / 89 = 2,696,629,213.48…
    // At 1.35 yuan a million 3,640.449… → 3,640.45; net 3,640.45 / 1.06 = 3,434.386… → 3,434.39.
    expect(await market.balance('mill')).toEqual([['prepaid-quarters-12b', 2_696_629_213_000n, 0n, 0n]]);
    expect(await charged('mill', 'receivable')).toBe(3_640.45);
    expect(await charged('mill', 'deferred_revenue')).toBe(-3_434.39);
    market.moveTo('2026-02-20T09:00:00+08:00');
    expect(await post(MILL)).toEqual(['accepted']);
    expect(await market.records('mill1', 'drawn_milli', 'overage_kind')).toEqual([['800000000', null]]);
  });

  it('costs 4,050 for the next period, and after the fourth there is none', async () => {
    expect(await dueAt('2026-04-30T23:59:59.999+08:00')).toBe(0);
    expect(await dueAt('2026-05-01T00:00:00+08:00')).toBe(1);
    expect(await charged('mill', 'receivable')).toBe(3_640.45 + 4_050);
    market.moveTo('2026-05-04T00:00:00+08:00');
    expect(await market.expire()).toBe(1);
    expect(await dueAt('2027-01-01T00:00:00+08:00')).toBe(2);
    expect((await market.balance('mill')).map(([, granted]) => granted)).toEqual([
      2_696_629_213_000n,
      3_000_000_000_000n,
      3_000_000_000_000n,
      3_000_000_000_000n,
    ]);
    expect(await dueAt('2027-05-04T00:00:00+08:00')).toBe(0);
  });
});

describe('a spend', () => {
  let market: SeededMarket;
  beforeAll(async () => {
    market = await SeededMarket.open('2026-03-01T00:00:00+08:00');
    await market.openAccount('works', 'enterprise');
  });
  afterAll(() => market.stop());
  afterEach(async () => expect(await market.violations()).toEqual([]));

  const post = async (table: string) => (await market.post(...calls(table))).map(({ status }) => status);
  const dueAt = (now: string): Promise<number> => {
    market.moveTo(now);
    return market.engine.get(RenewDue).run(market.engine.clock.now());
  };
  const settled = async () =>
    (
      await market.rows(
        `SELECT period, sum(shortfall) / 1000000000000 AS shortfall, sum(gross) AS gross, sum(net) AS net
           FROM ciyuan.commitment_entry GROUP BY period ORDER BY period`,
      )
    ).map((row) => Object.values(row).map(Number));

  it('counts what the base tariff charges, and charges nine tenths of what is missing', async () => {
    expect(await market.order('works', 'payg-standard')).toBe('taken');
    expect(await market.order('works', 'spend-year-50k')).toBe('taken');
    expect(await market.order('works', 'take-or-pay-ramp-12m')).toBe('second_commitment');
    market.moveTo('2026-08-20T10:00:00+08:00');
    // 6 × 1,000 + 2 × 4,500 = 15,000 of 20,000: 5,000 × 90 % = 4,500; net 4,500 / 1.06 = 4,245.283… → 4,245.28.
    expect(await post(SPENT)).toEqual(['accepted', 'accepted']);
    expect(await dueAt('2026-09-03T23:59:59.999+08:00')).toBe(0);
    expect(await dueAt('2026-09-04T00:00:00+08:00')).toBe(1);
    expect(await settled()).toEqual([[1, 5_000, 4_500, 4_245.28]]);
  });

  it('takes what comes after the close into the period that it was of', async () => {
    // 1.5 × 500 = 750 more: 4,250 × 90 % = 3,825; net 3,608.490… → 3,608.49.
    expect(await post(SPENT_LATE)).toEqual(['accepted']);
    expect(await settled()).toEqual([[1, 4_250, 3_825, 3_608.49]]);
    expect(await market.records('late', 'commitment_tokens', 'usage_gross')).toEqual([
      [null, '750.000000000000'],
    ]);
  });

  it('ends with its last half-year', async () => {
    expect(await dueAt('2027-03-04T00:00:00+08:00')).toBe(1);
    // 30,000 × 90 % = 27,000; net 25,471.698… → 25,471.70.
    expect(await settled()).toEqual([
      [1, 4_250, 3_825, 3_608.49],
      [2, 30_000, 27_000, 25_471.7],
    ]);
    expect(await dueAt('2028-03-04T00:00:00+08:00')).toBe(0);
  });
});

describe('take-or-pay, between the end of a period and its close', () => {
  let market: SeededMarket;
  beforeAll(async () => {
    market = await SeededMarket.open('2026-02-01T00:00:00+08:00');
    await market.openAccount('works', 'enterprise');
    await market.order('works', 'payg-standard');
    await market.order('works', 'take-or-pay-ramp-12m');
  });
  afterAll(() => market.stop());
  afterEach(async () => expect(await market.violations()).toEqual([]));

  it('makes up at once, charges nothing for it, and recognises it at the close', async () => {
    market.moveTo('2026-03-02T10:00:00+08:00');
    const outcomes = await market.post(...calls(EAGER));
    expect(outcomes.map(({ status }) => status)).toEqual(['accepted', 'accepted', 'accepted']);
    // February misses 60 m, so that 30 m can be made up; March uses 10 m of them.
    expect(await market.records('e%', 'usage_gross')).toEqual([
      ['360.000000000000'],
      ['450.000000000000'],
      ['0.000000000000'],
    ]);
    market.moveTo('2026-03-04T00:00:00+08:00');
    expect(await market.engine.get(RenewDue).run(market.engine.clock.now())).toBe(1);
    // 36 × 10 / 30 = 12.00 and 33.96 × 10 / 30 = 11.32 with the 36.00 and 33.96 that nothing waits for.
    expect(
      await market.rows("SELECT model, gross, net FROM ciyuan.usage_rollup_delta WHERE kind = 'shortfall'"),
    ).toEqual([{ model: null, gross: '48.000000000000', net: '45.280000000000' }]);
  });

  it('leaves models that it does not name to the base tariff', async () => {
    market.moveTo('2026-03-05T10:00:00+08:00');
    expect((await market.post(...calls(OTHER))).map(({ status }) => status)).toEqual(['accepted']);
    expect(await market.records('o1', 'commitment_tokens', 'usage_gross')).toEqual([
      [null, '1.500000000000'],
    ]);
  });
});

const MILL = 'mill1 | mill | 2026-02-19T10:00:00 | telechat-2-115b | ascend-910c | input 1_000_000';
const SPENT = `
  s1 | works | 2026-08-10T10:00:00 | glm-5 | ascend-910c | input 1_000_000_000
  s2 | works | 2026-08-20T09:00:00 | deepseek-v3.2 | hygon-dcu | input 4_500_000_000`;
const SPENT_LATE = 'late | works | 2026-08-30T10:00:00 | telechat-2-115b | ascend-910c | input 500_000_000';
const EAGER = `
  e1 | works | 2026-02-10T10:00:00 | deepseek-v3.2 | hygon-dcu | input 240_000_000
  e2 | works | 2026-03-01T10:00:00 | deepseek-v3.2 | hygon-dcu | input 300_000_000
  e3 | works | 2026-03-02T10:00:00 | glm-5-air | ascend-910c | input 10_000_000`;
const OTHER = 'o1 | works | 2026-03-05T09:00:00 | telechat-2-115b | ascend-910c | input 1_000_000';
