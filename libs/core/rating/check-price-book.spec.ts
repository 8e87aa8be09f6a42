import type { PriceBook, PriceEntry, TierRow } from '../catalogue';
import { checkPriceBook } from './check-price-book';

const START = '2026-01-01T00:00:00+08:00';
const MARCH = '2026-03-01T00:00:00+08:00';
const MAY = '2026-05-01T00:00:00+08:00';

const entry = (model: string, tokenClass: string, rest: Partial<PriceEntry> = {}): PriceEntry => ({
  model,
  class: tokenClass,
  price: '1',
  effectiveFrom: START,
  ...rest,
});

const m = (rest: Partial<PriceEntry> = {}): PriceEntry => entry('m', 'input', rest);

const book = (entries: readonly PriceEntry[], rest: Partial<PriceBook> = {}): PriceBook => ({
  code: 'retail',
  zone: 'Asia/Shanghai',
  currency: 'CNY',
  entries,
  multipliers: [],
  tiers: [],
  ...rest,
});

const faultsOf = (one: PriceBook): string[] =>
  checkPriceBook(one).map((fault) => `${fault.path} ${fault.code}`);

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

describe('ties', () => {
  const night = { from: '22:00', to: '06:00' };
  it.each<[string, PriceEntry[], string[]]>([
    ['the same entry twice', [m(), m({ price: '2' })], ['entries.1 tie']],
    ['each of three', [m(), m(), m()], ['entries.1 tie', 'entries.2 tie']],
    ['another class', [m(), entry('m', 'output')], []],
    ['another model', [m(), entry('n', 'input')], []],
    ['a later beginning', [m(), m({ effectiveFrom: MARCH })], []],
    [
      'the same beginning and another end',
      [m({ effectiveTo: MARCH }), m({ effectiveTo: MAY })],
      ['entries.1 tie'],
    ],
    [
      'the same instant in another zone',
      [m(), m({ effectiveFrom: '2025-12-31T16:00:00Z' })],
      ['entries.1 tie'],
    ],
    ['a named tier and none', [m(), m({ serviceTier: 'batch' })], []],
    ['two named tiers', [m({ serviceTier: 'batch' }), m({ serviceTier: 'flex' })], []],
    ['two values of a dimension', [m({ when: { region: 'a' } }), m({ when: { region: 'b' } })], []],
    [
      'two dimensions that one call can have',
      [m({ when: { region: 'a' } }), m({ when: { speed: 'a' } })],
      ['entries.1 tie'],
    ],
    ['one dimension and two', [m({ when: { region: 'a' } }), m({ when: { region: 'a', speed: 'a' } })], []],
    ['two bounds', [m({ promptOver: 1 }), m({ promptOver: 2 })], []],
    ['a bound on each side', [m({ promptOver: 1 }), m({ completionOver: 1 })], []],
    [
      'bands that overlap',
      [m({ timeBand: night }), m({ timeBand: { from: '05:59', to: '07:00' } })],
      ['entries.1 tie'],
    ],
    ['bands that touch', [m({ timeBand: night }), m({ timeBand: { from: '06:00', to: '22:00' } })], []],
    [
      'bands of other days',
      [m({ timeBand: { ...night, days: [6, 7] } }), m({ timeBand: { ...night, days: [1] } })],
      [],
    ],
    [
      'a whole day and an hour of it',
      [m({ timeBand: { from: '00:00', to: '00:00' } }), m({ timeBand: night })],
      ['entries.1 tie'],
    ],
    [
      'patterns of one length that meet',
      [entry('kimi-*', 'input'), entry('*-kimi', 'input')],
      ['entries.1 tie'],
    ],
    ['patterns of one length that cannot', [entry('kimi-*', 'input'), entry('qwen-*', 'input')], []],
    ['a longer pattern', [entry('kimi-*', 'input'), entry('kimi-k*', 'input')], []],
  ])('%s', (_what, entries, expected) => {
    expect(faultsOf(book(entries))).toEqual(expected);
  });
});

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

describe('tier rows', () => {
  const ladder = {
    mode: 'graduated',
    tiers: [
      { upTo: '1000', unitPrice: '2' },
      { upTo: null, unitPrice: '1' },
    ],
  } as const;
  const row = (rest: Partial<TierRow> = {}): TierRow => ({
    lineage: 'one',
    models: ['m'],
    classes: ['input'],
    window: 'billing_period',
    counts: 'overage',
    component: ladder,
    ...rest,
  });
  const unbounded = { mode: 'volume', tiers: [{ upTo: '5' }] } as const;
  it.each<[string, TierRow[], PriceEntry[], string[]]>([
    ['stand beside other classes', [row()], [m({ class: 'output' })], []],
    ['stand beside other models', [row()], [entry('n', 'input')], []],
    ['stand beside a wider pattern', [row()], [entry('*', 'input')], []],
    ['name what an entry names', [row()], [m()], ['tiers.0 tier_and_entry']],
    ['swallow a narrower entry', [row({ models: ['*'] })], [m()], ['tiers.0 tier_and_entry']],
    ['share a lineage', [row(), row({ models: ['n'] })], [], ['tiers.1.lineage lineage_taken']],
    ['overlap', [row(), row({ lineage: 'two', models: ['*'] })], [], ['tiers.1 tiers_overlap']],
    ['have other classes', [row(), row({ lineage: 'two', classes: ['output'] })], [], []],
    ['name no class', [row({ classes: [] })], [], ['tiers.0.classes no_class']],
    ['name an unknown class', [row({ classes: ['inputs'] })], [], ['tiers.0.classes.0 unknown_class']],
    ['name no model', [row({ models: [] })], [], ['tiers.0.models no_model']],
    ['have no lineage', [row({ lineage: '' })], [], ['tiers.0.lineage no_lineage']],
    [
      'end with a bound',
      [row({ component: unbounded })],
      [],
      ['tiers.0.component.tiers.0.upTo not_a_ladder'],
    ],
    [
      'cannot be read',
      [row({ component: { ...ladder, per: 'x' } })],
      [],
      ['tiers.0.component.per unreadable_tier'],
    ],
    [
      'cost less than nothing',
      [row({ component: { mode: 'package', packageSize: '1', packagePrice: '-1' } })],
      [],
      ['tiers.0.component.packagePrice not_a_ladder'],
    ],
    ['count as naming the class', [row({ classes: ['reasoning'] })], [entry('*', 'reasoning'), m()], []],
  ])('%s', (_what, tiers, entries, expected) => {
    expect(faultsOf(book(entries, { tiers }))).toEqual(expected);
  });
});
