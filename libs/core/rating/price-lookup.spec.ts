import type { PriceEntry, PriceMultiplier } from '../catalogue';
import { formatScaled } from '../kernel';
import { COUNTERS, countsOf, isToken, type Counter } from '../usage';
import { compilePriceBook, type PricedCall } from './price-lookup';

const BEGIN = '2026-01-01T00:00:00+08:00';
/** A Wednesday. */
const NOON = '2026-10-07T12:00:00+08:00';

type Entry = Partial<PriceEntry> & Pick<PriceEntry, 'price'>;
type Call = Partial<Omit<PricedCall, 'at' | 'counts'>> & {
  readonly at?: string;
  readonly counts?: Readonly<Partial<Record<Counter, number>>>;
};

const entryOf = (own: Entry): PriceEntry => ({ model: '*', class: 'input', effectiveFrom: BEGIN, ...own });
const callOf = ({ at = NOON, counts = {}, ...own }: Call): PricedCall => ({
  at: Date.parse(at),
  model: 'glm-5',
  serviceTier: 'standard',
  dimensions: {},
  ...own,
  counts: countsOf(counts),
});

/** The price of one counter in yuan per million, per unit for a meter. */
function price(
  entries: readonly Entry[],
  call: Call = {},
  counter: Counter = 'input',
  multipliers: readonly PriceMultiplier[] = [],
): string | undefined {
  const book = { zone: 'Asia/Shanghai', currency: 'CNY', entries: entries.map(entryOf), multipliers };
  const index = COUNTERS.indexOf(counter);
  const pico = compilePriceBook(book).priceOf(callOf(call), index);
  return pico === undefined ? undefined : formatScaled(pico, isToken(index) ? 6 : 12);
}

describe('an entry applies', () => {
  it.each<[string, Entry, Call, boolean]>([
    ['from its beginning on', { price: '1', effectiveFrom: NOON }, {}, true],
    [
      'not a millisecond before',
      { price: '1', effectiveFrom: NOON },
      { at: '2026-10-07T11:59:59.999+08:00' },
      false,
    ],
    ['to the millisecond before its end', { price: '1', effectiveTo: '2026-10-07T04:00:00.001Z' }, {}, true],
    ['not at its end', { price: '1', effectiveTo: NOON }, {}, false],
    ['to the exact model', { price: '1', model: 'glm-5' }, {}, true],
    ['not to a model that begins like it', { price: '1', model: 'glm-5' }, { model: 'glm-5-air' }, false],
    ['to a pattern, also where the star is nothing', { price: '1', model: 'glm-5*' }, {}, true],
    ['to every service tier unless it names one', { price: '1' }, { serviceTier: 'batch' }, true],
    [
      'to the service tier that it names',
      { price: '1', serviceTier: 'batch' },
      { serviceTier: 'batch' },
      true,
    ],
    ['not to another service tier', { price: '1', serviceTier: 'batch' }, {}, false],
    [
      'where all named dimensions hold',
      { price: '1', when: { a: 'x', b: 'y' } },
      { dimensions: { a: 'x', b: 'y', c: 'z' } },
      true,
    ],
    [
      'not where one of them differs',
      { price: '1', when: { a: 'x', b: 'y' } },
      { dimensions: { a: 'x', b: 'z' } },
      false,
    ],
    ['not where one of them is absent', { price: '1', when: { a: 'x' } }, {}, false],
    [
      'not at the prompt bound',
      { price: '1', promptOver: 10 },
      { counts: { input: 6, cached_input: 4 } },
      false,
    ],
    [
      'past the prompt bound, all inputs together',
      { price: '1', promptOver: 10 },
      { counts: { input: 6, cache_write_1h: 5 } },
      true,
    ],
    [
      'not by outputs past the prompt bound',
      { price: '1', promptOver: 10 },
      { counts: { input: 10, output: 99 } },
      false,
    ],
    ['past a bound of 0 with one token', { price: '1', promptOver: 0 }, { counts: { audio_input: 1 } }, true],
    [
      'not past a bound of 0 with none',
      { price: '1', promptOver: 0 },
      { counts: { output: 1, requests: 1 } },
      false,
    ],
    [
      'not past a completion bound of 0 with none',
      { price: '1', completionOver: 0 },
      { counts: { input: 1 } },
      false,
    ],
    [
      'not at the completion bound',
      { price: '1', completionOver: 10 },
      { counts: { output: 10, input: 99 } },
      false,
    ],
    [
      'past the completion bound, all outputs together',
      { price: '1', completionOver: 10 },
      { counts: { output: 5, reasoning: 6 } },
      true,
    ],
  ])('%s', (_what, entry, call, isPriced) => {
    expect(price([entry], call)).toBe(isPriced ? '1' : undefined);
  });
});

describe('of two entries that apply', () => {
  const call = { counts: { input: 100, output: 100 }, serviceTier: 'batch', dimensions: { a: 'x', b: 'y' } };
  it.each<[string, Omit<Entry, 'price'>, Omit<Entry, 'price'>]>([
    ['the exact model', { model: 'glm-5' }, { model: 'glm-5*', serviceTier: 'batch' }],
    ['the longer literal, wherever the star is', { model: '*lm-5' }, { model: 'glm*', serviceTier: 'batch' }],
    ['a named service tier', { serviceTier: 'batch' }, { when: { a: 'x', b: 'y' } }],
    ['more named dimensions', { when: { a: 'x', b: 'y' } }, { when: { a: 'x' }, promptOver: 50 }],
    ['the higher prompt bound', { promptOver: 20 }, { promptOver: 10, completionOver: 50 }],
    ['a prompt bound, even of 0', { promptOver: 0 }, { completionOver: 50 }],
    [
      'the higher completion bound',
      { completionOver: 20 },
      { completionOver: 10, timeBand: { from: '00:00', to: '24:00' } },
    ],
    ['a time band', { timeBand: { from: '00:00', to: '24:00' } }, { effectiveFrom: NOON }],
    ['the later beginning', { effectiveFrom: NOON }, { effectiveFrom: BEGIN }],
  ])('%s wins, whichever stands first', (_what, winner, loser) => {
    const [first, second] = [
      { ...winner, price: '1' },
      { ...loser, price: '2' },
    ];
    expect([price([first, second], call), price([second, first], call)]).toEqual(['1', '1']);
    expect(price([second], call)).toBe('2');
  });
});

describe('where no entry of the class applies', () => {
  it.each<[Counter, readonly Counter[], Counter | undefined]>([
    ['cache_write_1h', ['cache_write', 'input', 'output'], 'cache_write'],
    ['cache_write_1h', ['input', 'output'], 'input'],
    ['video_input', ['cached_input', 'input'], 'input'],
    ['reasoning', ['input', 'output'], 'output'],
    ['audio_output', ['reasoning', 'input'], undefined],
    ['input', ['cached_input', 'output'], undefined],
    ['requests', ['input', 'output'], undefined],
  ])('%s of a book with %p has the price of %s', (counter, classes, from) => {
    const entries = classes.map((name) => ({ class: name, price: String(COUNTERS.indexOf(name) + 1) }));
    expect(price(entries, {}, counter)).toBe(from && String(COUNTERS.indexOf(from) + 1));
  });

  it('the parent is asked though an entry of the class stands there for other calls', () => {
    const entries = [{ class: 'cached_input', price: '1', serviceTier: 'batch' }, { price: '3' }];
    expect(price(entries, {}, 'cached_input')).toBe('3');
    expect(price(entries, { serviceTier: 'batch' }, 'cached_input')).toBe('1');
  });
});

describe('multipliers', () => {
  const fast = { model: '*', when: { speed: 'fast' } };
  const far = { model: 'glm-*', when: { region: 'us' } };
  const both = { dimensions: { speed: 'fast', region: 'us' } };
  it.each<[string, string, readonly PriceMultiplier[], Counter, string]>([
    [
      'rounds half away from zero to six decimals',
      '0.000001',
      [{ ...fast, factor: '0.5' }],
      'input',
      '0.000001',
    ],
    ['rounds down below the half', '0.000001', [{ ...fast, factor: '0.499999999' }], 'input', '0'],
    [
      'multiplies all factors before it rounds once',
      '0.000001',
      [
        { ...fast, factor: '0.5' },
        { ...far, factor: '0.5' },
      ],
      'input',
      '0',
    ],
    [
      'multiplies exactly',
      '1.234567',
      [
        { ...fast, factor: '1.1' },
        { ...far, factor: '1.333333333' },
      ],
      'output',
      '1.810698',
    ],
    [
      'rounds a meter’s price to six decimals of a yuan',
      '0.000003',
      [{ ...fast, factor: '0.5' }],
      'requests',
      '0.000002',
    ],
    ['is free by a factor of 0', '5', [{ ...fast, factor: '0' }], 'input', '0'],
    ['passes over what is for another model', '5', [{ ...far, model: 'kimi', factor: '2' }], 'input', '5'],
    [
      'passes over what is for other dimensions',
      '5',
      [{ ...far, when: { region: 'cn' }, factor: '2' }],
      'input',
      '5',
    ],
  ])('a price %s', (_what, base, multipliers, counter, expected) => {
    expect(price([{ class: counter, price: base }], both, counter, multipliers)).toBe(expected);
  });

  it('also apply to the price of a parent', () => {
    expect(price([{ price: '3' }], both, 'cached_input', [{ ...fast, factor: '2' }])).toBe('6');
  });
});
