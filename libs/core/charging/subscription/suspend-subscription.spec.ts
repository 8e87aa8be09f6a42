import { at } from '../../../../test/support/core-catalogue';
import { LOG, Subscriber } from '../../../../test/support/core-subscriptions';
import { renewAhead } from '../order';

const SUSPEND = { kind: 'suspended' } as const;
const REACTIVATE = { kind: 'reactivated' } as const;
const START = at('2026-09-02T00:00');
const SUSPENDED = at('2026-09-20T12:00');

function suspended(plan: string): Subscriber {
  const one = new Subscriber();
  one.order(plan, START);
  expect(one.change(1, SUSPEND, SUSPENDED).outcome).toMatchObject({ value: { kind: 'suspended' } });
  return one;
}
const cyclesOf = ({ account }: Subscriber) =>
  account.grants
    .toSorted((a, b) => a.number - b.number)
    .map(({ number, cycle, quantityMilli, effectiveAt, expiresAt }) => [
      number,
      cycle,
      quantityMilli / 1000n,
      effectiveAt,
      expiresAt,
    ]);
const FIRST = [2, 1, 20_000n, START, at('2026-10-02T00:00')];

describe('a suspended subscription', () => {
  it('is granted nothing further; what is granted is drawn on', () => {
    const one = suspended('small');
    const due = renewAhead([one.account], at('2027-01-01T00:00'), LOG.catalogue, LOG.months);
    expect(due.newGrants).toEqual([]);
    const [charged] = one.call(at('2026-09-25T00:00'), { input: 500 }).charged;
    expect(charged?.drawnMilli).toBe(500_000n);
  });

  it('that goes on while its period runs has its cycles as they were', () => {
    const one = suspended('small');
    expect(one.change(1, REACTIVATE, at('2026-10-01T23:59')).newGrants).toEqual([]);
    renewAhead([one.account], at('2026-10-02T00:00'), LOG.catalogue, LOG.months);
    expect(cyclesOf(one)).toEqual([FIRST, [5, 2, 20_000n, at('2026-10-02T00:00'), at('2026-11-02T00:00')]]);
  });

  it('that goes on later begins then, with what is left of the running period by its days', () => {
    const one = suspended('small');
    const back = at('2026-11-23T09:00');
    const { outcome, newGrants } = one.change(1, REACTIVATE, back);
    expect(outcome).toMatchObject({ value: { kind: 'reactivated', sequence: 4 } });
    expect(newGrants).toHaveLength(1);
    // Nine days, to the second of December: 9 of 30, of 20,000.
    expect(cyclesOf(one)).toEqual([FIRST, [5, 2, 6_000n, back, at('2026-12-02T00:00')]]);
    expect(one.account.subscriptions[0]).toMatchObject({
      suspendedAt: null,
      nextCycleAt: at('2026-12-02T00:00'),
    });
  });

  it.each([
    ['a second time', 1, SUSPEND, 'already_suspended'],
    ['and is no pack', 4, SUSPEND, 'ends_by_itself'],
    ['nor one that was not', 6, REACTIVATE, 'not_suspended'],
    ['nor unknown', 99, SUSPEND, 'unknown_subscription'],
  ] as const)('is not suspended %s', (_what, id, action, code) => {
    const one = suspended('small');
    expect([one.order('pack', SUSPENDED), one.order('base', SUSPENDED)]).toEqual([4, 6]);
    expect(one.change(id, action, SUSPENDED).outcome).toEqual({ ok: false, refusal: { code } });
  });

  it('that ends meanwhile does not go on', () => {
    const one = suspended('small');
    one.change(1, { kind: 'ended', when: 'period_end' }, SUSPENDED);
    expect(one.account.subscriptions[0]?.endsAt).toBe(at('2026-10-02T00:00'));
    const outcome = one.change(1, REACTIVATE, at('2026-10-02T00:00')).outcome;
    expect(outcome).toMatchObject({ refusal: { code: 'already_ended' } });
  });

  it('is one that has begun', () => {
    const one = new Subscriber();
    one.order('base', SUSPENDED);
    expect(one.change(1, SUSPEND, START).outcome).toMatchObject({ refusal: { code: 'not_begun' } });
  });
});
