import { ZONE, accountOf, at, monthsOf } from '../../../test/support/core-catalogue';
import { catalogue } from '../../../test/support/core-market';
import { parseYuan } from '../kernel';
import { draft, finish } from './draft';
import { AccountReplay } from './replay/replay-account';
import { grantStated, type StatedGrant } from './stated-grant';

/** A half-used month of the package: 2,000.5 of its 6,000 tokens, and as much of its price. */
const TERMS: StatedGrant = {
  origin: 'stated',
  planVersionId: 2,
  subscriptionId: 1,
  cycle: 1,
  channel: null,
  quantityMilli: 2_000_500n,
  priceGross: parseYuan('3.300825'),
  priceNet: parseYuan('3.113'),
  grantedAt: at('2026-10-21T00:00'),
  effectiveAt: at('2026-10-01T00:00'),
  expiresAt: at('2026-11-01T00:00'),
  priority: 20,
  from: null,
};
const RECEIVED = {
  ...TERMS,
  origin: 'received',
  subscriptionId: null,
  priority: 10,
  coefficientVersionId: 30,
  from: { accountId: 9, number: 4 },
} as const;

const lines = (terms: StatedGrant): string[] => {
  const work = draft(catalogue, monthsOf({ '2026-09': '2026-10' }));
  grantStated(work, accountOf(), terms);
  return finish(work).journals.map(
    ({ accountingMonth, account, amount }) => `${accountingMonth} ${account} ${amount}`,
  );
};

describe('a grant of stated terms', () => {
  it('comes from the books that it was kept in before', () => {
    expect(lines(TERMS)).toEqual([
      '2026-10 deferred_revenue -3113000000000',
      '2026-10 token_balance 2000500',
      '2026-10 opening_balance 3113000000000',
      '2026-10 token_opening -2000500',
    ]);
  });

  it('comes from the account that gave it', () => {
    expect(lines(RECEIVED)).toEqual([
      '2026-10 deferred_revenue -3113000000000',
      '2026-10 token_balance 2000500',
      '2026-10 transfer_clearing 3113000000000',
      '2026-10 token_transferred -2000500',
    ]);
  });

  it('has the coefficients of when it is granted, or those that it had', () => {
    const granted = (terms: StatedGrant) =>
      grantStated(draft(catalogue, monthsOf()), accountOf(), terms).coefficientVersionId;
    expect([granted(TERMS), granted(RECEIVED)]).toEqual([31, 30]);
  });

  it('comes out again when it is replayed', () => {
    const replay = new AccountReplay({ id: 1, code: 'a1', zone: ZONE, anchorDay: 1 });
    const events = [{ kind: 'granted', sequence: 1, ...RECEIVED }] as const;
    const written = replay.write({ catalogue, months: monthsOf(), events });
    expect(written).toMatchObject({
      ok: true,
      value: { movements: [{ kind: 'received', sequence: 1, grantNumber: 1, milliTokens: 2_000_500n }] },
    });
    expect(replay.account.grants).toMatchObject([
      {
        number: 1,
        origin: 'received',
        from: { accountId: 9, number: 4 },
        leftMilli: 2_000_500n,
        priority: 10,
      },
    ]);
  });
});
