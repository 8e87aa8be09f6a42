import type { PriceEntry } from '../catalogue';
import { MARCH, book, entry, faultsOf, m } from '../../../test/support/price-books';
import { checkPriceBook } from './check-price-book';

describe('a class that an exact model lacks', () => {
  const all = [entry('*', 'input'), entry('*', 'output'), entry('*', 'reasoning')];
  const own = [m(), m({ class: 'output' })];
  it.each<[string, PriceEntry[], string[]]>([
    ['is a hole, its parent named or not', [...all, ...own], ['entries.3 missing_class']],
    ['is none where the model names it', [...all, ...own, m({ class: 'reasoning' })], []],
    ['is none where no pattern prices it', [entry('*', 'input'), entry('*', 'output'), ...own], []],
    [
      'is none of a model that no pattern matches',
      [...all.map((one) => ({ ...one, model: 'n*' })), ...own],
      [],
    ],
    ['is none between patterns', [...all, entry('m*', 'input')], []],
    [
      'is a hole where the model names it for a tier only',
      [...all, ...own, m({ class: 'reasoning', serviceTier: 'batch' })],
      ['entries.3 missing_class'],
    ],
    [
      'is a hole where the model names it for long calls only',
      [...all, ...own, m({ class: 'reasoning', promptOver: 9 })],
      ['entries.3 missing_class'],
    ],
    [
      'is a hole until the model names it',
      [...all, ...own, m({ class: 'reasoning', effectiveFrom: MARCH })],
      ['entries.3 missing_class'],
    ],
    [
      'is none while the pattern does not price it',
      [
        ...all.slice(0, 2),
        { ...entry('*', 'reasoning'), effectiveFrom: MARCH },
        ...own,
        m({ class: 'reasoning', effectiveFrom: MARCH }),
      ],
      [],
    ],
  ])('%s', (_what, entries, expected) => {
    expect(faultsOf(book(entries))).toEqual(expected);
  });

  it('names the entry of the pattern', () => {
    expect(checkPriceBook(book([...all, ...own]))[0]?.detail).toBe(
      'm names no reasoning, which entries.2 prices for *',
    );
  });
});
