import { accountOf, at, planOf, versionOf } from '../../../test/support/core-catalogue';
import type { SubscriptionState } from './account-state';
import { inAnotherCurrency } from './other-currency';

const [JUNE, JULY, AUGUST] = [at('2026-06-01T00:00'), at('2026-07-01T00:00'), at('2026-08-01T00:00')];
const taken = (currency: string, startsAt: number, endsAt: number | null): SubscriptionState => ({
  id: 1,
  plan: versionOf(1, `plan-${currency}`, planOf({ code: `plan-${currency}`, role: 'base', currency })),
  channel: null,
  startsAt,
  endsAt,
  anchorDay: 1,
  nextCycle: 1,
  nextCycleAt: null,
  suspendedAt: null,
  follows: null,
  pricePins: [],
  isNew: false,
  isChanged: false,
});

it.each<[string, SubscriptionState, string | undefined]>([
  ['beside yuan, yuan', taken('CNY', JUNE, null), undefined],
  ['beside yuan, dollars', taken('USD', JUNE, null), 'plan-CNY'],
  ['dollars until yuan begin', taken('USD', JUNE - 1, JUNE), undefined],
  ['dollars until a moment later', taken('USD', JUNE - 1, JUNE + 1), 'plan-CNY'],
  ['dollars when yuan have ended', taken('USD', AUGUST, null), undefined],
  ['dollars in the last moment of yuan', taken('USD', AUGUST - 1, null), 'plan-CNY'],
])('%s', (_what, one, other) =>
  expect(inAnotherCurrency(accountOf({ subscriptions: [taken('CNY', JUNE, AUGUST)] }), one)).toBe(other),
);

it('asks for grants that outlive their subscription', () => {
  const ended = taken('CNY', JUNE, JULY);
  const account = {
    subscriptions: [ended],
    grants: [{ plan: ended.plan, effectiveAt: JUNE, expiresAt: AUGUST }],
  };
  expect(inAnotherCurrency(account, taken('USD', JULY, null))).toBe('plan-CNY');
  expect(inAnotherCurrency(account, taken('USD', AUGUST, null))).toBeUndefined();
});
