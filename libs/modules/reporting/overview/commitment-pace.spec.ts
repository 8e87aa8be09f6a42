import { paceAt } from './commitment-pace';

const period = (committed: bigint, consumed: bigint) => ({
  ...{ period: 1, startsAt: 1_000, endsAt: 2_000, committed, consumed, isDone: false },
  ...{ shortfall: 0n, makeUpGranted: 0n, makeUpUsed: 0n, makeUpLapsed: 0n, makeUpLeft: 0n },
  ...{ usageGross: 0n, shortfallGross: 0n },
});

describe('the pace of a commitment', () => {
  it.each([
    ['at its beginning', 100n, 0n, 1_000, [0n, 0n, false]],
    ['as far as its time', 100n, 50n, 1_500, [5_000n, 5_000n, false]],
    ['a little less', 1_000n, 401n, 1_500, [4_010n, 5_000n, false]],
    ['behind by a tenth', 1_000n, 400n, 1_500, [4_000n, 5_000n, true]],
    ['more than all', 100n, 250n, 1_999, [25_000n, 9_990n, false]],
    ['nothing promised', 0n, 0n, 1_999, [10_000n, 9_990n, false]],
  ])('%s', (_what, committed, consumed, now, expected) => {
    const status = { plan: 'p', mode: 'spend' as const, subscriptionId: 1 };
    const pace = paceAt('a', { ...status, periods: [period(committed, consumed)] }, now);
    expect([pace?.used, pace?.elapsed, pace?.isBehind]).toEqual(expected);
  });

  it.each([999, 2_000])('is none at %i, outside of its periods', (now) => {
    const status = { plan: 'p', mode: 'spend' as const, subscriptionId: 1 };
    expect(paceAt('a', { ...status, periods: [period(1n, 1n)] }, now)).toBeUndefined();
  });
});
