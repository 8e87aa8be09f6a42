import {
  accountOf,
  at,
  contentOf,
  monthsOf,
  planOf,
  ruleOf,
  versionOf,
} from '../../../test/support/core-catalogue';
import type { FirstPeriod, Plan } from '../catalogue';
import { formatYuan } from '../kernel';
import type { AccountState, GrantState } from './account-state';
import { compileCatalogue } from './compile-catalogue';
import type { ChargeDecision } from './decision';
import { newSubscription } from './new-subscription';
import { renewAhead, takeUp } from './order';

/** Ten million tokens a month for 9.9 yuan. */
const MONTHLY = planOf({
  code: 'plan',
  role: 'package',
  price: '9.90',
  allowance: { tokens: 10_000_000, models: ['*'], source: 'allowance' },
});
const PACK = {
  role: 'pack',
  validityDays: 30,
  allowance: { tokens: 500, models: ['*'], source: 'pack' },
} as const;

interface Taken {
  readonly account: AccountState;
  readonly decision: ChargeDecision;
}

const catalogueOf = (own: Partial<Plan>) =>
  compileCatalogue(
    contentOf({
      plan: [versionOf(1, 'plan', { ...MONTHLY, ...own })],
      split_rule: [versionOf(2, 'default', ruleOf('default'))],
      coefficient_table: [
        versionOf(3, 'rates', { code: 'rates', rows: [] }),
        versionOf(
          4,
          'rates',
          { code: 'rates', rows: [{ model: '*', class: '*', coefficient: '2' }] },
          at('2026-11-01T00:00'),
        ),
      ],
    }),
  );

function order(own: Partial<Plan>, startsAt: string, now = startsAt, account = accountOf()): Taken {
  const catalogue = catalogueOf(own);
  const taken = newSubscription(account, catalogue.plan(1), at(startsAt), null);
  return { account, decision: takeUp(account, taken, at(now), catalogue, monthsOf()) };
}
const shown = ({ number, effectiveAt, expiresAt, quantityMilli, priceGross, priceNet }: GrantState): string =>
  [
    number,
    local(effectiveAt),
    local(expiresAt as number),
    quantityMilli / 1000n,
    formatYuan(priceGross),
    formatYuan(priceNet),
  ].join(' ');
const local = (instant: number): string => new Date(instant + 8 * 3_600_000).toISOString().slice(0, 16);
const grants = ({ account }: Taken): string[] => account.grants.map(shown);

describe('the first period of a package', () => {
  it.each<[string, FirstPeriod['denominator'], FirstPeriod['allowanceRounding'], string, string, string]>([
    // 16 of October's 31 days: 16 / 31, and 16 × 12 / 365 of the yearly rate
    ['2026-10-16T00:00', 'actual', 'down', '5161290', '5.11', '4.82'],
    ['2026-10-16T00:00', 'thirty', 'down', '5333333', '5.28', '4.98'],
    ['2026-10-16T00:00', 'yearly', 'down', '5260273', '5.21', '4.92'],
    ['2026-10-16T00:00', 'yearly', 'up', '5260274', '5.21', '4.92'],
    // 15 of November's 30
    ['2026-11-16T12:30', 'yearly', 'down', '4931506', '4.88', '4.6'],
    ['2026-11-16T12:30', 'actual', 'down', '5000000', '4.95', '4.67'],
    // 30 of October's 31 are a month of thirty already, and nothing is more than a whole
    ['2026-10-02T00:00', 'thirty', 'up', '10000000', '9.9', '9.34'],
    // The last day
    ['2026-10-31T23:59', 'yearly', 'up', '328768', '0.33', '0.31'],
  ])(
    'from %s by %s days, rounded %s, grants %s tokens for %s yuan',
    (startsAt, denominator, allowanceRounding, tokens, gross, net) => {
      const firstPeriod = { mode: 'prorated', denominator, allowanceRounding } as const;
      const [first] = grants(order({ firstPeriod }, startsAt));
      const end = startsAt.startsWith('2026-10') ? '2026-11-01T00:00' : '2026-12-01T00:00';
      expect(first).toBe(`2 ${startsAt} ${end} ${tokens} ${gross} ${net}`);
    },
  );

  it('charges nothing for days too few for a whole token', () => {
    const firstPeriod = { mode: 'prorated', denominator: 'actual', allowanceRounding: 'down' } as const;
    const allowance = { tokens: 20, models: ['*'], source: 'allowance' } as const;
    const { account } = order({ firstPeriod, allowance }, '2026-10-31T00:00');
    expect(account.grants.map((grant) => [grant.quantityMilli, grant.priceGross])).toEqual([[0n, 0n]]);
  });

  it('is whole where the plan says so, or from its first instant; a minute on it is 30 days of a yearly rate', () => {
    const firstPeriod = { mode: 'prorated', denominator: 'yearly', allowanceRounding: 'down' } as const;
    expect(grants(order({}, '2026-11-16T00:00'))).toEqual([
      '2 2026-11-16T00:00 2026-12-01T00:00 10000000 9.9 9.34',
    ]);
    expect(grants(order({ firstPeriod }, '2026-11-01T00:00'))).toEqual([
      '2 2026-11-01T00:00 2026-12-01T00:00 10000000 9.9 9.34',
    ]);
    expect(grants(order({ firstPeriod }, '2026-11-01T00:01'))).toEqual([
      '2 2026-11-01T00:01 2026-12-01T00:00 9863013 9.76 9.21',
    ]);
  });

  it('is whole from the day of the order, which later cycles keep as far as their months have it', () => {
    const own = {
      cycleAnchor: 'order_day',
      firstPeriod: { ...MONTHLY.firstPeriod, mode: 'prorated' },
    } as const;
    expect(grants(order(own, '2026-12-31T09:00', '2027-04-01T00:00'))).toEqual([
      '2 2026-12-31T09:00 2027-01-31T00:00 10000000 9.9 9.34',
      '3 2027-01-31T00:00 2027-02-28T00:00 10000000 9.9 9.34',
      '4 2027-02-28T00:00 2027-03-31T00:00 10000000 9.9 9.34',
      '5 2027-03-31T00:00 2027-04-30T00:00 10000000 9.9 9.34',
    ]);
  });
});

describe('taking up a plan', () => {
  it('books the sale net of its tax, and the tokens, in the month of the cycle', () => {
    const { decision } = order({}, '2026-10-01T00:00');
    expect(
      decision.journals.map((one) => `${one.accountingMonth} ${one.asset} ${one.account} ${one.amount}`),
    ).toEqual([
      '2026-10 CNY receivable 9900000000000',
      '2026-10 CNY deferred_revenue -9340000000000',
      '2026-10 CNY tax_payable -560000000000',
      '2026-10 TOKEN token_balance 10000000000',
      '2026-10 TOKEN token_issued -10000000000',
    ]);
    expect(decision.movements).toEqual([
      {
        accountId: 1,
        sequence: 2,
        grantNumber: 2,
        kind: 'issued',
        at: at('2026-10-01T00:00'),
        milliTokens: 10_000_000_000n,
      },
    ]);
    expect(decision.newGrants.map(({ accountId, grant }) => [accountId, grant.number])).toEqual([[1, 2]]);
    expect(decision.rollups).toEqual([]);
  });

  it('that begins later grants its first cycle ahead', () => {
    expect(grants(order({}, '2026-12-01T00:00', '2026-10-01T00:00'))).toEqual([
      '2 2026-12-01T00:00 2027-01-01T00:00 10000000 9.9 9.34',
    ]);
  });

  it.each<[string, Partial<Plan>, readonly string[]]>([
    [
      'a pack grants whole, for local days from the instant on',
      { ...PACK, price: '3' },
      ['2 2026-10-16T10:00 2026-11-15T10:00 500 3 2.83'],
    ],
    [
      'a trial grants whole, for nothing',
      { ...PACK, role: 'trial', validityDays: 15, price: '0' },
      ['2 2026-10-16T10:00 2026-10-31T10:00 500 0 0'],
    ],
    ['a base tariff grants nothing', { role: 'base' }, []],
  ])('%s', (_what, own, expected) => {
    const taken = order(own, '2026-10-16T10:00', '2027-10-16T10:00');
    expect(grants(taken)).toEqual(expected);
    expect(taken.account.subscriptions).toMatchObject([{ id: 1, nextCycle: 1, nextCycleAt: null }]);
  });

  it.each<[Plan['coefficients'], bigint, number | null]>([
    ['at_issue', 1000n, 3],
    ['follow', 2000n, null],
  ])('keeps the coefficients by “%s”', (coefficients, later, version) => {
    const { account } = order({ ...PACK, coefficientTable: 'rates', coefficients }, '2026-10-16T10:00');
    const [grant] = account.grants;
    expect(grant?.coefficients('m', 'input', at('2026-10-31T23:59'))).toBe(1000n);
    expect(grant?.coefficients('m', 'input', at('2026-11-01T00:00'))).toBe(later);
    expect(grant?.coefficientVersionId).toBe(version);
  });

  it('puts the grant where it is burnt, by the plan’s priority or by that of its source', () => {
    const { account } = order(
      { allowance: { tokens: 1, models: ['*'], source: 'allowance' } },
      '2026-10-01T00:00',
    );
    order({ ...PACK }, '2026-10-01T00:00', '2026-10-01T00:00', account);
    order(
      { ...PACK, role: 'trial', allowance: { ...PACK.allowance, source: 'trial' } },
      '2026-10-01T00:00',
      '2026-10-01T00:00',
      account,
    );
    order(
      { ...PACK, allowance: { ...PACK.allowance, priority: 15 } },
      '2026-10-01T00:00',
      '2026-10-01T00:00',
      account,
    );
    expect(account.grants.map((one) => `${one.number} at ${one.priority}`)).toEqual([
      '6 at 10',
      '8 at 15',
      '2 at 20',
      '4 at 30',
    ]);
  });

  it('renews ahead what other plans of the account have due', () => {
    const { account } = order({}, '2026-10-01T00:00');
    const { decision } = order({ ...PACK }, '2026-10-05T00:00', '2026-11-02T00:00', account);
    expect(
      decision.newGrants.map(({ grant }) => `${grant.plan.body.role} ${local(grant.effectiveAt)}`),
    ).toEqual(['pack 2026-10-05T00:00', 'package 2026-11-01T00:00']);
    expect(renewAhead([account], at('2026-11-30T23:59'), catalogueOf({}), monthsOf()).newGrants).toEqual([]);
    expect(renewAhead([account], at('2026-12-01T00:00'), catalogueOf({}), monthsOf()).newGrants).toHaveLength(
      1,
    );
  });
});
