import type { PriceBook, PriceEntry } from '../catalogue';
import { checkDatedPrices } from './check-dated-prices';

const FROM = Date.parse('2026-04-18T00:00:00+08:00');
const [JANUARY, MARCH, APRIL, JUNE] = [
  '2026-01-01T00:00:00+08:00',
  '2026-03-01T00:00:00+08:00',
  '2026-04-18T00:00:00+08:00',
  '2026-06-01T00:00:00+08:00',
];
const entry = (price: string, effectiveFrom: string, own: Partial<PriceEntry> = {}): PriceEntry => ({
  model: 'm',
  class: 'input',
  price,
  effectiveFrom,
  ...own,
});
const faultsOf = (...entries: PriceEntry[]): string[] => {
  const book: PriceBook = {
    code: 'b',
    zone: 'Asia/Shanghai',
    currency: 'CNY',
    entries,
    multipliers: [],
    tiers: [],
  };
  return checkDatedPrices(book, FROM).map(({ path, code }) => `${path} ${code}`);
};

describe('the check of dated prices', () => {
  it.each<[string, PriceEntry[], string[]]>([
    [
      'one that has ended as the version begins',
      [entry('1', JANUARY, { effectiveTo: APRIL }), entry('2', APRIL)],
      ['entries.0 never_applies'],
    ],
    [
      'one that a later one stands before from the start',
      [entry('2', MARCH), entry('1', JANUARY)],
      ['entries.1 never_applies'],
    ],
    [
      'two that one stands before',
      [entry('1', JANUARY), entry('2', MARCH), entry('3', APRIL)],
      ['entries.0 never_applies', 'entries.1 never_applies'],
    ],
    [
      'one that ends while a later one stands before it',
      [entry('1', JANUARY, { effectiveTo: JUNE }), entry('2', MARCH)],
      ['entries.0 never_applies'],
    ],
  ])('finds %s', (_what, entries, faults) => expect(faultsOf(...entries)).toEqual(faults));

  it.each<[string, PriceEntry[]]>([
    ['a price until a later one begins', [entry('1', JANUARY), entry('2', JUNE)]],
    [
      'a price that comes back when a later one ends',
      [entry('1', JANUARY), entry('2', MARCH, { effectiveTo: JUNE })],
    ],
    ['a price of other conditions', [entry('1', JANUARY), entry('2', MARCH, { serviceTier: 'batch' })]],
    ['a price of another class', [entry('1', JANUARY), entry('2', MARCH, { class: 'output' })]],
    ['what ends before it begins, which is a fault of its own', [entry('1', JUNE, { effectiveTo: MARCH })]],
  ])('lets %s pass', (_what, entries) => expect(faultsOf(...entries)).toEqual([]));

  it('lets one pass that the checks need: without it the pattern would seem to fill a hole', () => {
    const ended = entry('1', JANUARY, { class: 'output', effectiveTo: MARCH });
    const named = [entry('1', JANUARY), ended, entry('1', MARCH, { class: 'output' })];
    const all = ['input', 'output'].map((name) => entry('1', JANUARY, { model: '*', class: name }));
    expect(faultsOf(...named)).toEqual(['entries.1 never_applies']);
    expect(faultsOf(...named, ...all)).toEqual([]);
  });

  it('says nothing of two that tie: that is a fault of its own', () => {
    expect(faultsOf(entry('1', JANUARY), entry('2', JANUARY))).toEqual([]);
  });
});
