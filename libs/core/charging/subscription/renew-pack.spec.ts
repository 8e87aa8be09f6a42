import { at } from '../../../../test/support/core-catalogue';
import { Subscriber, versionIdOf } from '../../../../test/support/core-subscriptions';
import type { BeginOfRenewal, SubscriptionAction } from './subscription-change';

const START = at('2026-10-01T09:00');
const END = at('2026-10-31T09:00');
const renewal = (cycle: number, begins: BeginOfRenewal, plan = 'pack'): SubscriptionAction => ({
  kind: 'renewed',
  cycle,
  begins,
  planVersionId: versionIdOf(plan),
  channel: 'shop',
});

function holder(): Subscriber {
  const one = new Subscriber();
  one.order('pack', START);
  return one;
}

describe('the renewal of a pack', () => {
  it.each([
    ['append', at('2026-10-10T00:00'), END, at('2026-11-30T09:00'), at('2026-11-30T09:00')],
    [
      'append',
      at('2026-11-05T00:00'),
      at('2026-11-05T00:00'),
      at('2026-12-05T00:00'),
      at('2026-12-05T00:00'),
    ],
    ['stack', at('2026-10-10T00:00'), at('2026-10-10T00:00'), at('2026-11-09T00:00'), at('2026-11-09T00:00')],
  ] as const)('%s', (begins, now, effectiveAt, expiresAt, endsAt) => {
    const one = holder();
    const { outcome, newGrants } = one.change(1, renewal(2, begins), now);
    expect(outcome).toMatchObject({ value: { kind: 'renewed', sequence: 3, cycle: 2, begins, endsAt } });
    expect(newGrants.map(({ grant }) => grant)).toMatchObject([
      { number: 4, cycle: 2, origin: 'renewal', channel: 'shop', effectiveAt, expiresAt },
    ]);
  });

  it('that is stacked does not bring the end nearer', () => {
    const one = holder();
    one.change(1, renewal(2, 'append'), START + 1);
    one.change(1, renewal(3, 'stack'), START + 2);
    expect(one.account.subscriptions[0]?.endsAt).toBe(at('2026-11-30T09:00'));
  });

  it.each([
    ['the cycle that there is', 1, renewal(1, 'append'), 'not_the_next_cycle'],
    ['one after the next', 1, renewal(3, 'append'), 'not_the_next_cycle'],
    ['another plan', 1, renewal(2, 'append', 'small'), 'not_a_pack'],
    ['a package', 3, renewal(2, 'append'), 'not_a_pack'],
    ['nothing', 9, renewal(2, 'append'), 'unknown_subscription'],
  ] as const)('is not of %s', (_what, id, action, code) => {
    const one = holder();
    expect(one.order('small', START)).toBe(3);
    expect(one.change(id, action, START).outcome).toEqual({ ok: false, refusal: { code } });
  });
});
