import { bookOf } from '../../../test/support/core-catalogue';
import type { PriceBook, PriceEntry, TierRow } from '../catalogue';
import { raisesPrice } from './raises-price';

const FROM = Date.parse('2026-10-01T00:00:00+08:00');
const JANUARY = '2026-01-01T00:00:00+08:00';
const JUNE = '2026-06-01T00:00:00+08:00';
const OCTOBER = '2026-10-01T00:00:00+08:00';
const DECEMBER = '2026-12-01T00:00:00+08:00';

const price = (yuan: string, more: Partial<PriceEntry> = {}): PriceEntry => ({
  model: 'glm-5',
  class: 'input',
  price: yuan,
  effectiveFrom: JANUARY,
  ...more,
});
const book = (entries: readonly PriceEntry[], more: Partial<PriceBook> = {}): PriceBook =>
  bookOf({ code: 'retail', entries, ...more });
const ladder = (unitPrice: string, upTo = '1000'): TierRow => ({
  lineage: 'l',
  models: ['glm-5'],
  classes: ['output'],
  window: 'lifetime',
  counts: 'overage',
  component: {
    mode: 'graduated',
    tiers: [
      { upTo, unitPrice },
      { upTo: null, unitPrice: '1' },
    ],
  },
});
const factor = (text: string) => ({ model: '*', when: { region: 'us' }, factor: text });
const BATCH = { serviceTier: 'batch' };
const NIGHT = { timeBand: { from: '22:00', to: '06:00' } };

describe('the next version of a book', () => {
  it.each<[string, PriceBook, PriceBook, boolean]>([
    ['dearer', book([price('4')]), book([price('4.000001')]), true],
    ['cheaper', book([price('4')]), book([price('3.999999')]), false],
    ['the same in other words', book([price('4')]), book([price('4.0')]), false],
    ['cheaper, and dated anew', book([price('4')]), book([price('3', { effectiveFrom: OCTOBER })]), false],
    [
      'dearer from December on',
      book([price('4')]),
      book([price('4', { effectiveTo: DECEMBER }), price('5', { effectiveFrom: DECEMBER })]),
      true,
    ],
    [
      'dearer as was said before',
      book([price('4'), price('5', { effectiveFrom: DECEMBER })]),
      book([price('4'), price('5', { effectiveFrom: DECEMBER })]),
      false,
    ],
    [
      'dearer in what ended before',
      book([price('4', { effectiveTo: JUNE })]),
      book([price('5', { effectiveTo: JUNE })]),
      false,
    ],
    ['of a further model', book([price('4')]), book([price('4'), price('9', { model: 'glm-6' })]), false],
    [
      'of a model that a cheaper pattern priced',
      book([price('4', { model: 'glm-*' })]),
      book([price('4', { model: 'glm-*' }), price('9', { model: 'glm-6' })]),
      true,
    ],
    ['with a dearer price at night', book([price('4')]), book([price('4'), price('6', NIGHT)]), true],
    ['with a cheaper price at night', book([price('4')]), book([price('4'), price('2', NIGHT)]), false],
    ['without its discount', book([price('4'), price('2', NIGHT)]), book([price('4')]), true],
    ['without its surcharge', book([price('4'), price('6', NIGHT)]), book([price('4')]), false],
    [
      'with a cheaper tier beside another',
      book([price('4'), price('1', BATCH)]),
      book([price('4'), price('1', BATCH), price('3', { serviceTier: 'flex' })]),
      false,
    ],
    [
      'without the price of a class that falls back',
      book([price('4'), price('1', { class: 'cached_input' })]),
      book([price('4')]),
      true,
    ],
    [
      'with a price of its own for cached input',
      book([price('4')]),
      book([price('4'), price('1', { class: 'cached_input' })]),
      false,
    ],
    [
      'in which another of two equals began last',
      book([price('4', { when: { a: '1' } }), price('2', { when: { b: '1' }, effectiveFrom: JUNE })]),
      book([
        price('4', { when: { a: '1' }, effectiveFrom: OCTOBER }),
        price('2', { when: { b: '1' }, effectiveFrom: JUNE }),
      ]),
      true,
    ],
    [
      'with a higher factor',
      book([], { multipliers: [factor('1.1')] }),
      book([], { multipliers: [factor('1.2')] }),
      true,
    ],
    ['without a factor below one', book([], { multipliers: [factor('0.9')] }), book([]), true],
    [
      'with a factor in two parts',
      book([], { multipliers: [factor('1.21')] }),
      book([], { multipliers: [factor('1.1'), factor('1.1')] }),
      false,
    ],
    ['with a cheaper ladder', book([], { tiers: [ladder('3')] }), book([], { tiers: [ladder('2')] }), false],
    ['with a dearer ladder', book([], { tiers: [ladder('3')] }), book([], { tiers: [ladder('4')] }), true],
    [
      'with a ladder of another bound',
      book([], { tiers: [ladder('3')] }),
      book([], { tiers: [ladder('3', '900')] }),
      true,
    ],
    ['in another zone', book([price('4')]), book([price('4')], { zone: 'UTC' }), true],
  ])('that is %s: %#', (_what, before, after, expected) => {
    expect(raisesPrice(before, after, FROM)).toBe(expected);
  });
});
