import fc from 'fast-check';
import { anyPriceBook } from '../../../test/support/any-price-book';
import { MARCH, START, book, entry, m } from '../../../test/support/price-books';
import { compareBooks } from './compare-books';
import type { PriceBook, TierRow } from './price-book';

const LADDER: TierRow = {
  lineage: 'glm',
  models: ['glm-5', 'glm-*'],
  classes: ['input'],
  window: 'lifetime',
  counts: 'all',
  component: {
    mode: 'volume',
    tiers: [
      { upTo: '10', unitPrice: '2' },
      { upTo: null, unitPrice: '1' },
    ],
  },
};
const cheaper = {
  mode: 'volume' as const,
  tiers: [
    { upTo: '10', unitPrice: '2' },
    { upTo: null, unitPrice: '0.9' },
  ],
};
const band = { from: '22:00', to: '06:00', days: [6, 7] };

/** Each difference on a line. */
const told = (before: PriceBook, after: PriceBook): string[] =>
  compareBooks(before, after).map((one) =>
    [one.what, one.model, one.class, one.conditions, `${one.before} -> ${one.after}`]
      .filter(Boolean)
      .join(' | '),
  );

describe('what two books say differently', () => {
  it.each<[string, PriceBook, PriceBook, string[]]>([
    ['nothing in another order', book([m(), entry('n', 'input')]), book([entry('n', 'input'), m()]), []],
    ['a price', book([m()]), book([m({ price: '2' })]), ['price | m | input | 1 -> 2']],
    ['a row more', book([m()]), book([m(), entry('n', 'output')]), ['price | n | output | null -> 1']],
    ['a row less', book([m(), entry('n', 'output')]), book([m()]), ['price | n | output | 1 -> null']],
    [
      'a condition: another price',
      book([m({ serviceTier: 'batch', timeBand: band, when: { speed: 'fast', region: 'eu' } })]),
      book([
        m({ serviceTier: 'batch', timeBand: { ...band, days: [7] }, when: { region: 'eu', speed: 'fast' } }),
      ]),
      [
        'price | m | input | serviceTier=batch; region=eu; speed=fast; 22:00-06:00, days 7 | null -> 1',
        'price | m | input | serviceTier=batch; region=eu; speed=fast; 22:00-06:00, days 6 7 | 1 -> null',
      ],
    ],
    [
      'a date: another price',
      book([m({ effectiveFrom: START })]),
      book([m({ effectiveFrom: MARCH })]),
      ['price | m | input | null -> 1', 'price | m | input | 1 -> null'],
    ],
    [
      'the second of two factors of the same dimensions',
      book([], {
        multipliers: [
          { model: 'm', when: {}, factor: '2' },
          { model: 'm', when: {}, factor: '3' },
        ],
      }),
      book([], {
        multipliers: [
          { model: 'm', when: {}, factor: '2' },
          { model: 'm', when: {}, factor: '4' },
        ],
      }),
      ['factor | m | any | 3 -> 4'],
    ],
    [
      'one figure of a ladder',
      book([], { tiers: [LADDER] }),
      book([], { tiers: [{ ...LADDER, component: cheaper }] }),
      ['tier | glm-5 glm-* | input | glm.tiers.1.unitPrice | 1 -> 0.9'],
    ],
    ['the zone', book([]), book([], { zone: 'UTC' }), ['book | zone | Asia/Shanghai -> UTC']],
  ])('%s', (_what, before, after, expected) => {
    expect(told(before, after)).toEqual(expected);
  });

  it('is the same from both sides', () => {
    fc.assert(
      fc.property(anyPriceBook, anyPriceBook, (one, other) => {
        const turned = compareBooks(other, one).map(({ before, after, ...rest }) => ({
          ...rest,
          before: after,
          after: before,
        }));
        expect(new Set(compareBooks(one, other).map(textOf))).toEqual(new Set(turned.map(textOf)));
        expect(compareBooks(one, one)).toEqual([]);
      }),
    );
  });
});

const textOf = (value: object): string => JSON.stringify(Object.entries(value).sort());
