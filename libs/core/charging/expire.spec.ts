import {
  accountOf,
  at,
  contentOf,
  monthsOf,
  planOf,
  recordOf,
  ruleOf,
  versionOf,
} from '../../../test/support/core-catalogue';
import { formatScaled, formatYuan } from '../kernel';
import type { AccountState, GrantState } from './account-state';
import { compileCatalogue } from './compile-catalogue';
import { decide } from './decide';
import type { ChargeDecision } from './decision';
import { expireDue } from './expire';
import { newSubscription } from './new-subscription';
import { takeUp } from './order';

/** 1,000 package tokens for 10.60 yuan, 10 of them net, through September; nobody else's to share. */
const PACK = planOf({
  code: 'pack',
  role: 'pack',
  price: '10.60',
  exhaustion: 'hard_limit',
  validityDays: 30,
  allowance: { tokens: 1_000, models: ['*'], source: 'pack' },
});
const catalogue = compileCatalogue(
  contentOf({
    models: [{ code: 'glm-5', vendor: 'alpha' }],
    plan: [versionOf(1, 'pack', PACK)],
    split_rule: [
      versionOf(2, 'default', ruleOf('default')),
      versionOf(3, 'models', ruleOf('models', { model: 'glm-5' })),
    ],
    contract: [
      versionOf(4, 'gateway', {
        partner: 'gateway',
        lateWindowDays: 9,
        serves: [{ vendor: 'alpha', computeOwner: 'tianyi' }],
      }),
    ],
  }),
);
const DUE = at('2026-10-04T00:00');
const SEPTEMBER_CLOSED = monthsOf({ '2026-09': '2026-10' });

function withPack(): { account: AccountState; grant: GrantState } {
  const account = accountOf();
  const taken = newSubscription(account, catalogue.plan(1), at('2026-09-01T00:00'), 'shop');
  takeUp(account, taken, 0, catalogue, monthsOf());
  return { account, grant: account.grants[0] as GrantState };
}
const use = (account: AccountState, when: string, tokens: number): ChargeDecision =>
  decide({
    records: [{ record: recordOf({ at: at(when) }, { input: tokens }), accountId: 1 }],
    accounts: new Map([[1, account]]),
    catalogue,
    months: SEPTEMBER_CLOSED,
  });
const expire = (account: AccountState, now = DUE): ChargeDecision =>
  expireDue([account], now, catalogue, SEPTEMBER_CLOSED);

const journal = ({ journals }: ChargeDecision): string[] =>
  journals
    .map(({ accountingMonth, asset, account, amount }) =>
      [accountingMonth, account, asset === 'CNY' ? formatYuan(amount) : formatScaled(amount, 3)].join(' '),
    )
    .sort();
const lines = ({ rollups }: ChargeDecision): string[] =>
  rollups.map((one) =>
    [
      one.usageMonth,
      one.accountingMonth,
      one.kind,
      one.model,
      one.splitRuleVersionId,
      one.channel,
      formatYuan(one.gross),
      one.net === null ? null : formatYuan(one.net),
    ].join(' '),
  );
const movements = (decision: ChargeDecision): string[] =>
  decision.movements.map((one) => `${one.sequence} ${one.kind} ${one.milliTokens} of ${one.grantNumber}`);
const books = ({ drawnMilli, expiredMilli, leftMilli }: GrantState): bigint[] => [
  drawnMilli,
  expiredMilli,
  leftMilli,
];

describe('an expiry', () => {
  it('waits until its lateness window is over', () => {
    const { account, grant } = withPack();
    expect(expire(account, DUE - 1)).toMatchObject({ movements: [], journals: [], rollups: [] });
    expect(expire(account, DUE).movements).toHaveLength(1);
    expect(books(grant)).toEqual([0n, 1_000_000n, 1_000_000n]);
  });

  it('turns what is left into breakage of its last month, under the plan’s own rule', () => {
    const { account, grant } = withPack();
    use(account, '2026-09-10T00:00', 300);
    const expired = expire(account);
    expect(movements(expired)).toEqual(['4 expired 700000 of 2']);
    expect(journal(expired)).toEqual([
      '2026-10 breakage_revenue -7',
      '2026-10 deferred_revenue 7',
      '2026-10 token_balance -700',
      '2026-10 token_expired 700',
    ]);
    expect(lines(expired)).toEqual(['2026-09 2026-10 breakage  2 shop 7.42 7']);
    expect(books(grant)).toEqual([300_000n, 700_000n, 700_000n]);
    expect([account.nextSequence, grant.isChanged]).toEqual([5, true]);
  });

  it('is booked once, and never of a grant that is used up or does not expire', () => {
    const { account, grant } = withPack();
    const endless = { ...grant, number: 9, expiresAt: null };
    account.grants.push(endless);
    expect(expire(account).movements).toHaveLength(1);
    expect(expire(account, DUE + 1)).toMatchObject({ movements: [], journals: [], rollups: [] });
    const used = withPack();
    use(used.account, '2026-09-10T00:00', 1_000);
    expect(expire(used.account)).toMatchObject({ movements: [], journals: [], rollups: [] });
    expect([account.nextSequence, used.account.nextSequence]).toEqual([4, 4]);
  });
});

describe('a record that comes after the expiry was booked', () => {
  it('draws it back: expiry and breakage of that part are reversed, consumption is recognised', () => {
    const { account, grant } = withPack();
    use(account, '2026-09-10T00:00', 300);
    expire(account);
    const late = use(account, '2026-09-30T23:59', 200);
    expect(late.charged).toMatchObject([
      {
        sequence: 5,
        drawnMilli: 200_000n,
        recognisedGross: 2_120_000_000_000n,
        recognisedNet: 2_000_000_000_000n,
      },
    ]);
    expect(movements(late)).toEqual(['5 expiry_reversed 200000 of 2']);
    expect(journal(late)).toEqual([
      '2026-10 breakage_revenue 2',
      '2026-10 package_revenue -2',
      '2026-10 token_consumed 200',
      '2026-10 token_expired -200',
    ]);
    expect(lines(late)).toEqual([
      '2026-09 2026-10 breakage  2 shop -2.12 -2',
      '2026-09 2026-10 package glm-5 3 shop 2.12 2',
    ]);
    expect(books(grant)).toEqual([500_000n, 500_000n, 500_000n]);
  });

  it('draws back no more than there is, and leaves no expiry behind then', () => {
    const { account, grant } = withPack();
    use(account, '2026-09-10T00:00', 300);
    expire(account);
    const late = use(account, '2026-09-30T23:59', 900);
    expect(late.charged).toMatchObject([
      { coveredTokens: 700, overageTokens: 200, overageKind: 'overdraw', usageGross: 0n },
    ]);
    expect(movements(late)).toEqual(['5 expiry_reversed 700000 of 2']);
    expect(books(grant)).toEqual([1_000_000n, 0n, 0n]);
    expect(expire(account, DUE + 1).movements).toEqual([]);
  });

  it('draws nothing back where it is of the instant of expiry', () => {
    const { account, grant } = withPack();
    expire(account);
    expect(use(account, '2026-10-01T00:00', 1).suspended).toMatchObject([{ reason: 'no_tariff' }]);
    expect(books(grant)).toEqual([0n, 1_000_000n, 1_000_000n]);
  });
});
