import type { PriceBook, TierComponentDocument, TierRow } from '../catalogue';
import { MARCH, MAY, START, book, entry, m } from '../../../test/support/price-books';
import { changePrices, type PriceChange } from './change-prices';
import { checkPriceBook } from './check-price-book';

const AT_MARCH = Date.parse(MARCH);

const row = (component: TierComponentDocument, rest: Partial<TierRow> = {}): TierRow => ({
  lineage: 'ladder',
  models: ['m'],
  classes: ['input'],
  window: 'billing_period',
  counts: 'overage',
  component,
  ...rest,
});

function changed(one: PriceBook, change: Partial<PriceChange> = {}) {
  const answer = changePrices(one, { percent: '10', from: AT_MARCH, ...change });
  if (!answer.ok) throw new Error(answer.refusal);
  return answer.value;
}

const refusalOf = (one: PriceBook, change: Partial<PriceChange>): string => {
  const answer = changePrices(one, { percent: '10', from: AT_MARCH, ...change });
  return answer.ok ? '' : answer.refusal;
};

describe('a change of prices by per cent', () => {
  it.each([
    ['4', '5', '4.2'],
    ['0.8', '-25', '0.6'],
    ['0.000001', '50', '0.000002'],
    ['0.000001', '49.9999', '0.000001'],
    ['0.000001', '-50', '0.000001'],
    ['0.000001', '-50.0001', '0'],
    ['3', '33.3333', '3.999999'],
    ['1', '1000', '11'],
    ['1', '-99.9999', '0.000001'],
    ['0', '12', '0'],
    ['4.0', '0', '4.0'],
    ['4.0', '-0', '4.0'],
  ])('makes %s by %s %%: %s', (price, percent, after) => {
    expect(changed(book([m({ price })]), { percent }).body.entries).toEqual([m({ price: after })]);
  });

  it.each(['-100', '-100.0001', '1000.0001', '0.00001', '1e2', '', '5%', '+5'])('refuses %s', (percent) => {
    expect(refusalOf(book([m()]), { percent })).toBe('not_a_percent');
  });

  it('leaves out what ends before the next version begins, and what is in force then and later keeps its dates', () => {
    const entries = [
      m({ effectiveTo: MARCH }),
      m({ effectiveFrom: MARCH, effectiveTo: MAY }),
      m({ effectiveFrom: MAY }),
    ];
    const { body, dropped } = changed(book(entries), { percent: '0' });
    expect([body.entries, dropped]).toEqual([entries.slice(1), 1]);
    expect(changed(book(entries), { from: AT_MARCH - 1 }).dropped).toBe(0);
  });

  it('keeps past entries that the checks need: without them the pattern would seem to fill a hole', () => {
    const entries = [
      m(),
      entry('m', 'output', { effectiveTo: MARCH }),
      entry('m', 'output', { effectiveFrom: MARCH }),
      entry('*', 'output'),
      entry('*', 'input'),
    ];
    const { body, dropped } = changed(book(entries));
    expect([checkPriceBook(body), dropped, body.entries.length]).toEqual([[], 0, 5]);
  });

  it('tells each price that is another, with its conditions', () => {
    const { differences } = changed(
      book([m({ promptOver: 32_000, price: '4' }), entry('m', 'output', { price: '0' })]),
    );
    expect(differences).toEqual([
      {
        what: 'price',
        model: 'm',
        class: 'input',
        conditions: 'promptOver=32000',
        effectiveFrom: START,
        effectiveTo: null,
        before: '4',
        after: '4.4',
      },
    ]);
  });

  it('changes what rows name: a model by its name, patterns by theirs', () => {
    const entries = [m(), entry('m-2', 'input'), entry('m*', 'input'), entry('m', 'output')];
    const prices = (change: Partial<PriceChange>): string[] =>
      changed(book(entries), change).body.entries.map(({ price }) => price);
    expect(prices({ models: ['m'] })).toEqual(['1.1', '1', '1', '1.1']);
    expect(prices({ models: ['m-*', 'm'], classes: ['input'] })).toEqual(['1.1', '1.1', '1', '1']);
    expect(prices({ models: ['*'] })).toEqual(['1.1', '1.1', '1.1', '1.1']);
    expect(refusalOf(book(entries), { models: ['m', 'n'] })).toBe('chooses_nothing');
    expect(refusalOf(book(entries), { models: ['m-2'], classes: ['output'] })).toBe('chooses_nothing');
    expect(refusalOf(book(entries), { classes: [] })).toBe('chooses_nothing');
  });

  it.each<[string, TierComponentDocument, TierComponentDocument]>([
    [
      'unit prices and fees',
      {
        mode: 'graduated',
        tiers: [
          { upTo: '10', unitPrice: '3', flatFee: '1' },
          { upTo: null, unitPrice: '0.000005' },
        ],
      },
      {
        mode: 'graduated',
        tiers: [
          { upTo: '10', unitPrice: '3.3', flatFee: '1.1' },
          { upTo: null, unitPrice: '0.000006' },
        ],
      },
    ],
    [
      'a unit price for one token, to a pico-yuan',
      { mode: 'volume', per: '1', tiers: [{ upTo: null, unitPrice: '0.000004500005' }] },
      { mode: 'volume', per: '1', tiers: [{ upTo: null, unitPrice: '0.000004950006' }] },
    ],
    [
      'the price of a package, and not its size',
      { mode: 'package', packageSize: '1000', packagePrice: '9.9', freeUnits: '5' },
      { mode: 'package', packageSize: '1000', packagePrice: '10.89', freeUnits: '5' },
    ],
    [
      'stairs',
      { mode: 'stairstep', tiers: [{ upTo: null, flatFee: '0.0000001' }] },
      { mode: 'stairstep', tiers: [{ upTo: null, flatFee: '0.00000011' }] },
    ],
  ])('changes the ladders: %s', (_what, before, after) => {
    expect(changed(book([], { tiers: [row(before)] })).body.tiers).toEqual([row(after)]);
  });

  it('refuses to change a part of what a ladder prices together', () => {
    const ladder = row(
      { mode: 'package', packageSize: '1', packagePrice: '1' },
      { classes: ['input', 'output'] },
    );
    expect(refusalOf(book([], { tiers: [ladder] }), { classes: ['input'] })).toBe('part_of_a_ladder');
    expect(refusalOf(book([], { tiers: [ladder] }), { classes: ['input', 'output'] })).toBe('');
  });
});
