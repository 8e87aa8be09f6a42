import {
  compileCatalogue,
  decide,
  decideChange,
  newSubscription,
  takeUp,
  type AccountEvent,
  type AccountState,
  type AccountWriteLog,
  type ChargeDecision,
  type SubscriptionAction,
  type SubscriptionDecision,
} from '@ciyuan/core/charging';
import type { Counter } from '@ciyuan/core/usage';
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

/** A market in memory whose subscribers change their minds; prices rise on the tenth of November. */

export const RISE = at('2026-11-10T00:00');

const allowance = (tokens: number, source: 'allowance' | 'pack' = 'allowance') => ({
  tokens,
  models: ['*'],
  source,
});
const BY_DAYS = { mode: 'prorated', denominator: 'thirty', allowanceRounding: 'up' } as const;
const PACKAGE = { role: 'package', cycleAnchor: 'order_day', firstPeriod: BY_DAYS } as const;

const PLANS = [
  planOf({ code: 'base', role: 'base', priceBook: 'retail' }),
  planOf({ code: 'loyal', role: 'base', priceBook: 'retail', priceProtection: 'term' }),
  planOf({ code: 'season', role: 'base', priceBook: 'retail', priceProtection: { months: 2 } }),
  planOf({ ...PACKAGE, code: 'small', price: '6', allowance: allowance(20_000) }),
  planOf({ ...PACKAGE, code: 'big', price: '10', allowance: allowance(45_000) }),
  planOf({
    ...PACKAGE,
    code: 'actual',
    price: '10',
    allowance: allowance(45_000),
    planChange: { denominator: 'actual', allowanceRounding: 'down' },
  }),
  planOf({ code: 'calendar', role: 'package', price: '3', allowance: allowance(1_000) }),
  planOf({ code: 'dear', role: 'package', price: '12', allowance: allowance(20_000) }),
  planOf({ code: 'pack', role: 'pack', price: '1', validityDays: 30, allowance: allowance(400, 'pack') }),
  planOf({ ...PACKAGE, code: 'abroad', currency: 'USD', price: '10', allowance: allowance(45_000) }),
];

const ENTRIES = [priceOf('*', 'input', '2')];
export const CONTENT = contentOf({
  models: [{ code: 'glm-5', vendor: 'alpha' }],
  plan: PLANS.map((plan, index) => versionOf(index + 1, plan.code, plan)),
  price_book: [
    versionOf(20, 'retail', bookOf({ code: 'retail', entries: ENTRIES })),
    versionOf(21, 'retail', bookOf({ code: 'retail', entries: [priceOf('*', 'input', '3')] }), RISE),
  ],
  cost_book: [
    versionOf(22, 'tianyi', {
      ...bookOf({ code: 'tianyi', entries: [priceOf('*', 'input', '0.5')] }),
      party: 'tianyi',
    }),
  ],
  split_rule: [versionOf(23, 'default', ruleOf('default'))],
  contract: [
    versionOf(24, 'gateway', {
      partner: 'gateway',
      lateWindowDays: 100,
      serves: [{ vendor: 'alpha', computeOwner: 'tianyi' }],
    }),
  ],
});
export const catalogue = compileCatalogue(CONTENT);
export const months = monthsOf();
export const LOG = { catalogue, months };

export function versionIdOf(code: string): number {
  const plan = catalogue.planAt(code, at('2026-12-01T00:00'));
  if (plan === undefined) throw new Error(`no plan ${code}`);
  return plan.id;
}

/** One subscriber, with everything that was written of it as a database would have it. */
export class Subscriber {
  readonly account: AccountState;
  readonly writes: AccountWriteLog[] = [];
  readonly decisions: ChargeDecision[] = [];

  constructor(anchorDay = 1) {
    this.account = accountOf({ anchorDay });
  }

  /** The number of the subscription. */
  order(code: string, local: number): number {
    const id = this.account.nextSequence;
    const planVersionId = versionIdOf(code);
    const taken = newSubscription(this.account, catalogue.plan(planVersionId), local, null);
    this.keep(takeUp(this.account, taken, local, catalogue, months), [
      { kind: 'order', sequence: id, planVersionId, startsAt: local, channel: null },
    ]);
    return id;
  }

  change(subscriptionId: number, action: SubscriptionAction, now: number): SubscriptionDecision {
    const decision = decideChange(this.account, subscriptionId, action, { ...LOG, now });
    const { outcome } = decision;
    if (!outcome.ok) return decision;
    const { sequence, successorId, endsAt } = outcome.value;
    const events: AccountEvent[] = [{ kind: 'subscription', sequence, subscriptionId, action, now }];
    if (successorId !== null && action.kind === 'plan_changed')
      events.push({
        kind: 'order',
        sequence: successorId,
        planVersionId: action.planVersionId,
        startsAt: endsAt as number,
        channel: action.channel,
      });
    this.keep(decision, events);
    return decision;
  }

  call(instant: number, counts: Readonly<Partial<Record<Counter, number>>>, recordId = 'r'): ChargeDecision {
    const records = [{ record: recordOf({ at: instant, recordId }, counts), accountId: 1 }];
    const decision = decide({ records, accounts: new Map([[1, this.account]]), ...LOG });
    this.keep(
      decision,
      decision.charged.map(({ sequence, record }) => ({ kind: 'record', sequence, record })),
    );
    return decision;
  }

  keep(decision: ChargeDecision, events: readonly AccountEvent[]): void {
    const issued = decision.newGrants.map(
      ({ grant }) => ({ kind: 'cycle', sequence: grant.number }) as const,
    );
    const all = [...events, ...issued].sort((a, b) => a.sequence - b.sequence);
    if (all.length > 0) this.writes.push({ ...LOG, events: all });
    this.decisions.push(decision);
    const { account } = this;
    for (const one of account.subscriptions) one.isChanged = false;
    account.grants.splice(
      0,
      Infinity,
      ...account.grants.map((grant) => ({ ...grant, isNew: false, isChanged: false })),
    );
  }
}
