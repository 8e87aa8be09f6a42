import {
  ALWAYS,
  at,
  bookOf,
  contentOf,
  planOf,
  priceOf,
  ruleOf,
  versionOf,
} from '../../../test/support/core-catalogue';
import { countsOf } from '../usage';
import { compileCatalogue } from './compile-catalogue';
import type { SplitRuleDocument } from './documents';

const LATER = at('2026-11-01T00:00');
type Match = SplitRuleDocument['match'];

const [plan, model, computeOwner] = ['gold', 'glm-5', 'tianyi'];
/** Each rule by what it names, the most general first. */
const MATCHES: Readonly<Record<string, Match>> = {
  nothing: {},
  owner: { computeOwner },
  model: { model },
  'model and owner': { model, computeOwner },
  plan: { plan },
  'plan and owner': { plan, computeOwner },
  'plan and model': { plan, model },
  all: { plan, model, computeOwner },
};
const NAMES = Object.keys(MATCHES);

describe('the split rule of a line', () => {
  const rulesOf = (names: readonly string[]) =>
    compileCatalogue(
      contentOf({
        split_rule: names.map((name) => versionOf(NAMES.indexOf(name), name, ruleOf(name, MATCHES[name]))),
      }),
    );
  const nameOf = (names: readonly string[], ...line: [string, string | null, string | null]) => {
    const rule = rulesOf(names).splitRuleFor(...line, ALWAYS);
    return rule && NAMES[rule.versionId];
  };

  it('is the one that names the plan before the model before the owner, whatever order they stand in', () => {
    for (let most = NAMES.length; most > 0; most--) {
      const names = NAMES.slice(0, most);
      for (const order of [names, names.toReversed()]) {
        expect(nameOf(order, plan, model, computeOwner)).toBe(names.at(-1));
      }
    }
    expect(nameOf([], plan, model, computeOwner)).toBeUndefined();
  });

  it.each<[string, [string, string | null, string | null], string]>([
    ['another plan', ['silver', model, computeOwner], 'model and owner'],
    ['another model', [plan, 'kimi', computeOwner], 'plan and owner'],
    ['another owner', [plan, model, 'elsewhere'], 'plan and model'],
    ['another plan and owner', ['silver', model, 'elsewhere'], 'model'],
    ['nothing that a rule names', ['silver', 'kimi', 'elsewhere'], 'nothing'],
    ['breakage, which has no model', [plan, null, null], 'plan'],
    ['breakage of another plan', ['silver', null, null], 'nothing'],
  ])('for %s passes over rules that name what the line has not', (_what, line, name) => {
    expect(nameOf(NAMES, ...line)).toBe(name);
  });

  it('is the version in force, and one that is not in force yet leaves the line to a more general rule', () => {
    const catalogue = compileCatalogue(
      contentOf({
        split_rule: [
          versionOf(3, 'gold', ruleOf('gold', { plan }), LATER),
          versionOf(1, 'default', ruleOf('default')),
          versionOf(2, 'default', ruleOf('default'), at('2026-06-01T00:00')),
        ],
      }),
    );
    const instants = [ALWAYS, at('2026-06-01T00:00') - 1, at('2026-06-01T00:00'), LATER - 1, LATER];
    expect(
      instants.map((instant) => catalogue.splitRuleFor(plan, model, computeOwner, instant)?.versionId),
    ).toEqual([1, 1, 2, 2, 3]);
    expect(catalogue.splitRuleFor(plan, model, computeOwner, ALWAYS - 1)).toBeUndefined();
  });

  it('tells whose own prices it asks for', () => {
    const steps = [
      { party: 'vendor', type: 'percent', basis: 'net', value: '40' },
      { party: 'compute', type: 'cost' },
    ] as const;
    const rules = contentOf({ split_rule: [versionOf(1, 'default', ruleOf('default', {}, steps))] });
    expect(compileCatalogue(rules).splitRuleFor(plan, model, computeOwner, ALWAYS)?.costRoles).toEqual([
      'compute',
    ]);
  });
});

describe('the compiled catalogue', () => {
  const book = (price: string) => bookOf({ code: 'retail', entries: [priceOf('*', 'input', price)] });
  const contract = (lateWindowDays: number, owners: readonly string[]) => ({
    partner: 'gateway',
    lateWindowDays,
    serves: owners.map((owner) => ({ vendor: 'alpha', computeOwner: owner })),
  });
  const catalogue = compileCatalogue(
    contentOf({
      epoch: 7,
      models: [{ code: 'glm-5', vendor: 'alpha' }],
      plan: [
        versionOf(1, 'gold', planOf({ code: 'gold', role: 'base', name: 'first' })),
        versionOf(2, 'gold', planOf({ code: 'gold', role: 'base', name: 'second' }), LATER),
        versionOf(
          11,
          'ruled',
          planOf({
            code: 'ruled',
            role: 'base',
            eligibilityRule: 'city',
            eligibility: { oncePerCustomer: true },
          }),
        ),
      ],
      eligibility_rule: [
        versionOf(12, 'city', { code: 'city', name: 'City', regions: ['CN-SH'] }),
        versionOf(13, 'city', { code: 'city', name: 'Cities', regions: ['CN-SH', 'CN-BJ'] }, LATER),
      ],
      price_book: [versionOf(4, 'retail', book('3'), LATER), versionOf(3, 'retail', book('2'))],
      cost_book: [versionOf(5, 'costs-of-tianyi', { ...book('1'), party: 'tianyi' })],
      coefficient_table: [
        versionOf(6, 'rates', { code: 'rates', rows: [{ model: '*', class: '*', coefficient: '0.5' }] }),
        versionOf(8, 'rates', { code: 'rates', rows: [] }, LATER),
      ],
      contract: [
        versionOf(9, 'gateway', contract(30, ['tianyi'])),
        versionOf(10, 'gateway', contract(60, ['tianyi', 'elsewhere']), LATER),
      ],
    }),
  );
  const priceAt = (instant: number): [number | undefined, bigint | undefined] => {
    const found = catalogue.pricesAt('retail', instant);
    const call = {
      at: instant,
      model: 'm',
      serviceTier: 's',
      dimensions: {},
      counts: countsOf({ input: 1 }),
    };
    return [found?.versionId, found?.prices.priceOf(call, 0)];
  };

  it('finds the version in force at an instant: from its beginning to that of the next', () => {
    expect([ALWAYS, LATER - 1, LATER].map(priceAt)).toEqual([
      [3, 2_000_000n],
      [3, 2_000_000n],
      [4, 3_000_000n],
    ]);
    expect(priceAt(ALWAYS - 1)).toEqual([undefined, undefined]);
    expect([ALWAYS - 1, LATER - 1, LATER].map((one) => catalogue.planAt('gold', one)?.body.name)).toEqual([
      undefined,
      'first',
      'second',
    ]);
    expect(catalogue.planAt('silver', LATER)).toBeUndefined();
    const audienceAt = (instant: number) => catalogue.planAt('ruled', instant)?.body.eligibility;
    expect([LATER - 1, LATER].map(audienceAt)).toEqual([
      { oncePerCustomer: true, regions: ['CN-SH'] },
      { oncePerCustomer: true, regions: ['CN-SH', 'CN-BJ'] },
    ]);
    expect(catalogue.coefficientsAt('rates', LATER - 1).lookup('m', 'input', ALWAYS)).toBe(500n);
    expect(catalogue.coefficientsAt('rates', LATER).versionId).toBe(8);
  });

  it('finds costs by their party, and versions by their id', () => {
    expect(catalogue.costsOf('tianyi', ALWAYS)?.versionId).toBe(5);
    expect(catalogue.costsOf('costs-of-tianyi', ALWAYS)).toBeUndefined();
    expect(catalogue.plan(1).body.name).toBe('first');
    expect(catalogue.coefficientsOf(6).lookup('m', 'input', ALWAYS)).toBe(500n);
    expect([catalogue.epoch, catalogue.model('glm-5')?.vendor, catalogue.model('kimi')]).toEqual([
      7,
      'alpha',
      undefined,
    ]);
  });

  it('throws where what must be there is not', () => {
    expect(() => catalogue.plan(3)).toThrow('plan version 3');
    expect(() => catalogue.coefficientsOf(3)).toThrow('coefficient version 3');
    expect(() => catalogue.coefficientsAt('rates', ALWAYS - 1)).toThrow('coefficient table rates');
  });

  it.each<[string, number, [string, string, string], boolean]>([
    ['a pair of its contract', ALWAYS, ['gateway', 'alpha', 'tianyi'], true],
    ['no pair that comes later', ALWAYS, ['gateway', 'alpha', 'elsewhere'], false],
    ['that pair from then on', LATER, ['gateway', 'alpha', 'elsewhere'], true],
    ['no vendor that it does not serve', LATER, ['gateway', 'beta', 'tianyi'], false],
    ['nothing before its contract', ALWAYS - 1, ['gateway', 'alpha', 'tianyi'], false],
    ['nothing without a contract', LATER, ['other', 'alpha', 'tianyi'], false],
  ])('lets a partner report %s', (_what, instant, [partner, vendor, owner], isAllowed) => {
    expect(catalogue.mayReport(partner, vendor, owner, instant)).toBe(isAllowed);
  });

  it('tells how late a partner may report', () => {
    expect([ALWAYS - 1, ALWAYS, LATER].map((one) => catalogue.lateWindowDays('gateway', one))).toEqual([
      undefined,
      30,
      60,
    ]);
  });

  it.each([
    ['the first day', '2026-10-02T00:00:00+08:00', true],
    ['the instant before it', '2026-10-01T23:59:59.999+08:00', false],
    ['the end of the last day', '2026-12-31T23:59:59.999+08:00', true],
    ['the day after it', '2027-01-01T00:00:00+08:00', false],
  ])('lets a partner report what is of %s of its contract', (_what, at, isAllowed) => {
    const body = { ...contract(30, ['tianyi']), validity: { from: '2026-10-02', until: '2026-12-31' } };
    const dated = compileCatalogue(contentOf({ contract: [versionOf(1, 'gateway', body)] }));
    expect(dated.mayReport('gateway', 'alpha', 'tianyi', Date.parse(at))).toBe(isAllowed);
    expect(dated.lateWindowDays('gateway', Date.parse(at))).toBe(30);
  });

  it('knows no window of a party that is only settled with', () => {
    const body = { partner: 'alpha', validity: { from: '2026-10-02' } };
    const settled = compileCatalogue(contentOf({ contract: [versionOf(1, 'alpha', body)] }));
    expect(settled.lateWindowDays('alpha', LATER)).toBeUndefined();
    expect(settled.mayReport('alpha', 'alpha', 'tianyi', LATER)).toBe(false);
  });
});
