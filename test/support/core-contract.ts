import type { CommitmentTerms, Plan } from '@ciyuan/core/catalogue';
import {
  compileCatalogue,
  newSubscription,
  takeUp,
  type AccountState,
  type CatalogueContent,
  type ChargeDecision,
} from '@ciyuan/core/charging';
import { accountOf, at, bookOf, monthsOf, planOf, priceOf, versionOf } from './core-catalogue';
import { CONTENT } from './core-shop';

/** The shop of {@link CONTENT} with commitments from the first of October 2026: 2 yuan a million, 3 beyond. */
export const OCTOBER = at('2026-10-01T00:00');

export const TAKE_OR_PAY: CommitmentTerms = {
  mode: 'take_or_pay',
  models: ['glm-*'],
  pricePerMillion: '2',
  overPricePerMillion: '3',
  shortfallPercent: '80',
  makeUp: { percentOfShortfall: '50', withinPeriods: 2 },
  periodMonths: 1,
  periods: ['10000000', '10000000', '20000000', '10000000'].map((committed) => ({ committed })),
};

export const SPEND: CommitmentTerms = {
  mode: 'spend',
  models: ['glm-*'],
  shortfallPercent: '50',
  periodMonths: 1,
  periods: [{ committed: '100' }, { committed: '100' }],
};

export const committedPlan = (code: string, commitment: CommitmentTerms, own: Partial<Plan> = {}): Plan =>
  planOf({ code, role: 'commitment', commitment, latenessHours: 48, ...own });

export const CONTRACT_CONTENT: CatalogueContent = {
  ...CONTENT,
  plan: [
    ...CONTENT.plan,
    versionOf(4, 'contract', committedPlan('contract', TAKE_OR_PAY)),
    versionOf(5, 'spend', committedPlan('spend', SPEND)),
  ],
  price_book: [
    versionOf(
      10,
      'retail',
      bookOf({ code: 'retail', entries: [priceOf('*', 'input', '4'), priceOf('*', 'requests', '0.01')] }),
    ),
  ],
  cost_book: [],
  split_rule: CONTENT.split_rule.map((rule) => ({
    ...rule,
    body: { ...rule.body, rule: { ...rule.body.rule, steps: [] } },
  })),
};

export const contractCatalogue = compileCatalogue(CONTRACT_CONTENT);

/** An account that has taken up these plans on the first of October, and what that decided. */
export function contracted(plans: readonly string[]): { account: AccountState; taken: ChargeDecision[] } {
  const account = accountOf();
  const taken = plans.map((code) => {
    const plan = contractCatalogue.planAt(code, OCTOBER);
    if (plan === undefined) throw new Error(`no plan ${code}`);
    const subscription = newSubscription(account, plan, OCTOBER, null);
    return takeUp(account, subscription, OCTOBER, contractCatalogue, monthsOf());
  });
  return { account, taken };
}
