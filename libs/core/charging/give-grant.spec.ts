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
import type { AccountState } from './account-state';
import { compileCatalogue } from './compile-catalogue';
import { decideGift, type Gift } from './give-grant';
import { newSubscription } from './new-subscription';
import { takeUp } from './order';

const OPENED = at('2026-10-05T00:00');
const NOW = at('2026-10-10T00:00');
const pack = (code: string, own: Partial<Plan>): Plan =>
  planOf({
    code,
    role: 'pack',
    price: '10.60',
    validityDays: 30,
    transferable: true,
    allowance: { tokens: 1_000, models: ['*'], source: 'pack' },
    ...own,
  });
const PLANS = [
  pack('open', {}),
  pack('closed', { transferable: false }),
  pack('short', { validityDays: 3 }),
  pack('abroad', { currency: 'USD' }),
];
const catalogue = compileCatalogue(
  contentOf({
    plan: PLANS.map((plan, index) => versionOf(index + 1, plan.code, plan)),
    split_rule: [versionOf(9, 'default', ruleOf('default'))],
  }),
);
const [OPEN, CLOSED, SHORT, ABROAD] = [1, 2, 3, 4];

/** An account with a pack of each plan, whose grants have the numbers 2, 4 and so on. */
function holding(id: number, ...plans: number[]): AccountState {
  const account = accountOf({ id, code: `a${id}` });
  for (const plan of plans) {
    const taken = newSubscription(account, catalogue.plan(plan), OPENED, null);
    takeUp(account, taken, OPENED, catalogue, monthsOf());
  }
  return account;
}

const given = (giver: AccountState, receiver: AccountState, gift: Gift) =>
  decideGift(giver, receiver, gift, { catalogue, months: monthsOf(), now: NOW }).outcome;
const ANY = undefined;

describe('a gift', () => {
  it.each([
    ['of a grant that there is not', [OPEN], 7, 1n, 'unknown_grant'],
    ['that the plan does not let be given', [CLOSED], 2, 1n, 'not_transferable'],
    ['of nothing that may be given', [CLOSED], ANY, 1n, 'not_enough_tokens'],
    ['of what has expired', [SHORT], 2, 1n, 'grant_not_in_force'],
    ['of a token more than there are', [OPEN], 2, 1_001n, 'not_enough_tokens'],
    ['of more than all grants together', [OPEN, OPEN], ANY, 2_001n, 'not_enough_tokens'],
    ['in another currency than what the receiver has', [ABROAD], 2, 1n, 'other_currency'],
  ] as const)('%s is refused', (_what, plans, grantNumber, tokens, code) => {
    const outcome = given(holding(1, ...plans), holding(2, OPEN), { grantNumber, tokens });
    expect(outcome).toEqual({ ok: false, refusal: { code } });
  });

  it('goes to an account that has nothing in whatever currency', () => {
    expect(given(holding(1, ABROAD), holding(2), { grantNumber: 2, tokens: 1n }).ok).toBe(true);
  });

  it('is taken from one grant after another, in the order in which they burn', () => {
    const [giver, receiver] = [holding(1, OPEN, OPEN), holding(2)];
    const outcome = given(giver, receiver, { grantNumber: ANY, tokens: 1_500n });
    expect(outcome).toMatchObject({
      ok: true,
      value: [
        { grantNumber: 2, milliTokens: 1_000_000n, toAccountId: 2, toNumber: 1 },
        { grantNumber: 4, milliTokens: 500_000n, toAccountId: 2, toNumber: 2 },
      ],
    });
    expect(receiver.grants.map(({ priority, priceNet, from }) => [priority, priceNet, from])).toEqual([
      [10, 10_000_000_000_000n, { accountId: 1, number: 2 }],
      [10, 5_000_000_000_000n, { accountId: 1, number: 4 }],
    ]);
  });
});
