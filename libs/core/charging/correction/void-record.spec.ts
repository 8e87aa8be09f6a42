import { accountOf, at, recordOf } from '../../../../test/support/core-catalogue';
import { catalogue, months } from '../../../../test/support/core-market';
import { ratedOf } from '../../../../test/support/core-rated';
import type { UsageRecord } from '../../usage';
import type { AccountState } from '../account-state';
import { voidRecords, type CorrectionDecision } from './correct';
import { decide } from '../decide';
import type { ChargeDecision } from '../decision';
import { expireDue } from '../expire';
import { newSubscription } from '../new-subscription';
import { takeUp } from '../order';
import type { RatedRecord } from './rated-record';

const OPENED = at('2026-10-01T00:00');
const SOON = at('2026-10-20T00:00');
const YUAN = 1_000_000_000_000n;

function opened(plans: readonly string[]): AccountState {
  const account = accountOf();
  for (const code of plans) {
    const plan = catalogue.planAt(code, OPENED);
    if (plan === undefined) throw new Error(`no plan ${code}`);
    takeUp(account, newSubscription(account, plan, OPENED, null), OPENED, catalogue, months);
  }
  return account;
}

const charge = (account: AccountState, ...records: UsageRecord[]): ChargeDecision =>
  decide({
    records: records.map((record) => ({ record, accountId: 1 })),
    accounts: new Map([[1, account]]),
    catalogue,
    months,
  });

const takeBack = (account: AccountState, rated: readonly RatedRecord[], now = SOON): CorrectionDecision =>
  voidRecords({ accounts: new Map([[1, account]]), catalogue, months, now }, rated);

const movements = ({ movements: all }: ChargeDecision) =>
  all.map(({ sequence, grantNumber, kind, milliTokens }) => [sequence, grantNumber, kind, milliTokens]);

describe('a reversal', () => {
  it('names the entry that it takes back, with its figures negative', () => {
    const account = opened(['base', 'pack']);
    // The pack has the subscription's number 2 and the grant's number 3; the record is number 4.
    const [rated] = ratedOf([charge(account, recordOf({}, { input: 1_000 }))], catalogue);
    const { corrections, charged } = takeBack(account, [rated as RatedRecord]);
    expect(charged).toEqual([]);
    expect(corrections).toMatchObject([
      {
        kind: 'reversal',
        recordSequence: 4,
        reversedSequence: 4,
        rating: {
          sequence: 5,
          grantNumber: 3,
          drawnMilli: -1_000_000n,
          firstDrawnMilli: -1_000_000n,
          coveredTokens: -1_000,
          overageTokens: 0,
          overageKind: null,
          // A third of 1 yuan, down to the pico-yuan.
          recognisedGross: -333_333_333_333n,
          computeCost: -500_000_000n,
          vendorCost: -700_000_000n,
          accountingMonth: '2026-11',
        },
      },
    ]);
  });

  it('recognises less by what its grant stands at now, which may be a pico-yuan more than the record did', () => {
    const account = opened(['base', 'pack']);
    const own = charge(
      account,
      recordOf({ recordId: 'a' }, { input: 1_000 }),
      recordOf({}, { input: 1_000 }),
    );
    expect(own.charged.map((one) => one.recognisedGross)).toEqual([333_333_333_333n, 333_333_333_333n]);
    charge(account, recordOf({}, { input: 1_000 }));
    const { corrections } = takeBack(account, ratedOf([own], catalogue).slice(0, 1));
    expect(corrections[0]?.rating.recognisedGross).toBe(-333_333_333_334n);
  });

  it('takes a tiered charge off the top of the counter as it stands today', () => {
    const account = opened(['base']);
    // 8 yuan a million up to 1,500, then 6 and once 1 yuan: the second record crosses the bound.
    const own = charge(
      account,
      recordOf({ recordId: 'a' }, { output: 1_000 }),
      recordOf({}, { output: 1_000 }),
    );
    const second = YUAN + (500n * 8n + 500n * 6n) * 1_000_000n;
    expect(own.charged.map((one) => one.usageGross)).toEqual([8_000_000_000n, second]);
    const [first] = ratedOf([own], catalogue);
    const { corrections } = takeBack(account, [first as RatedRecord]);
    expect(corrections[0]?.rating.usageGross).toBe(-second);
    expect([...account.counters.values()]).toEqual([1_000n]);
  });

  it('gives each of several grants back what it gave, and leaves others alone', () => {
    const account = opened(['base', 'monthly', 'pack', 'anchored']);
    const own = charge(account, recordOf({}, { input: 8_000, cached_input: 900 }));
    const [rated] = ratedOf([own], catalogue);
    const { movements: back } = takeBack(account, [rated as RatedRecord]);
    const drawn = new Map(rated?.draws.map((one) => [one.grantNumber, one.milliTokens]));
    expect(back.map(({ kind }) => kind)).toEqual(['returned', 'returned']);
    expect(new Map(back.map((one) => [one.grantNumber, one.milliTokens]))).toEqual(drawn);
    for (const grant of account.grants)
      expect([grant.drawnMilli, grant.leftMilli]).toEqual([0n, grant.quantityMilli]);
  });

  it('of a grant that has expired, with something left or with nothing, expires again under its own number', () => {
    const over = at('2026-12-01T00:00');
    const expired = (input: number) => {
      const account = opened(['base', 'pack']);
      const own = charge(account, recordOf({}, { input }));
      expireDue([account], over, catalogue, months);
      return movements(takeBack(account, ratedOf([own], catalogue), over));
    };
    // With something left the expiry took number 5 itself.
    expect(expired(1_000)).toEqual([
      [6, 3, 'returned', 1_000_000n],
      [6, 3, 'expired', 1_000_000n],
    ]);
    expect(expired(3_000)).toEqual([
      [5, 3, 'returned', 3_000_000n],
      [5, 3, 'expired', 3_000_000n],
    ]);
  });

  it.each<[string, (rated: RatedRecord) => RatedRecord]>([
    ['another charge', (one) => ({ ...one, rating: { ...one.rating, usageGross: 1n } })],
    ['another cost', (one) => ({ ...one, rating: { ...one.rating, computeCost: 1n } })],
    ['another tariff', (one) => ({ ...one, rating: { ...one.rating, priceVersionId: 99 } })],
    ['other draws', (one) => ({ ...one, draws: [{ grantNumber: 3, milliTokens: 5_000_000n }] })],
  ])('is not made by guess: %s on record than comes out again throws', (_, forged) => {
    const account = opened(['base', 'pack']);
    const [rated] = ratedOf([charge(account, recordOf({}, { input: 4_000 }))], catalogue);
    expect(() => takeBack(account, [forged(rated as RatedRecord)])).toThrow(/account 1/);
  });
});
