import { accountCodes, population, type DemoPlans } from './population';

const plans: DemoPlans = {
  base: 'base',
  personal10M: 'personal-10m',
  personal40M: 'personal-40m',
  developer15M: 'developer-15m',
  entryPack: 'entry',
  trial: 'trial',
  consumerSegment: 'consumer',
  developerSegment: 'developer',
};
const monthStart = Date.parse('2026-10-01T00:00:00+08:00');
const accounts = population({ accounts: accountCodes(200), plans, monthStart, zone: 'Asia/Shanghai' });
const codesOf = (index: number): string[] => accounts[index]?.plans.map(({ planCode }) => planCode) ?? [];

describe('the population of the demo', () => {
  it('gives each account the base tariff from the first instant', () => {
    expect(accounts).toHaveLength(200);
    for (const { plans: held } of accounts)
      expect(held[0]).toEqual({ planCode: 'base', startsAt: monthStart });
  });

  it('gives the heaviest next to nothing', () => {
    for (const index of [0, 1, 2, 3]) expect(codesOf(index)).toEqual(['base', 'trial', 'entry']);
  });

  it.each([
    ['personal-10m', 79],
    ['personal-40m', 20],
    ['developer-15m', 39],
    ['entry', 63],
    ['trial', 43],
  ])('sells %s to %p of 200', (code, holders) => {
    const held = accounts.filter((account) => account.plans.some(({ planCode }) => planCode === code));
    expect(held).toHaveLength(holders);
  });

  it('leaves some with the base tariff alone', () => {
    expect(accounts.filter((account) => account.plans.length === 1)).toHaveLength(19);
  });

  it('sells each ladder to its own segment, never twice to one account', () => {
    for (const { plans: held, segment } of accounts) {
      const codes = held.map(({ planCode }) => planCode);
      expect(new Set(codes).size).toBe(codes.length);
      expect(codes.some((code) => code.startsWith('developer'))).toBe(segment === 'developer');
      expect(codes.some((code) => code.startsWith('personal')) && segment === 'developer').toBe(false);
    }
  });

  it('lets some begin on the eighth', () => {
    const late = accounts.filter(({ plans: held }) => held.some(({ startsAt }) => startsAt !== monthStart));
    expect(late).toHaveLength(19);
    expect(late[0]?.plans[1]?.startsAt).toBe(Date.parse('2026-10-08T00:00:00+08:00'));
  });

  it('numbers codes so that they sort', () => {
    expect(accountCodes(3)).toEqual(['demo-00001', 'demo-00002', 'demo-00003']);
    expect([...accountCodes(1_200)].sort()).toEqual(accountCodes(1_200));
  });
});
