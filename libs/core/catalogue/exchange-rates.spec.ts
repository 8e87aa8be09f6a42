import fc from 'fast-check';
import { ratio, ratioOf } from '../kernel';
import { checkExchangeRates, compileExchangeRates, convert, type ExchangeRates } from './exchange-rates';

const TABLE: ExchangeRates = {
  code: 'usd-cny',
  base: 'USD',
  quote: 'CNY',
  zone: 'Asia/Shanghai',
  source: 'a bank',
  rates: [
    { from: '2025-08-01', rate: '7.15' },
    { from: '2026-08-01', rate: '7.00000001' },
    { from: '2026-08-01T12:00:00Z', rate: '6.9' },
  ],
};

describe('the rate in force', () => {
  const at = (text: string) => compileExchangeRates(TABLE).rateAt(Date.parse(text));

  it.each([
    ['before the first: none', '2025-07-31T23:59:59.999+08:00', undefined],
    ['from local midnight on', '2025-08-01T00:00:00+08:00', ratioOf('7.15')],
    ['until the next one', '2026-07-31T15:59:59.999Z', ratioOf('7.15')],
    ['the next one, in that very instant', '2026-07-31T16:00:00Z', ratioOf('7.00000001')],
    ['one that begins within a day', '2026-08-01T12:00:00Z', ratioOf('6.9')],
    ['the last one for ever', '2099-01-01T00:00:00Z', ratioOf('6.9')],
  ])('%s', (_what, instant, rate) => expect(at(instant)).toEqual(rate));

  it('is not made out of a table that cannot be read', () => {
    const rates = [{ from: 'yesterday', rate: '7' }];
    expect(() => compileExchangeRates({ ...TABLE, rates })).toThrow('not a dated rate');
  });
});

describe('a table of rates', () => {
  const faults = (own: Partial<ExchangeRates>) =>
    checkExchangeRates({ ...TABLE, ...own }).map(({ path, code }) => `${path} ${code}`);
  const rates = (...pairs: [from: string, rate: string][]) => ({
    rates: pairs.map(([from, rate]) => ({ from, rate })),
  });

  it.each([
    ['a table as it should be', {}, []],
    ['a currency in itself', { quote: 'USD' }, ['quote same_currency']],
    ['nothing for something', rates(['2026-01-01', '0.00']), ['rates.0.rate not_a_rate']],
    ['less than nothing', rates(['2026-01-01', '-7']), ['rates.0.rate not_a_rate']],
    ['nine places', rates(['2026-01-01', '7.000000001']), ['rates.0.rate not_a_rate']],
    ['a day that is none', rates(['2026-02-30', '7']), ['rates.0.from not_a_date']],
    ['an instant of no zone', rates(['2026-02-03T00:00:00', '7']), ['rates.0.from not_a_date']],
    ['a date twice', rates(['2026-01-01', '7'], ['2026-01-01', '7.1']), ['rates.1.from date_twice']],
    [
      'a date twice, once as an instant',
      rates(['2026-01-01', '7'], ['2025-12-31T16:00:00Z', '7.1']),
      ['rates.1.from date_twice'],
    ],
    [
      'dates out of order',
      rates(['2026-01-02', '7'], ['2026-01-01', '7.1'], ['2026-01-03', '7']),
      ['rates.1.from not_in_order'],
    ],
  ])('%s', (_what, own, expected) => expect(faults(own)).toEqual(expected));
});

describe('what is converted', () => {
  it.each([
    [1n, ratioOf('0.5'), 1n],
    [-1n, ratioOf('0.5'), -1n],
    [1n, ratioOf('0.49999999'), 0n],
    [100n, ratioOf('7.155'), 716n],
    [1_000_000_000_000n, ratioOf('7.12345678'), 7_123_456_780_000n],
  ])('%s at %j is %s', (amount, rate, converted) => expect(convert(amount, rate)).toBe(converted));

  it('is never further than a half from the exact amount, and the other way round for what is owed the other way round', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt({ min: 1n, max: 10n ** 16n }), (amount, scaled) => {
        const rate = ratio(scaled, 10n ** 8n);
        const difference = 2n * (convert(amount, rate) * rate.d - amount * rate.n);
        expect(difference <= rate.d && difference >= -rate.d).toBe(true);
        expect(convert(-amount, rate)).toBe(-convert(amount, rate));
      }),
    );
  });
});
