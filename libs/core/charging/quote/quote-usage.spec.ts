import { quoteUsage, quotedCatalogue, type QuotedUse } from '@ciyuan/core/charging';
import { formatYuan } from '@ciyuan/core/kernel';
import { countsOf } from '@ciyuan/core/usage';
import { at, bookOf, planOf, priceOf, ZONE } from '../../../../test/support/core-catalogue';

const catalogue = quotedCatalogue({
  models: [
    { code: 'glm-5', vendor: 'alpha' },
    { code: 'mini', vendor: 'alpha' },
  ],
  plans: [
    planOf({ code: 'base', role: 'base', priceBook: 'retail' }),
    planOf({
      code: 'monthly',
      role: 'package',
      price: '9.90',
      eligibilityRule: 'nobody-knows-it',
      coefficientTable: 'standard',
      firstPeriod: { mode: 'prorated', denominator: 'actual', allowanceRounding: 'down' },
      allowance: { tokens: 1_000_000, models: ['glm-5'], source: 'allowance' },
    }),
    planOf({
      code: 'closed',
      role: 'package',
      price: '5',
      exhaustion: 'hard_limit',
      allowance: { tokens: 100_000, models: ['*'], source: 'allowance' },
    }),
    planOf({
      code: 'capped',
      role: 'package',
      price: '5',
      exhaustion: 'payg_cap',
      overageCap: '2',
      allowance: { tokens: 100_000, models: ['*'], source: 'allowance' },
    }),
  ],
  priceBooks: [
    bookOf({
      code: 'retail',
      entries: [
        priceOf('glm-5', 'input', '2'),
        { ...priceOf('glm-5', 'input', '4'), promptOver: 32_000 },
        priceOf('glm-5', 'output', '8'),
      ],
    }),
  ],
  coefficientTables: [{ code: 'standard', rows: [{ model: 'glm-5', class: 'output', coefficient: '2' }] }],
  holidayCalendars: [],
});

const quote = (plan: string, ...uses: QuotedUse[]) =>
  quoteUsage(catalogue, { base: 'base', plan, zone: ZONE, at: at('2026-10-15T12:00'), uses });

const use = (calls: number, input: number, output: number, model = 'glm-5'): QuotedUse => ({
  model,
  calls,
  counts: countsOf({ input, output }),
});

describe('a quote', () => {
  it('covers what the package holds and prices the rest, worked by hand', () => {
    // 100 calls of 10,000 in and 5,000 out, 20,000 package tokens each: 50 are covered; the others cost 0.02 + 0.04.
    const quoted = quote('monthly', use(100, 1_000_000, 500_000));
    expect([quoted.price, quoted.usage, quoted.total].map(formatYuan)).toEqual(['9.9', '3', '12.9']);
    expect(quoted.grantedMilli).toBe(1_000_000_000n);
    expect(quoted.uses).toMatchObject([
      {
        ok: true,
        charge: {
          covers: [
            { plan: 'monthly', counter: 'input', tokens: 500_000, coefficientMilli: 1_000n },
            { plan: 'monthly', counter: 'output', tokens: 250_000, coefficientMilli: 2_000n },
          ],
          lines: [
            { plan: 'base', counter: 'input', quantity: 500_000, picoPerUnit: 2_000_000n },
            { plan: 'base', counter: 'output', quantity: 250_000, picoPerUnit: 8_000_000n },
          ],
        },
      },
    ]);
  });

  it('looks at the length of one call, and not of the month', () => {
    expect(quote('base', use(100, 3_200_000, 0)).usage).toBe(quote('base', use(1, 32_000, 0)).usage * 100n);
    expect(formatYuan(quote('base', use(100, 3_200_001, 0)).usage)).toBe('12.800004');
  });

  it('charges nothing beyond a hard limit, and to the fen what is charged', () => {
    const closed = quote('closed', use(3, 300_000, 0));
    expect([formatYuan(closed.total), closed.uses[0]?.ok && closed.uses[0].charge.overdrawn]).toEqual([
      '5',
      200_000,
    ]);
    expect(formatYuan(quote('base', use(1, 2_500, 0)).total)).toBe('0.01');
  });

  it('stops at a cap', () => {
    const [first] = quote('capped', use(100, 2_100_000, 0)).uses;
    expect(first).toMatchObject({ charge: { gross: 2_000_000_000_000n, cap: { to: 4_000_000_000_000n } } });
  });

  it('says why something has no price', () => {
    expect(quote('monthly', use(1, 10, 0, 'mini')).uses).toMatchObject([
      { ok: false, reason: 'unpriced', detail: 'input' },
    ]);
    expect(quote('monthly', use(1, 10, 0, 'nothing')).uses).toMatchObject([
      { ok: false, reason: 'unknown_model' },
    ]);
  });
});
