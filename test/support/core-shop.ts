import type { Plan } from '@ciyuan/core/catalogue';
import {
  compileCatalogue,
  decide,
  newSubscription,
  takeUp,
  type CatalogueContent,
  type ChargeDecision,
} from '@ciyuan/core/charging';
import {
  accountOf,
  at,
  bookOf,
  contentOf,
  monthsOf,
  planOf,
  priceOf,
  recordOf,
  ruleOf,
  versionOf,
} from './core-catalogue';

/** A shop of three plans, small enough to work out by hand, and one record charged in it. */

export const NOON = at('2026-10-15T12:00');
const PACK = planOf({
  code: 'pack',
  role: 'pack',
  price: '1.06',
  validityDays: 30,
  allowance: { tokens: 100, models: ['glm-*'], source: 'pack' },
});
const PLANS: readonly Plan[] = [
  planOf({ code: 'base', role: 'base', priceBook: 'retail' }),
  PACK,
  {
    ...PACK,
    code: 'hard',
    exhaustion: 'hard_limit',
    allowance: { tokens: 100, models: ['*'], source: 'trial' },
  },
];
export const CONTENT: CatalogueContent = contentOf({
  models: [
    { code: 'glm-5', vendor: 'alpha' },
    { code: 'kimi', vendor: 'alpha' },
  ],
  plan: PLANS.map((plan, index) => versionOf(index + 1, plan.code, plan)),
  price_book: [
    versionOf(
      10,
      'retail',
      bookOf({ code: 'retail', entries: [priceOf('*', 'input', '2')] }),
      at('2026-10-02T00:00'),
    ),
  ],
  cost_book: [
    versionOf(11, 'tianyi', {
      ...bookOf({ code: 'tianyi', entries: [priceOf('*', 'input', '0.5')] }),
      party: 'tianyi',
    }),
  ],
  split_rule: [versionOf(12, 'default', ruleOf('default', {}, [{ party: 'vendor', type: 'cost' }]))],
  contract: [
    versionOf(13, 'gateway', {
      partner: 'gateway',
      lateWindowDays: 9,
      serves: [{ vendor: 'alpha', computeOwner: 'tianyi' }],
    }),
  ],
});

type Own = Parameters<typeof recordOf>;

/** 150 input tokens unless it says otherwise, of an account that took up plans on the first of October. */
export function charge(
  plans: readonly string[],
  [own, counts = { input: 150 }]: Own,
  content = CONTENT,
): ChargeDecision {
  const catalogue = compileCatalogue(content);
  const account = accountOf();
  for (const code of plans) {
    const plan = catalogue.planAt(code, NOON);
    if (plan === undefined) throw new Error(`no plan ${code}`);
    takeUp(account, newSubscription(account, plan, at('2026-10-01T00:00'), null), 0, catalogue, monthsOf());
  }
  const records = [{ record: recordOf({ at: NOON, ...own }, counts), accountId: 1 }];
  return decide({ records, accounts: new Map([[1, account]]), catalogue, months: monthsOf() });
}
