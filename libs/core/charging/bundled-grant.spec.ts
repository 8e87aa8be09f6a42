import {
  accountOf,
  at,
  contentOf,
  monthsOf,
  planOf,
  ruleOf,
  versionOf,
} from '../../../test/support/core-catalogue';
import type { Plan } from '../catalogue';
import { formatYuan } from '../kernel';
import { imbalance } from '../ledger';
import type { AccountState } from './account-state';
import { compileCatalogue } from './compile-catalogue';
import type { ChargeDecision } from './decision';
import { decideChange } from './subscription/decide-change';
import { newSubscription } from './new-subscription';
import { renewAhead, takeUp } from './order';
import { AccountReplay } from './replay/replay-account';

const allowance = { tokens: 1_000, models: ['*'], source: 'allowance' } as const;
const SUITE = planOf({
  code: 'suite',
  role: 'package',
  price: '99.00',
  allowance,
  bundle: {
    parts: [
      { code: 'host', name: 'host', kind: 'product', standAlonePrice: '40.00' },
      { code: 'tokens', name: 'tokens', kind: 'tokens', standAlonePrice: '60.00' },
      { code: 'disk', name: 'disk', kind: 'product', standAlonePrice: '20.00' },
    ],
  },
});
const BOOST = planOf({
  code: 'boost',
  role: 'package',
  price: '1.00',
  allowance,
  eligibility: { holds: ['suite'] },
});
const months = monthsOf();

const catalogueOf = (...plans: Plan[]) =>
  compileCatalogue(
    contentOf({
      plan: plans.map((plan, index) => versionOf(index + 1, plan.code, plan)),
      split_rule: [versionOf(9, 'default', ruleOf('default'))],
    }),
  );

/** Takes up every plan of the shop on a day, in their order. */
function taken(startsAt: string, ...plans: Plan[]) {
  const catalogue = catalogueOf(...plans);
  const account = accountOf();
  const decisions = plans.map((_, index) => {
    const subscription = newSubscription(account, catalogue.plan(index + 1), at(startsAt), 'shop');
    return takeUp(account, subscription, at(startsAt), catalogue, months);
  });
  return { account, catalogue, decisions };
}

const sold = ({ newGrants, fees }: ChargeDecision): string[] => [
  ...newGrants.map(({ grant }) => `${formatYuan(grant.priceGross)} ${formatYuan(grant.priceNet)}`),
  ...fees.map(({ part, gross, net }) => `${part} ${formatYuan(gross)} ${formatYuan(net)}`),
];

describe('a bundle that is issued', () => {
  it.each<[string, Partial<Plan>, string, readonly string[]]>([
    ['shares its price', {}, '2026-10-01T00:00', ['49.5 46.7', 'host 33 31.13', 'disk 16.5 15.57']],
    [
      'prorates it first: 15 of 31 days are 47.90, of which the host has the fen that is missing',
      { firstPeriod: { ...SUITE.firstPeriod, mode: 'prorated' } },
      '2026-10-17T00:00',
      ['23.95 22.59', 'host 15.97 15.07', 'disk 7.98 7.53'],
    ],
    ['shares a fen', { price: '0.01' }, '2026-10-01T00:00', ['0.01 0.01', 'host 0 0', 'disk 0 0']],
    [
      'once, as a pack',
      { role: 'pack', validityDays: 30, allowance: { ...allowance, source: 'pack' } },
      '2026-10-17T00:00',
      ['49.5 46.7', 'host 33 31.13', 'disk 16.5 15.57'],
    ],
  ])('%s', (_, own, startsAt, expected) => {
    const { decisions } = taken(startsAt, { ...SUITE, ...own });
    expect(sold(decisions[0] as ChargeDecision)).toEqual(expected);
    expect(imbalance(decisions[0]?.journals ?? []).size).toBe(0);
  });

  it('books its fees as revenue of the month at once, the operator’s, with the tax of each', () => {
    const [decision] = taken('2026-10-01T00:00', SUITE).decisions;
    const booked = Object.fromEntries(
      (decision?.journals ?? []).map(({ account, amount }) => [account, formatYuan(amount)]),
    );
    expect(booked).toMatchObject({
      receivable: '99',
      deferred_revenue: '-46.7',
      fee_revenue: '-46.7',
      tax_payable: '-5.6',
    });
    const fees = (decision?.rollups ?? []).filter(({ kind }) => kind === 'fee');
    expect(
      fees.map(({ gross, net, model, usageMonth, channel, paid }) => [
        gross,
        net,
        model,
        usageMonth,
        channel,
        paid,
      ]),
    ).toEqual([[49_500_000_000_000n, 46_700_000_000_000n, null, '2026-10', 'shop', true]]);
    expect(fees[0]).toMatchObject({ records: 0, drawnMilli: 0n, vendorCost: 0n, computeCost: 0n });
  });
});

describe('an addition to another plan', () => {
  const ended = (): { account: AccountState; lapses: ChargeDecision['lapses'] } => {
    const { account, catalogue } = taken('2026-10-05T00:00', SUITE, BOOST);
    const end = { kind: 'ended', when: 'period_end' } as const;
    decideChange(account, 1, end, { catalogue, months, now: at('2026-10-20T00:00') });
    const { lapses, newGrants } = renewAhead([account], at('2027-01-01T00:00'), catalogue, months);
    expect(newGrants).toEqual([]);
    return { account, lapses };
  };

  it('ends where its next cycle would begin and nothing runs that it was added to', () => {
    const { account, lapses } = ended();
    // 1 and 3 are the orders, 2 and 4 their grants, 5 is the end.
    const endsAt = at('2026-11-01T00:00');
    expect(lapses).toEqual([{ accountId: 1, sequence: 6, subscriptionId: 3, endsAt }]);
    expect(account.subscriptions[1]).toMatchObject({ endsAt, nextCycleAt: null, nextCycle: 2 });
    expect(account.nextSequence).toBe(7);
  });

  it('goes on beside a plan that does', () => {
    const { account, catalogue } = taken('2026-10-05T00:00', SUITE, BOOST);
    const { lapses, newGrants } = renewAhead([account], at('2026-12-01T00:00'), catalogue, months);
    expect(lapses).toEqual([]);
    expect(newGrants.map(({ grant }) => grant.subscriptionId)).toEqual([1, 3, 1, 3]);
  });

  it('is told again from what took the numbers of its account', () => {
    const { account } = ended();
    const catalogue = catalogueOf(SUITE, BOOST);
    const replay = new AccountReplay(accountOf());
    const order = { kind: 'order', startsAt: at('2026-10-05T00:00'), channel: 'shop' } as const;
    const action = { kind: 'ended', when: 'period_end' } as const;
    const end = { kind: 'subscription', subscriptionId: 1, action, now: at('2026-10-20T00:00') } as const;
    for (const events of [
      [
        { ...order, sequence: 1, planVersionId: 1 },
        { kind: 'cycle', sequence: 2 },
      ],
      [
        { ...order, sequence: 3, planVersionId: 2 },
        { kind: 'cycle', sequence: 4 },
      ],
      [{ ...end, sequence: 5 }],
      [{ kind: 'cycle', sequence: 6 }],
    ] as const)
      expect(replay.write({ catalogue, months, events }).ok).toBe(true);
    const told = ({ nextSequence, subscriptions }: AccountState) => [
      nextSequence,
      subscriptions.map(({ endsAt, nextCycle, nextCycleAt }) => [endsAt, nextCycle, nextCycleAt]),
    ];
    expect(told(replay.account)).toEqual(told(account));
  });
});
