import { at } from '../../../../test/support/core-catalogue';
import { Subscriber, versionIdOf } from '../../../../test/support/core-subscriptions';
import { renewAhead } from '../order';
import { LOG } from '../../../../test/support/core-subscriptions';
import type { EndOfSubscription, SubscriptionAction } from './subscription-change';

const to = (plan: string, when: EndOfSubscription): SubscriptionAction => ({
  kind: 'plan_changed',
  when,
  planVersionId: versionIdOf(plan),
  channel: 'shop',
});
const CANCEL: SubscriptionAction = { kind: 'plan_change_cancelled' };
const START = at('2026-09-02T00:00');
const TWELFTH = at('2026-09-12T10:30');
const CYCLE_END = at('2026-10-02T00:00');
const YUAN = 1_000_000_000_000n;

function subscriber(plan: string, startsAt = START): Subscriber {
  const one = new Subscriber();
  one.order(plan, startsAt);
  return one;
}
const grantsOf = ({ account }: Subscriber) =>
  account.grants
    .toSorted((a, b) => a.number - b.number)
    .map(({ number, subscriptionId, cycle, quantityMilli, priceGross, effectiveAt, expiresAt, origin }) => [
      number,
      subscriptionId,
      cycle,
      quantityMilli / 1000n,
      (priceGross * 100n) / YUAN,
      effectiveAt,
      expiresAt,
      origin,
    ]);

describe('a change of plan', () => {
  it('at once sells the difference for the days that are left, as the vendor works it out', () => {
    const one = subscriber('small');
    // 4 yuan and 25,000 tokens more, for 20 of 30 days: 2.67 yuan, and 16,666.7 tokens rounded up.
    const { outcome, newGrants } = one.change(1, to('big', 'now'), TWELFTH);
    expect(outcome).toMatchObject({ value: { sequence: 3, successorId: 4, endsAt: CYCLE_END, ends: 'now' } });
    expect(newGrants).toHaveLength(1);
    expect(grantsOf(one).at(-1)).toEqual([5, 4, 0, 16_667n, 267n, TWELFTH, CYCLE_END, 'plan_change']);
  });

  it.each([
    // 20 of the 30 days from the second to the second, rounded down.
    ['actual', 16_666n, 267n],
  ])('takes the denominator and the rounding of the plan %s', (plan, tokens, fen) => {
    const one = subscriber('small');
    one.change(1, to(plan, 'now'), TWELFTH);
    expect(grantsOf(one).at(-1)?.slice(3, 5)).toEqual([tokens, fen]);
  });

  it('at its end sells nothing until then; the other one goes on with the same day', () => {
    const one = subscriber('big');
    const { newGrants } = one.change(1, to('small', 'period_end'), TWELFTH);
    expect(newGrants).toEqual([]);
    const [old, next] = one.account.subscriptions;
    expect(old).toMatchObject({ endsAt: CYCLE_END, nextCycleAt: null });
    expect(next).toMatchObject({ id: 4, follows: 1, anchorDay: 2, startsAt: CYCLE_END, channel: 'shop' });
    renewAhead([one.account], at('2026-11-02T00:00'), LOG.catalogue, LOG.months);
    expect(grantsOf(one).map((grant) => grant.slice(1, 4))).toEqual([
      [1, 1, 45_000n],
      [4, 1, 20_000n],
      [4, 2, 20_000n],
    ]);
  });

  it('of a base tariff gives way now, or with its month', () => {
    const now = subscriber('base');
    now.change(1, to('loyal', 'now'), TWELFTH);
    expect(now.account.subscriptions.map(({ startsAt, endsAt }) => [startsAt, endsAt])).toEqual([
      [START, TWELFTH],
      [TWELFTH, null],
    ]);
    const later = subscriber('base');
    later.change(1, to('loyal', 'period_end'), TWELFTH);
    expect(later.account.subscriptions[1]?.startsAt).toBe(at('2026-10-01T00:00'));
  });

  it.each([
    ['one that nobody has', 9, to('big', 'now'), 'unknown_subscription'],
    ['another role', 1, to('base', 'period_end'), 'another_role'],
    ['the same plan', 1, to('small', 'now'), 'same_plan'],
    ['another currency', 1, to('abroad', 'now'), 'other_currency'],
    ['fewer tokens, now', 1, to('calendar', 'now'), 'not_an_upgrade'],
    ['as many tokens for more, now', 1, to('dear', 'now'), 'not_an_upgrade'],
  ] as const)('to %s is refused, and nothing is done', (_what, id, action, code) => {
    const one = subscriber('small');
    const before = one.account.nextSequence;
    const { outcome, newGrants } = one.change(id, action, at('2026-12-05T00:00'));
    expect([outcome, newGrants, one.account.nextSequence]).toEqual([
      { ok: false, refusal: { code } },
      [],
      before,
    ]);
  });

  it.each([
    ['ends', [{ kind: 'ended', when: 'period_end' }], to('big', 'now'), 'already_ended'],
    ['is suspended', [{ kind: 'suspended' }], to('big', 'now'), 'suspended'],
    ['changes already', [to('big', 'period_end')], to('calendar', 'period_end'), 'change_is_planned'],
    ['changes, to be resumed', [to('big', 'period_end')], { kind: 'resumed' }, 'change_is_planned'],
    ['has begun the other plan', [to('big', 'now')], CANCEL, 'already_begun'],
    ['does not change', [], CANCEL, 'no_change_planned'],
    ['has dropped the change', [to('big', 'period_end'), CANCEL], CANCEL, 'no_change_planned'],
  ] as const)('of one that %s is refused', (_what, first, action, code) => {
    const one = subscriber('small');
    for (const before of first) expect(one.change(1, before, TWELFTH).outcome.ok).toBe(true);
    expect(one.change(1, action, TWELFTH).outcome).toEqual({ ok: false, refusal: { code } });
  });

  it('now is refused where the next cycle is granted already, and before the first day', () => {
    const ahead = subscriber('small');
    renewAhead([ahead.account], CYCLE_END, LOG.catalogue, LOG.months);
    const refusal = { code: 'granted_ahead' };
    expect(ahead.change(1, to('big', 'now'), TWELFTH).outcome).toEqual({ ok: false, refusal });
    const early = subscriber('small', TWELFTH);
    expect(early.change(1, to('big', 'now'), START).outcome).toMatchObject({
      refusal: { code: 'not_begun' },
    });
  });

  it('is cancelled before it begins: the old one runs on as if nothing had been', () => {
    const one = subscriber('small');
    const before = { ...one.account.subscriptions[0] };
    one.change(1, to('big', 'period_end'), TWELFTH);
    const { outcome } = one.change(1, CANCEL, TWELFTH);
    expect(outcome).toMatchObject({ value: { kind: 'plan_change_cancelled', successorId: 4, endsAt: null } });
    const [old, dropped] = one.account.subscriptions;
    expect(old).toEqual(before);
    expect(dropped).toMatchObject({ endsAt: CYCLE_END, startsAt: CYCLE_END, nextCycleAt: null });
    for (const action of [{ kind: 'resumed' }, { kind: 'ended', when: 'now' }] as const)
      expect(one.change(4, action, TWELFTH).outcome).toMatchObject({ refusal: { code: 'already_ended' } });
    expect(one.change(1, to('big', 'period_end'), TWELFTH).outcome.ok).toBe(true);
    const late = one.change(1, CANCEL, CYCLE_END);
    expect(late.outcome).toMatchObject({ refusal: { code: 'already_begun' } });
  });
});
