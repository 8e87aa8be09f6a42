import type { PriceEntry } from '../catalogue';
import { MARCH, MAY, book, entry, faultsOf, m } from '../../../test/support/price-books';

describe('a band that a named service tier lacks', () => {
  const long = m({ promptOver: 200_000 });
  const tier = m({ serviceTier: 'priority' });
  const tierLong = m({ serviceTier: 'priority', promptOver: 200_000 });
  const missing = ['entries.2 missing_band'];
  it.each<[string, PriceEntry[], string[]]>([
    ['is a hole', [m(), long, tier], missing],
    ['is none where the tier has it', [m(), long, tier, tierLong], []],
    ['is none of a tier with that band alone', [m(), long, tierLong], []],
    ['is none of a plain price without bands', [m(), tier], []],
    [
      'is a hole with another bound',
      [m(), long, tier, m({ serviceTier: 'priority', promptOver: 100_000 })],
      [...missing],
    ],
    [
      'is a hole with another tier’s band',
      [m(), long, tier, m({ serviceTier: 'batch', promptOver: 200_000 })],
      missing,
    ],
    ['on the completion is one too', [m(), m({ completionOver: 500 }), tier], missing],
    [
      'of two bounds wants both',
      [m(), m({ promptOver: 9, completionOver: 9 }), tier, m({ serviceTier: 'priority', promptOver: 9 })],
      missing,
    ],
    [
      'from March is a hole from March',
      [
        m(),
        m({ promptOver: 9, effectiveFrom: MARCH }),
        tier,
        m({ serviceTier: 'priority', promptOver: 9, effectiveFrom: MAY }),
      ],
      missing,
    ],
    [
      'that ended before the tier began is none',
      [m(), m({ promptOver: 9, effectiveTo: MARCH }), m({ serviceTier: 'priority', effectiveFrom: MARCH })],
      [],
    ],
    [
      'for some calls only leaves a hole',
      [m(), long, tier, m({ ...tierLong, when: { region: 'a' } })],
      missing,
    ],
    [
      'is outranked by a dimension that the tier names',
      [m(), long, m({ ...tier, when: { region: 'a' } }), tierLong],
      missing,
    ],
    [
      'is wanted of every tier',
      [m(), long, tier, m({ serviceTier: 'batch' })],
      [...missing, 'entries.3 missing_band'],
    ],
  ])('%s', (_what, entries, expected) => {
    expect(faultsOf(book(entries))).toEqual(expected);
  });

  it('is found under a pattern that the tier’s model matches, and under the parent class', () => {
    const pattern = [entry('*', 'input'), entry('*', 'input', { promptOver: 9 })];
    const exact = entry('m', 'input', { serviceTier: 'priority' });
    expect(faultsOf(book([...pattern, exact]))).toEqual(['entries.2 missing_band']);
    const cached = m({ class: 'cached_input', serviceTier: 'priority' });
    expect(faultsOf(book([m(), long, cached]))).toEqual(['entries.2 missing_band']);
    expect(faultsOf(book([m(), long, m({ class: 'cached_input' }), cached]))).toEqual([]);
  });

  it('is none under a model that comes before the tier’s pattern', () => {
    const plain = [m(), long];
    const tiers = [entry('*', 'input', { serviceTier: 'priority' })];
    expect(faultsOf(book([...plain, ...tiers]))).toEqual([]);
  });
});
