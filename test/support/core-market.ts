import { compileCatalogue, type CatalogueContent } from '@ciyuan/core/charging';
import type { TierRow } from '@ciyuan/core/catalogue';
import { at, bookOf, contentOf, monthsOf, planOf, priceOf, ruleOf, versionOf } from './core-catalogue';

/** A market in memory that has some of everything that charging looks at. */

export const TIERS: readonly TierRow[] = [
  {
    lineage: 'glm-output',
    models: ['glm-*'],
    classes: ['output', 'reasoning'],
    window: 'billing_period',
    counts: 'overage',
    component: {
      mode: 'graduated',
      tiers: [
        { upTo: '1500', unitPrice: '8' },
        { upTo: '4000', unitPrice: '6', flatFee: '1' },
        { upTo: null, unitPrice: '4.5' },
      ],
    },
  },
  {
    lineage: 'kimi-input',
    models: ['kimi-k2'],
    classes: ['input'],
    window: 'lifetime',
    counts: 'all',
    component: {
      mode: 'volume',
      tiers: [
        { upTo: '3000', unitPrice: '3' },
        { upTo: null, unitPrice: '1' },
      ],
    },
  },
];

const ENTRIES = [
  priceOf('*', 'input', '2'),
  { ...priceOf('*', 'input', '4'), promptOver: 2_000 },
  priceOf('*', 'cached_input', '0.5'),
  priceOf('*', 'output', '8'),
  priceOf('*', 'images', '0.1'),
];
const allowance = (tokens: number, models: readonly string[], source: 'allowance' | 'pack' | 'trial') => ({
  tokens,
  models,
  source,
});
const table = (cached: string) => ({
  code: 'standard',
  rows: [
    { model: '*', class: 'cached_input', coefficient: cached },
    { model: 'glm-*', class: 'output', coefficient: '2.5' },
    { model: 'mini', class: '*', coefficient: '0' },
  ],
});
const COST = { party: 'compute', type: 'cost' } as const;

export const CONTENT: CatalogueContent = contentOf({
  models: [
    { code: 'glm-5', vendor: 'alpha' },
    { code: 'mini', vendor: 'alpha' },
    { code: 'kimi-k2', vendor: 'beta' },
  ],
  plan: [
    planOf({ code: 'base', role: 'base', priceBook: 'retail' }),
    planOf({
      code: 'monthly',
      role: 'package',
      price: '9.90',
      coefficientTable: 'standard',
      allowance: allowance(6_000, ['*'], 'allowance'),
    }),
    planOf({
      code: 'anchored',
      role: 'package',
      price: '30',
      cycleAnchor: 'order_day',
      firstPeriod: { mode: 'prorated', denominator: 'actual', allowanceRounding: 'up' },
      coefficientTable: 'standard',
      coefficients: 'follow',
      latenessHours: 24,
      allowance: allowance(2_500, ['glm-*', 'mini'], 'allowance'),
    }),
    planOf({
      code: 'pack',
      role: 'pack',
      price: '1',
      validityDays: 30,
      allowance: allowance(3_000, ['*'], 'pack'),
    }),
    planOf({
      code: 'trial',
      role: 'trial',
      exhaustion: 'hard_limit',
      validityDays: 15,
      allowance: allowance(1_500, ['kimi-k2'], 'trial'),
    }),
  ].map((plan, index) => versionOf(index + 1, plan.code, plan)),
  price_book: [
    versionOf(10, 'retail', bookOf({ code: 'retail', entries: ENTRIES, tiers: TIERS })),
    versionOf(
      11,
      'retail',
      bookOf({ code: 'retail', entries: ENTRIES.map((one) => ({ ...one, price: '1.5' })), tiers: TIERS }),
      at('2026-11-10T00:00'),
    ),
  ],
  cost_book: [
    versionOf(20, 'tianyi', {
      ...bookOf({
        code: 'tianyi',
        entries: [priceOf('*', 'input', '0.5'), priceOf('*', 'output', '1'), priceOf('*', 'images', '0.01')],
      }),
      party: 'tianyi',
    }),
    versionOf(21, 'alpha', {
      ...bookOf({
        code: 'alpha',
        entries: [priceOf('glm-5', 'input', '0.7'), priceOf('glm-5', 'output', '1.3')],
      }),
      party: 'alpha',
    }),
  ],
  coefficient_table: [
    versionOf(30, 'standard', table('0.1')),
    versionOf(31, 'standard', table('0.3'), at('2026-10-20T00:00')),
  ],
  split_rule: [
    versionOf(40, 'default', ruleOf('default', {}, [COST])),
    versionOf(
      41,
      'monthly',
      ruleOf('monthly', { plan: 'monthly' }, [{ party: 'vendor', type: 'cost' }, COST]),
    ),
    versionOf(42, 'mini', ruleOf('mini', { model: 'mini' })),
  ],
  contract: [
    versionOf(50, 'gateway', {
      partner: 'gateway',
      lateWindowDays: 100,
      serves: [
        { vendor: 'alpha', computeOwner: 'tianyi' },
        { vendor: 'beta', computeOwner: 'tianyi' },
      ],
    }),
  ],
});

export const catalogue = compileCatalogue(CONTENT);
/** October is closed: what comes for it is booked to November. */
export const months = monthsOf({ '2026-10': '2026-11' });
