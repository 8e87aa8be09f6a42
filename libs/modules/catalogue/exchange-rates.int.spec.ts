import { ratioOf } from '@ciyuan/core/kernel';
import type { DocumentKind } from '@ciyuan/core/charging';
import {
  BOOK,
  COST,
  GRANTS_NOTHING,
  JANUARY,
  MARCH,
  MAY,
  startCatalogue,
  type RunningCatalogue,
} from '../../../test/support/catalogue-bodies';
import { CatalogueCache } from './catalogue-cache';
import { PastCatalogues } from './past-catalogues';

const RATES = {
  code: 'usd-cny',
  base: 'USD',
  quote: 'CNY',
  zone: 'Asia/Shanghai',
  source: 'a bank',
  rates: [
    { from: '2026-01-01', rate: '7.1' },
    { from: '2026-02-01', rate: '7.2' },
  ],
};
const { coefficientTable: _table, ...PLAIN } = GRANTS_NOTHING;
const firstPeriod = { ...PLAIN.firstPeriod, mode: 'full' };
const BASE = { ...PLAIN, code: 'payg', role: 'base', priceBook: 'retail', price: '0', firstPeriod };
const IN_DOLLARS = { ...BOOK, code: 'dollars', currency: 'USD' };

describe('currencies in the catalogue', () => {
  let catalogue: RunningCatalogue;
  beforeAll(async () => {
    catalogue = await startCatalogue();
    await catalogue.stock();
  });
  afterAll(() => catalogue.stop());

  const faultsOf = async (kind: DocumentKind, body: object, from = MAY): Promise<string[]> => {
    const answer = await catalogue.publish(kind, body, from);
    return answer.ok ? [] : answer.refusal.faults.map(({ path, code }) => `${path} ${code}`);
  };
  const rateAt = (text: string, epoch?: number) =>
    catalogue.inTransaction(async (tx) => {
      const { app } = catalogue;
      const content =
        epoch === undefined ? app.get(CatalogueCache).current(tx) : app.get(PastCatalogues).asOf(tx, epoch);
      return (await content).rateAt({ base: 'USD', quote: 'CNY' }, Date.parse(text));
    });

  it('a rate is that of the version in force at the instant, and there is none before; what was known then stays known', async () => {
    expect(await faultsOf('exchange_rates', RATES, JANUARY)).toEqual([]);
    const { epoch } = await catalogue.inTransaction((tx) => catalogue.app.get(CatalogueCache).current(tx));
    expect(await rateAt('2026-01-31T15:59:59Z')).toEqual(ratioOf('7.1'));
    expect(await rateAt('2026-01-31T16:00:00Z')).toEqual(ratioOf('7.2'));
    expect(await rateAt('2025-12-31T23:59:59Z')).toBeUndefined();
    const more = { ...RATES, rates: [...RATES.rates, { from: '2026-03-01', rate: '6.9' }] };
    expect(await faultsOf('exchange_rates', more, MARCH)).toEqual([]);
    expect(await rateAt('2026-03-05T00:00:00Z')).toEqual(ratioOf('6.9'));
    expect(await rateAt('2026-02-05T00:00:00Z')).toEqual(ratioOf('7.2'));
    expect(await rateAt('2026-03-05T00:00:00Z', epoch)).toEqual(ratioOf('7.2'));
  });

  it.each<[string, object, string[]]>([
    ['of another pair', { ...RATES, quote: 'HKD' }, ['quote subject_changed']],
    ['that another table has', { ...RATES, code: 'second' }, ['quote subject_taken']],
    ['of a currency that is not configured', { ...RATES, base: 'JPY' }, ['base invalid_value']],
    ['of nothing', { ...RATES, rates: [] }, ['rates too_small']],
    [
      'in nine places',
      { ...RATES, rates: [{ from: '2026-01-01', rate: '7.123456789' }] },
      ['rates.0.rate too_many_places'],
    ],
    [
      'that begin later than the version',
      { ...RATES, rates: [{ from: '2026-06-01', rate: '7' }] },
      ['rates no_rate_at_the_beginning'],
    ],
    ['out of order', { ...RATES, rates: [...RATES.rates].reverse() }, ['rates.1.from not_in_order']],
  ])('rates %s are refused', async (_what, body, expected) =>
    expect(await faultsOf('exchange_rates', body)).toEqual(expected),
  );

  it('a table has its pair by itself: the other way round is another one', async () => {
    const back = {
      ...RATES,
      code: 'cny-usd',
      base: 'CNY',
      quote: 'USD',
      rates: [{ from: '2026-01-01', rate: '0.14' }],
    };
    expect(await faultsOf('exchange_rates', back)).toEqual([]);
  });

  it('a tariff is in the currency of its book, and a book keeps it', async () => {
    expect(await faultsOf('price_book', IN_DOLLARS)).toEqual([]);
    expect(await faultsOf('price_book', { ...IN_DOLLARS, currency: 'EUR' }, MAY + 1)).toEqual([
      'currency currency_changed',
    ]);
    expect(await faultsOf('plan', { ...BASE, currency: 'USD' })).toEqual(['currency currency_of_the_book']);
    expect(await faultsOf('plan', { ...BASE, currency: 'USD', priceBook: 'dollars' })).toEqual([]);
    expect(await faultsOf('cost_book', { ...COST, currency: 'USD' })).toEqual([]);
  });
});
