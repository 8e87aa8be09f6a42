import type { PriceEntry } from '../catalogue';
import { MARCH, START, book, entry, faultsOf, m } from '../../../test/support/price-books';

describe('what of a book cannot be read', () => {
  it.each<[string, PriceEntry, string[]]>([
    ['an entry with everything', m({ serviceTier: 'batch', when: { region: 'sh' }, effectiveTo: MARCH }), []],
    ['six decimals', m({ price: '0.000001' }), []],
    ['a free model', m({ price: '0' }), []],
    ['a meter', entry('m', 'requests', { price: '0.01' }), []],
    ['a band that wraps midnight', m({ timeBand: { from: '22:00', to: '06:00', days: [1, 7] } }), []],
    ['a band to midnight', m({ timeBand: { from: '22:00', to: '24:00' } }), []],
    ['an unknown class', entry('m', 'inputs'), ['entries.0.class unknown_class']],
    ['no model', entry('', 'input'), ['entries.0.model no_model']],
    ['a seventh decimal', m({ price: '0.0000001' }), ['entries.0.price too_many_places']],
    ['a word for a price', m({ price: 'free' }), ['entries.0.price not_a_decimal']],
    ['an exponent', m({ price: '1e-6' }), ['entries.0.price not_a_decimal']],
    ['less than nothing', m({ price: '-0.5' }), ['entries.0.price negative']],
    [
      'a day that does not exist',
      m({ effectiveFrom: '2026-02-30T00:00:00Z' }),
      ['entries.0.effectiveFrom not_an_instant'],
    ],
    [
      'an end without an offset',
      m({ effectiveTo: '2026-03-01T00:00:00' }),
      ['entries.0.effectiveTo not_an_instant'],
    ],
    ['an end at the beginning', m({ effectiveTo: START }), ['entries.0.effectiveTo ends_before_it_begins']],
    [
      'an end before it',
      m({ effectiveTo: '2025-01-01T00:00:00Z' }),
      ['entries.0.effectiveTo ends_before_it_begins'],
    ],
    ['half a token', m({ promptOver: 0.5 }), ['entries.0.promptOver not_a_bound']],
    ['a bound below nothing', m({ completionOver: -1 }), ['entries.0.completionOver not_a_bound']],
    [
      'hour 25',
      m({ timeBand: { from: '25:00', to: '06:00' } }),
      ['entries.0.timeBand.from not_a_local_time'],
    ],
    [
      'minute 60',
      m({ timeBand: { from: '22:00', to: '06:60' } }),
      ['entries.0.timeBand.to not_a_local_time'],
    ],
    [
      'day 0',
      m({ timeBand: { from: '22:00', to: '06:00', days: [1, 0] } }),
      ['entries.0.timeBand.days.1 not_a_weekday'],
    ],
    [
      'no day',
      m({ timeBand: { from: '22:00', to: '06:00', days: [] } }),
      ['entries.0.timeBand.days no_weekday'],
    ],
  ])('%s', (_what, one, expected) => {
    expect(faultsOf(book([one]))).toEqual(expected);
  });

  it('tells everything that cannot be read, in the order of the book', () => {
    const entries = [entry('', 'x', { price: '?' }), m(), m({ effectiveFrom: 'soon', promptOver: -2 })];
    const multipliers = [
      { model: 'm', when: { region: 'eu' }, factor: '1.1234567891' },
      { model: '', when: {}, factor: '-1' },
      { model: 'm', when: {}, factor: '1.123456789' },
    ];
    expect(faultsOf(book(entries, { zone: 'Asia/Nowhere', multipliers }))).toEqual([
      'zone unknown_zone',
      'entries.0.model no_model',
      'entries.0.class unknown_class',
      'entries.0.price not_a_decimal',
      'entries.2.effectiveFrom not_an_instant',
      'entries.2.promptOver not_a_bound',
      'multipliers.0.factor too_many_places',
      'multipliers.1.model no_model',
      'multipliers.1.factor negative',
    ]);
  });
});
