import { checkPackageVector, isPackageVector, type PackageVector } from './package-vector';

const vector = (id: string, kind: string, given: object, expected: object): PackageVector =>
  ({ id, kind, given, expected, basis: 'worked out here' }) as unknown as PackageVector;

const HOURLY = {
  model: 'night-owl',
  usage: { cache_hit: 1_000_000, cache_miss: 2_000_000, output: 500_000 },
  cny_per_mtok: { cache_hit: '0.1', cache_miss: '1', output: '4' },
};
const UPGRADE = {
  old_price: '10',
  new_price: '25',
  old_quota: 1_000,
  new_quota: 2_000,
  remaining_days: 7,
  denominator: 30,
};
const PACKS = {
  packs: [
    { id: 'late', scope: 'a', left: 100, expires: '2026-12-31' },
    { id: 'soon', scope: 'a', left: 40, expires: '2026-10-31' },
    { id: 'other', scope: 'b', left: 900, expires: '2026-09-30' },
  ],
  cash: '1.00',
  model: 'a',
  tokens: 60,
};

/** Each with the figures that it must come to. */
const ROWS: readonly PackageVector[] = [
  vector(
    'ratio',
    'deduction_ratio',
    { base_price_per_k: '0.004', item_price_per_k: '0.010', tokens: 3_000 },
    { ratio: '2.5', deducted: '7500' },
  ),
  vector(
    'credits',
    'credits',
    { tokens: 12_345, coefficient: '2', unit: 'C per 10000 tokens' },
    { used: '2.469' },
  ),
  // 15 x 7 / 30 = 3.5; 1,000 x 7 / 30 = 233.33…, rounded up.
  vector('upgrade', 'proration', UPGRADE, { pay: '3.5', extra_quota: 234 }),
  // Wednesday at noon, between the peaks: 0.1 + 2 + 2.
  vector(
    'noon',
    'rating',
    { ...HOURLY, at: '2026-09-16T12:00:00+08:00' },
    { period: 'off_peak', total_cny: '4.1' },
  ),
  vector(
    'peak',
    'rating',
    { ...HOURLY, at: '2026-09-16T17:59:59+08:00' },
    { period: 'peak', total_cny: '4.1' },
  ),
  // Sunday, but worked.
  vector(
    'worked',
    'rating',
    { ...HOURLY, at: '2026-09-20T09:00:00+08:00' },
    { period: 'peak', total_cny: '4.1' },
  ),
  vector(
    'plain',
    'rating',
    { model: 'm', input: 1_000, output: 10, usd_per_mtok: { input: '3', output: '15' } },
    { total: '0.00315' },
  ),
  // 10 x 2 + 50 x 0.2 + 40 x 2.5 = 130 millionths.
  vector(
    'cache',
    'rating',
    {
      input_price_per_mtok: '2',
      input_total: 100,
      cache_hit: 50,
      cache_create: 40,
      hit_factor: '0.1',
      create_factor: '1.25',
    },
    { input_cost: '0.00013' },
  ),
  vector(
    'epoch',
    'price_version',
    { at: '2026-08-16T15:59:59Z', model: 'deepseek-v4-flash' },
    { cache_hit: '0.0028', cache_miss: '0.14', output: '0.28' },
  ),
  // A Saturday: with its peaks until the 23rd, without them from then on.
  vector(
    'saturday',
    'price_version',
    { at: '2026-08-22T02:00:00Z', model: 'deepseek-v4-flash' },
    { cache_hit: '0.014', cache_miss: '0.44', output: '1.32' },
  ),
  vector('packs', 'deduction_order', PACKS, { deduct: { late: 20, soon: 40, other: 0 }, cash: '0' }),
  vector(
    'balances',
    'deduction_order',
    { granted: '2.00', topped_up: '5.00', charge: '3.25' },
    { from_granted: '2', from_topped_up: '1.25' },
  ),
  vector(
    'peak after the promotion',
    'quota_multiplier',
    { at: '2026-07-15T17:59:59+08:00', model: 'GLM-5.1' },
    { multiplier: '3' },
  ),
  vector(
    'evening after it',
    'quota_multiplier',
    { at: '2026-07-15T18:00:00+08:00', model: 'GLM-5.1' },
    { multiplier: '2' },
  ),
  vector(
    'an ordinary model',
    'quota_multiplier',
    { at: '2026-07-15T15:00:00+08:00', model: 'GLM-4' },
    { multiplier: '1' },
  ),
  vector('plan', 'plan', { tokens_per_month: 7_000_000, price_cny: '1.00' }, { cny_per_mtok: '0.142857' }),
];

describe('figures that vendors publish', () => {
  it.each(ROWS.map((row) => [row.id, row] as const))('%s comes out of the functions that bill', (_, row) => {
    expect(checkPackageVector(row)).toEqual({ id: row.id, outcome: 'reproduced' });
  });

  it.each(ROWS.map((row) => [row.id, row] as const))('%s differs once a figure is altered', (_, row) => {
    for (const name of Object.keys(row.expected)) {
      const altered = { ...row, expected: { ...row.expected, [name]: '987.654' } };
      expect(checkPackageVector(altered)).toMatchObject({ outcome: 'differs' });
    }
  });

  it('leaves aside what other rules decide, and says which', () => {
    const { outcome, detail } = checkPackageVector(vector('byteplus-storage', 'rating', {}, { total: '1' }));
    expect(outcome).toBe('out_of_scope');
    expect(detail).toContain('token-hours');
  });

  it('fails a row that nobody reproduces', () => {
    expect(checkPackageVector(vector('new', 'lottery', { odds: '1' }, { won: '0' })).outcome).toBe('differs');
  });

  it('knows its rows from others', () => {
    expect(ROWS.every((row) => isPackageVector(row as unknown as Record<string, unknown>))).toBe(true);
    expect(isPackageVector({ id: 'x', kind: 'rating', price: {}, usage: {} })).toBe(false);
  });
});
