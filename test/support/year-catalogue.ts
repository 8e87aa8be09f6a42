import { DefineModel, PublishDocument } from '@ciyuan/modules/catalogue';
import type { DocumentKind } from '@ciyuan/core/charging';
import { RegisterParty } from '@ciyuan/modules/parties';
import type { SeededMarket } from './seeded-market';
import { must } from './settlement-engine';

/** A market of round figures: every price is one without VAT times 1.06. */

const ALWAYS = '2026-01-01T00:00:00+08:00';
const FULL = { mode: 'full', denominator: 'actual', allowanceRounding: 'down' };
const PLAN = {
  currency: 'CNY',
  price: '0',
  vatRate: '0.06',
  cycleAnchor: 'calendar',
  firstPeriod: FULL,
  exhaustion: 'payg',
  coefficients: 'at_issue',
  latenessHours: 72,
};
const allowance = (tokens: number, source: string): object => ({ tokens, models: ['*'], source });

const PARTIES = [
  { code: 'operator', kinds: ['operator'] },
  { code: 'alpha', kinds: ['vendor'] },
  { code: 'beta', kinds: ['vendor'] },
  { code: 'north', kinds: ['compute'] },
  { code: 'south', kinds: ['compute'], vatRate: '0.03' },
  { code: 'shop', kinds: ['channel'], withholdingRate: '0.1' },
  { code: 'gw-east', kinds: ['partner'] },
] as const;

/** 100 a month, 1 a million; 300 a pack, 3 a million; 1 a million promised, 1.2 beyond it. All without VAT. */
const PLANS: readonly object[] = [
  { ...PLAN, code: 'base', role: 'base', name: 'Base', priceBook: 'retail' },
  {
    ...PLAN,
    code: 'monthly',
    role: 'package',
    name: 'Monthly 100M',
    price: '106.00',
    allowance: allowance(100_000_000, 'allowance'),
  },
  {
    ...PLAN,
    code: 'pack',
    role: 'pack',
    name: 'Pack 100M',
    price: '318.00',
    validityDays: 150,
    allowance: allowance(100_000_000, 'pack'),
  },
  {
    ...PLAN,
    code: 'promise',
    role: 'commitment',
    name: '100M a month for a year',
    commitment: {
      mode: 'take_or_pay',
      models: ['alpha-1'],
      pricePerMillion: '1.06',
      overPricePerMillion: '1.272',
      shortfallPercent: '100',
      makeUp: { percentOfShortfall: '50', withinPeriods: 2 },
      periodMonths: 1,
      periods: Array.from({ length: 12 }, () => ({ committed: '100000000' })),
    },
  },
];

const percent = (party: string, value: string): object => ({ party, type: 'percent', basis: 'net', value });
const COST = { party: 'compute', type: 'cost' };
const rule = (code: string, match: object, steps: readonly object[], more: object = {}): object => ({
  code,
  match,
  breakage: code === 'monthly-share' ? 'as_consumed' : 'operator',
  rule: { vatRate: '0.06', vatIncluded: true, residual: 'operator', steps, ...more },
});
const RULES = [
  rule('default-share', {}, [percent('vendor', '40'), COST]),
  rule('monthly-share', { plan: 'monthly' }, [percent('vendor', '30'), COST, percent('channel', '10')]),
  rule('pack-share', { plan: 'pack' }, [percent('vendor', '50'), COST]),
  rule('promise-share', { plan: 'promise' }, [percent('vendor', '40'), COST]),
  rule('alpha-share', { model: 'alpha-1' }, [percent('vendor', '40'), COST], {
    minimumGuarantees: [{ party: 'vendor', amount: '100.00' }],
  }),
  rule(
    'beta-share',
    { model: 'beta-1' },
    [COST, { party: 'vendor', type: 'perMillion', class: '*', value: '1.50' }],
    { deductions: [{ name: 'bad_debt', basis: 'net', value: '2' }] },
  ),
];

const price = (model: string, yuan: string, effectiveFrom = ALWAYS): object => ({
  model,
  class: 'input',
  price: yuan,
  effectiveFrom,
});
const book = (code: string, entries: readonly object[], more: object = {}): object => ({
  code,
  zone: 'Asia/Shanghai',
  currency: 'CNY',
  entries,
  multipliers: [],
  tiers: [],
  ...more,
});

/** 2 and, from 16 January on, 2.50 a million of alpha-1 without VAT; 4 a million of beta-1. */
const RETAIL = book('retail', [
  price('alpha-1', '2.12'),
  price('alpha-1', '2.65', '2027-01-16T00:00:00+08:00'),
  price('beta-1', '4.24'),
]);
const SERVES = ['alpha', 'beta'].flatMap((vendor) =>
  ['north', 'south'].map((computeOwner) => ({ vendor, computeOwner })),
);

const DOCUMENTS: readonly (readonly [DocumentKind, object])[] = [
  ['price_book', RETAIL],
  ['cost_book', book('north-cost', [price('*', '0.5')], { party: 'north' })],
  ['cost_book', book('south-cost', [price('*', '0.8')], { party: 'south' })],
  ['contract', { partner: 'gw-east', lateWindowDays: 100, serves: SERVES }],
  ...PLANS.map((body) => ['plan', body] as const),
  ...RULES.map((body) => ['split_rule', body] as const),
];

export async function publishYearCatalogue({ engine }: SeededMarket): Promise<void> {
  for (const { code, kinds, ...more } of PARTIES) {
    const rates = { vatRate: '0.06', withholdingRate: '0', ...more };
    must(await engine.get(RegisterParty).run({ code, name: code, kinds: [...kinds], ...rates }));
  }
  for (const vendor of ['alpha', 'beta'])
    must(await engine.get(DefineModel).run({ code: `${vendor}-1`, name: vendor, vendor }));
  const effectiveFrom = Date.parse(ALWAYS);
  for (const [kind, body] of DOCUMENTS)
    must(await engine.get(PublishDocument).run({ kind, body, effectiveFrom, by: 'seed' }));
}
