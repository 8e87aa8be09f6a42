import {
  accountOf,
  at,
  contentOf,
  monthsOf,
  planOf,
  ruleOf,
  versionOf,
} from '../../../../test/support/core-catalogue';
import type { Plan } from '../../catalogue';
import type { AccountState } from '../account-state';
import { compileCatalogue } from '../compile-catalogue';
import { newSubscription } from '../new-subscription';
import { renewAhead, takeUp } from '../order';
import { decideChange, type Circumstances, type SubscriptionDecision } from './decide-change';
import type { EndOfSubscription } from './subscription-change';

const ALLOWANCE = { tokens: 1_000, models: ['*'], source: 'allowance' } as const;
const PLANS: readonly Plan[] = [
  planOf({ code: 'base', role: 'base', priceBook: 'retail' }),
  planOf({ code: 'monthly', role: 'package', price: '1.00', allowance: ALLOWANCE }),
];
const CATALOGUE = compileCatalogue(
  contentOf({
    plan: PLANS.map((plan, index) => versionOf(index + 1, plan.code, plan)),
    split_rule: [versionOf(9, 'default', ruleOf('default'))],
  }),
);
const [BASE, MONTHLY] = [1, 2];
const ONE_MS = 1;

const on = (now: string): Circumstances => ({ catalogue: CATALOGUE, months: monthsOf(), now: at(now) });

function taken(planId: number, startsAt: string, now = startsAt): AccountState {
  const account = accountOf();
  const subscription = newSubscription(account, CATALOGUE.plan(planId), at(startsAt), null);
  takeUp(account, subscription, at(now), CATALOGUE, monthsOf());
  return account;
}

interface SubscriptionToEnd {
  readonly subscriptionId: number;
  readonly when: EndOfSubscription;
}
const decideEnd = (
  account: AccountState,
  { subscriptionId, when }: SubscriptionToEnd,
  circumstances: Circumstances,
): SubscriptionDecision => decideChange(account, subscriptionId, { kind: 'ended', when }, circumstances);
const decideResume = (
  account: AccountState,
  id: number,
  circumstances: Circumstances,
): SubscriptionDecision => decideChange(account, id, { kind: 'resumed' }, circumstances);

const runs = ({ subscriptions: [one] }: AccountState) => [one?.endsAt ?? null, one?.nextCycleAt ?? null];

describe('the end of a subscription', () => {
  it.each([
    ['a package, with what is granted', MONTHLY, 'period_end', at('2026-11-01T00:00')],
    ['a package, at once', MONTHLY, 'now', at('2026-10-20T10:00')],
    ['a base tariff, with its month', BASE, 'period_end', at('2026-11-01T00:00')],
    ['a base tariff, at once', BASE, 'now', at('2026-10-20T10:00')],
  ] as const)('%s', (_what, plan, when, endsAt) => {
    const account = taken(plan, '2026-10-05T00:00');
    const { outcome, subscriptionChanges } = decideEnd(
      account,
      { subscriptionId: 1, when },
      on('2026-10-20T10:00'),
    );
    expect(outcome).toMatchObject({ ok: true, value: { kind: 'ended', ends: when, endsAt } });
    expect(subscriptionChanges).toHaveLength(1);
    expect(runs(account)).toEqual([endsAt, null]);
    expect(renewAhead([account], at('2027-10-01T00:00'), CATALOGUE, monthsOf()).newGrants).toEqual([]);
  });

  it('takes the next number of the account, after those of cycles that were due', () => {
    const account = taken(MONTHLY, '2026-10-01T00:00');
    const end = { subscriptionId: 1, when: 'period_end' } as const;
    const { newGrants, outcome } = decideEnd(account, end, on('2026-12-02T00:00'));
    expect(newGrants.map(({ grant }) => grant.number)).toEqual([3, 4]);
    expect(outcome).toMatchObject({ value: { sequence: 5, endsAt: at('2027-01-01T00:00') } });
    expect(account.nextSequence).toBe(6);
  });

  it('of what was to begin later comes as it begins, and nothing was granted', () => {
    const account = taken(MONTHLY, '2026-12-01T00:00', '2026-10-05T00:00');
    account.grants.splice(0);
    Object.assign(account.subscriptions[0] as object, { nextCycle: 1, nextCycleAt: at('2026-12-01T00:00') });
    const ended = decideEnd(account, { subscriptionId: 1, when: 'period_end' }, on('2026-10-05T00:00'));
    expect(ended.outcome).toMatchObject({ value: { endsAt: at('2026-12-01T00:00') + ONE_MS } });
    decideResume(account, 1, on('2026-10-06T00:00'));
    expect(runs(account)).toEqual([null, at('2026-12-01T00:00')]);
  });

  it('taken back in time leaves the account as it was, but for two numbers', () => {
    const account = taken(MONTHLY, '2026-10-01T00:00');
    const before = runs(account);
    decideEnd(account, { subscriptionId: 1, when: 'period_end' }, on('2026-10-10T00:00'));
    const { outcome } = decideResume(account, 1, on('2026-10-31T23:59'));
    expect(outcome).toMatchObject({ value: { kind: 'resumed', ends: null, endsAt: null } });
    expect(runs(account)).toEqual(before);
    expect(account.nextSequence).toBe(5);
  });

  it.each([
    ['too late', '2026-11-01T00:00', 'already_ended'],
    ['never', undefined, 'not_ending'],
  ] as const)('is not taken back %s', (_when, now, code) => {
    const account = taken(MONTHLY, '2026-10-01T00:00');
    if (now !== undefined)
      decideEnd(account, { subscriptionId: 1, when: 'period_end' }, on('2026-10-10T00:00'));
    const { outcome, subscriptionChanges } = decideResume(account, 1, on(now ?? '2026-10-10T00:00'));
    expect(outcome).toEqual({ ok: false, refusal: { code } });
    expect(subscriptionChanges).toEqual([]);
  });
});
