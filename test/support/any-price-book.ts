import fc from 'fast-check';
import type {
  PriceBook,
  PriceEntry,
  PriceMultiplier,
  TierComponentDocument,
  TierRow,
} from '../../libs/core/catalogue';
import { formatScaled } from '../../libs/core/kernel';

/** Fields that are not there, as a document has them: absent, not undefined. */
const present = <T>(fields: object): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });

export const microYuan = fc
  .oneof(fc.bigInt({ min: 0n, max: 20n }), fc.bigInt({ min: 0n, max: 10n ** 12n }))
  .map((scaled) => formatScaled(scaled, 6));

/** Every character that a record's dimension may have: also those that files give a meaning to. */
const word = fc.string({
  unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)),
  minLength: 1,
  maxLength: 8,
});
const name = word.filter((text) => text !== '__proto__');
const when = fc.dictionary(name, word, { maxKeys: 3, noNullPrototype: true });
const model = fc.constantFrom('glm-5', 'kimi-k2', 'glm-*', '*', 'a/b:c_1.0');
const tokenClass = fc.constantFrom('input', 'cached_input', 'output', 'requests');
const clock = fc.constantFrom('00:00', '08:30', '24:00', '22:00');
const bound = fc.oneof(fc.constantFrom(0, 32_000), fc.maxSafeNat());
const instant = fc.constantFrom(
  '2026-01-01T00:00:00+08:00',
  '2026-03-01T00:00:00Z',
  '2026-05-01T00:00:00.5Z',
);

const timeBand = fc
  .record({
    from: clock,
    to: clock,
    calendar: maybe(
      fc.constantFrom(
        { holidays: 'cn', on: 'workdays' as const },
        { holidays: 'cn', on: 'holidays' as const },
      ),
    ),
    days: maybe(fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 })),
  })
  .map(({ calendar, ...fields }) => present<NonNullable<PriceEntry['timeBand']>>({ ...fields, ...calendar }));

const entry = fc
  .record({
    model,
    class: tokenClass,
    price: microYuan,
    effectiveFrom: instant,
    effectiveTo: maybe(fc.constant('2026-07-01T00:00:00+08:00')),
    serviceTier: maybe(fc.constantFrom('batch', 'priority')),
    when: maybe(when),
    promptOver: maybe(bound),
    completionOver: maybe(bound),
    timeBand: maybe(timeBand),
  })
  .map((fields) => present<PriceEntry>(fields));

const multiplier: fc.Arbitrary<PriceMultiplier> = fc.record({
  model,
  when,
  factor: fc.constantFrom('1', '1.1', '0.000000001'),
});

const ladder = fc.oneof<fc.Arbitrary<TierComponentDocument>[]>(
  fc.record({
    mode: fc.constantFrom('graduated' as const, 'volume' as const),
    tiers: fc.tuple(microYuan, microYuan).map(([unitPrice, flatFee]) => [
      { upTo: '1000', unitPrice, flatFee },
      { upTo: null, unitPrice },
    ]),
  }),
  fc.record({
    mode: fc.constant('package' as const),
    packageSize: fc.constant('1000'),
    packagePrice: microYuan,
  }),
);

const tier: fc.Arbitrary<TierRow> = fc.record({
  lineage: fc.constantFrom('one', 'two'),
  models: fc.constantFrom(['glm-5'], ['kimi-*', 'glm-5']),
  classes: fc.constantFrom(['input'], ['input', 'output']),
  window: fc.constantFrom('billing_period' as const, 'lifetime' as const),
  counts: fc.constantFrom('overage' as const, 'all' as const),
  component: ladder,
});

/** A book of the right shape: whether it could be saved is another question. */
export const anyPriceBook: fc.Arbitrary<PriceBook> = fc.record({
  code: fc.constant('retail'),
  zone: fc.constantFrom('Asia/Shanghai', 'UTC'),
  currency: fc.constant('CNY'),
  entries: fc.array(entry, { maxLength: 8 }),
  multipliers: fc.array(multiplier, { maxLength: 3 }),
  tiers: fc.array(tier, { maxLength: 3 }),
});
