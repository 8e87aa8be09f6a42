import { bookOf, contentOf, priceOf, recordOf, versionOf } from '../../../test/support/core-catalogue';
import { COUNTERS } from '../usage';
import { compileCatalogue } from './compile-catalogue';
import { costOf, costPrices, rateCosts } from './cost-prices';

const OWNER = 'tianyi';
const book = bookOf({
  code: 'tianyi-cost',
  entries: [priceOf('*', 'input', '0.5'), priceOf('*', 'output', '2'), priceOf('*', 'requests', '0.000003')],
});
const rates = {
  code: 'cny-usd',
  base: 'CNY',
  quote: 'USD',
  zone: 'Asia/Shanghai',
  source: 'a bank',
  rates: [
    { from: '2026-01-01', rate: '0.13999999' },
    { from: '2026-10-16', rate: '0.5' },
  ],
};
const catalogue = compileCatalogue(
  contentOf({
    cost_book: [versionOf(7, book.code, { ...book, party: OWNER })],
    exchange_rates: [versionOf(8, rates.code, rates)],
  }),
);
const COUNTS = { input: 3, output: 2, requests: 5 };
const priced = (currency: string, at: string) => {
  const record = recordOf({ at: Date.parse(at) }, COUNTS);
  const rated = rateCosts(OWNER, record, catalogue, currency);
  return rated.ok
    ? rated.lines.map(({ counter, picoPerUnit }) => `${COUNTERS[counter]} ${picoPerUnit}`)
    : rated.detail;
};

it.each([
  [
    'its own currency, as the book says',
    'CNY',
    '2026-10-15T12:00:00+08:00',
    ['500000', '2000000', '3000000'],
  ],
  // 0.069999995 and 0.27999998 a million to six decimals, 0.00000041999997 a request to twelve.
  ['another, at the rate of the instant', 'USD', '2026-10-15T23:59:59+08:00', ['70000', '280000', '420000']],
  ['another, a second later', 'USD', '2026-10-16T00:00:00+08:00', ['250000', '1000000', '1500000']],
])('costs in %s', (_what, currency, at, [input, output, requests]) =>
  expect(priced(currency, at)).toEqual([`input ${input}`, `output ${output}`, `requests ${requests}`]),
);

it('are not known without a rate, nor by the inverse of one', () => {
  expect(priced('EUR', '2026-10-15T12:00:00+08:00')).toBe('no rate of CNY in EUR');
  expect(priced('USD', '2025-12-31T12:00:00+08:00')).toBe('no cost book in force');
});

it('add up over the parts of a record, in whatever currency', () => {
  const record = recordOf({ at: Date.parse('2026-10-15T12:00:00+08:00') }, COUNTS);
  const prices = costPrices(OWNER, record, catalogue, 'USD');
  const [covered, rest] = [recordOf({}, { input: 1, output: 2 }), recordOf({}, { input: 2, requests: 5 })];
  expect(costOf(prices, covered.counts) + costOf(prices, rest.counts)).toBe(costOf(prices, record.counts));
});
