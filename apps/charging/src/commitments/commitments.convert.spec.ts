import { commitmentsOf } from './commitments.convert';

type Commitments = Parameters<typeof commitmentsOf>[1];

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-15T00:00:00Z');

const NOTHING = {
  committed: 0n,
  consumed: 0n,
  shortfall: 0n,
  makeUpGranted: 0n,
  makeUpUsed: 0n,
  makeUpLapsed: 0n,
  makeUpLeft: 0n,
  usageGross: 0n,
  shortfallGross: 0n,
};

/** Four periods of ten days: two that are over, the running one, and one to come. */
const periods = [-20, -10, 0, 10].map((days, index) => ({
  ...NOTHING,
  period: index + 1,
  startsAt: NOW + days * DAY,
  endsAt: NOW + (days + 10) * DAY,
  isDone: index === 0,
}));

const statesOf = (mode: Commitments[number]['mode'], asked: object = {}): string[] =>
  commitmentsOf('alice', [{ subscriptionId: 1, plan: 'p', mode, periods }], asked, NOW).commitments.flatMap(
    (one) => one.periods.map(({ state }) => state),
  );

describe('the state of a period', () => {
  it('is open from when it begins until it is settled', () => {
    expect(statesOf('take_or_pay')).toEqual(['closed', 'open', 'open', 'to_come']);
    expect(statesOf('spend')).toEqual(['closed', 'open', 'open', 'to_come']);
  });

  it('of what is prepaid is to come until it is granted', () => {
    expect(statesOf('prepaid')).toEqual(['granted', 'to_come', 'to_come', 'to_come']);
  });

  it('is what one may ask for', () => {
    expect(statesOf('spend', { state: 'to_come' })).toEqual(['to_come']);
  });
});
