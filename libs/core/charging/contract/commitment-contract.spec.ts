import type { CommitmentTerms, Plan } from '../../catalogue';
import { accountOf, at, versionOf } from '../../../../test/support/core-catalogue';
import { committedPlan, SPEND, TAKE_OR_PAY } from '../../../../test/support/core-contract';
import { formatInstant, parseYuan } from '../../kernel';
import { overlappingCommitment } from './account-commitments';
import { contractOf, prepaidOf } from './commitment-contract';
import { newSubscription } from '../new-subscription';

const PARTLY: Plan['firstPeriod'] = { mode: 'prorated', denominator: 'actual', allowanceRounding: 'down' };

const taken = (terms: CommitmentTerms, startsAt: string, own: Partial<Plan> = {}, zone = 'Asia/Shanghai') => {
  const plan = versionOf(1, 'contract', committedPlan('contract', terms, { firstPeriod: PARTLY, ...own }));
  const account = accountOf({ zone });
  return { subscription: newSubscription(account, plan, Date.parse(startsAt), null), zone };
};
const read = (...args: Parameters<typeof taken>) => {
  const { subscription, zone } = taken(...args);
  return contractOf(subscription, zone);
};
const bounds = (...args: Parameters<typeof taken>): string[] => {
  const { periods } = read(...args);
  expect(periods.slice(1).map(({ start }) => start)).toEqual(periods.slice(0, -1).map(({ end }) => end));
  return [...periods.map(({ start }) => start), periods.at(-1)?.end ?? 0].map(formatInstant);
};
const committed = (...args: Parameters<typeof taken>): bigint | undefined => {
  const { terms } = read(...args);
  return terms.metric === 'tokens' ? terms.committedTokens[0] : terms.committedPico[0];
};
const quarters: CommitmentTerms = {
  ...TAKE_OR_PAY,
  periodMonths: 3,
  periods: TAKE_OR_PAY.periods.slice(0, 2),
};

describe('the periods of a contract', () => {
  it('run from the first of the month, the first from the order', () => {
    expect(bounds(quarters, '2026-01-20T09:00:00+08:00')).toEqual([
      '2026-01-20T01:00:00Z',
      '2026-03-31T16:00:00Z',
      '2026-06-30T16:00:00Z',
    ]);
  });

  it('run from the day of the order where the plan says so, the last of a shorter month', () => {
    const own = { cycleAnchor: 'order_day' } as const;
    expect(
      bounds({ ...TAKE_OR_PAY, periods: TAKE_OR_PAY.periods.slice(0, 3) }, '2026-01-31T09:00:00+08:00', own),
    ).toEqual([
      '2026-01-31T01:00:00Z',
      '2026-02-27T16:00:00Z',
      '2026-03-30T16:00:00Z',
      '2026-04-29T16:00:00Z',
    ]);
  });

  it('end the subscription with the last, and are closed a lateness window after they end', () => {
    expect(taken(quarters, '2026-01-01T00:00:00+08:00').subscription).toMatchObject({
      endsAt: at('2026-07-01T00:00'),
      nextCycle: 1,
      nextCycleAt: at('2026-04-03T00:00'),
    });
  });
});

describe('what the first period promises', () => {
  it.each<[string, CommitmentTerms, string, Partial<Plan>, bigint]>([
    ['all of a whole month', TAKE_OR_PAY, '2026-01-01T15:00:00+08:00', {}, 10_000_000n],
    ['16 of 31 days, down to a token', TAKE_OR_PAY, '2026-01-16T00:00:00+08:00', {}, 5_161_290n],
    [
      '40 of 59 days of two months',
      { ...quarters, periodMonths: 3 },
      '2026-02-20T00:00:00+08:00',
      {},
      7_865_168n,
    ],
    ['one of 28 days', TAKE_OR_PAY, '2026-02-28T23:59:59+08:00', {}, 357_142n],
    [
      'all, from the day of the order',
      TAKE_OR_PAY,
      '2026-01-16T15:00:00+08:00',
      { cycleAnchor: 'order_day' },
      10_000_000n,
    ],
    [
      'all, where the plan says so',
      TAKE_OR_PAY,
      '2026-01-16T00:00:00+08:00',
      { firstPeriod: { ...PARTLY, mode: 'full' } },
      10_000_000n,
    ],
    ['16 of 31 days of a spend, down to the fen', SPEND, '2026-01-16T00:00:00+08:00', {}, parseYuan('51.61')],
  ])('is %s', (_what, terms, startsAt, own, expected) => {
    expect(committed(terms, startsAt, own)).toBe(expected);
  });

  it('counts local days', () => {
    expect(committed(TAKE_OR_PAY, '2026-01-16T06:00:00Z', {}, 'America/New_York')).toBe(5_161_290n);
    expect(committed(TAKE_OR_PAY, '2026-01-16T06:00:00Z', {}, 'America/Los_Angeles')).toBe(5_483_870n);
  });
});

describe('a prepaid period', () => {
  const prepaid: CommitmentTerms = {
    mode: 'prepaid',
    models: ['*'],
    pricePerMillion: '0.000005',
    periodMonths: 1,
    periods: [{ committed: '1000000000' }, { committed: '3000000000' }],
  };

  it.each([
    ['half a fen up', 0, { tokens: 1_000_000_000n, grossFen: 1n }],
    ['one and a half up', 1, { tokens: 3_000_000_000n, grossFen: 2n }],
  ])('costs its tokens at the price: %s', (_what, period, expected) => {
    expect(prepaidOf(read(prepaid, '2026-01-01T00:00:00+08:00'), period)).toEqual(expected);
  });
});

describe('a second commitment', () => {
  const first = taken(TAKE_OR_PAY, '2026-01-01T00:00:00+08:00').subscription;
  const account = accountOf({ subscriptions: [first] });
  const isRefused = (terms: CommitmentTerms, startsAt: string): boolean =>
    overlappingCommitment(account, taken(terms, startsAt).subscription) === first;

  it.each<[string, CommitmentTerms, string, boolean]>([
    ['of the same model', TAKE_OR_PAY, '2026-04-30T00:00:00+08:00', true],
    [
      'of the same model, by another name',
      { ...SPEND, models: ['kimi', '*-5'] },
      '2026-03-01T00:00:00+08:00',
      true,
    ],
    ['that begins before and lasts into it', SPEND, '2025-12-01T00:00:00+08:00', true],
    ['of another model', { ...SPEND, models: ['kimi'] }, '2026-01-01T00:00:00+08:00', false],
    ['after its end', TAKE_OR_PAY, '2026-05-01T00:00:00+08:00', false],
    ['before its beginning', SPEND, '2025-11-01T00:00:00+08:00', false],
  ])('%s', (_what, terms, startsAt, expected) => {
    expect(isRefused(terms, startsAt)).toBe(expected);
  });

  it('may be prepaid: that is a grant', () => {
    const { shortfallPercent: _percent, ...rest } = SPEND;
    expect(isRefused({ ...rest, mode: 'prepaid', pricePerMillion: '1' }, '2026-01-01T00:00:00+08:00')).toBe(
      false,
    );
  });
});
