import {
  accountOf,
  at,
  bookOf,
  contentOf,
  monthsOf,
  planOf,
  priceOf,
  recordOf,
  ruleOf,
  versionOf,
} from '../../../test/support/core-catalogue';
import { ratedOf } from '../../../test/support/core-rated';
import type { RollOver } from '../catalogue';
import { formatScaled, formatYuan } from '../kernel';
import type { AccountState } from './account-state';
import { compileCatalogue } from './compile-catalogue';
import { voidRecords } from './correction/correct';
import { reRate } from './correction/re-rate-account';
import { decide } from './decide';
import type { ChargeDecision } from './decision';
import { decideChange } from './subscription/decide-change';
import { expireDue } from './expire';
import { newSubscription } from './new-subscription';
import { renewAhead, takeUp } from './order';

/** 1,000 tokens a month for 10.60 yuan, 10 of them net. */
const marketOf = (rollOver: RollOver, coefficient = '1') =>
  compileCatalogue(
    contentOf({
      models: [{ code: 'glm-5', vendor: 'alpha' }],
      plan: [
        versionOf(
          1,
          'monthly',
          planOf({
            code: 'monthly',
            role: 'package',
            price: '10.60',
            coefficientTable: 'standard',
            coefficients: 'follow',
            allowance: { tokens: 1_000, models: ['*'], source: 'allowance' },
            rollOver,
          }),
        ),
        versionOf(2, 'base', planOf({ code: 'base', role: 'base', priceBook: 'retail' })),
      ],
      price_book: [versionOf(3, 'retail', bookOf({ code: 'retail', entries: [priceOf('*', 'input', '2')] }))],
      coefficient_table: [
        versionOf(4, 'standard', { code: 'standard', rows: [{ model: '*', class: '*', coefficient }] }),
      ],
      split_rule: [versionOf(5, 'default', ruleOf('default'))],
      contract: [
        versionOf(6, 'gateway', {
          partner: 'gateway',
          lateWindowDays: 90,
          serves: [{ vendor: 'alpha', computeOwner: 'tianyi' }],
        }),
      ],
    }),
  );
const HALF = { sharePercent: '50', capPercent: '30', expiresAfterMonths: 2 };
const OCTOBER = at('2026-10-01T00:00');
const NOVEMBER = at('2026-11-01T00:00');

class Life {
  readonly account: AccountState = accountOf();
  readonly decisions: ChargeDecision[] = [];
  constructor(private readonly catalogue = marketOf(HALF)) {
    for (const plan of [1, 2]) {
      const taken = newSubscription(this.account, catalogue.plan(plan), OCTOBER, 'shop');
      this.decisions.push(takeUp(this.account, taken, OCTOBER, catalogue, monthsOf()));
    }
  }

  use(when: string, input: number): void {
    const recordId = String(this.decisions.length);
    const records = [{ record: recordOf({ at: at(when), recordId }, { input }), accountId: 1 }];
    this.decisions.push(
      decide({ records, accounts: this.accounts(), catalogue: this.catalogue, months: monthsOf() }),
    );
  }
  renew(until: number): void {
    this.decisions.push(renewAhead([this.account], until, this.catalogue, monthsOf()));
  }
  expire(now: number): void {
    this.decisions.push(expireDue([this.account], now, this.catalogue, monthsOf()));
  }
  accounts = (): Map<number, AccountState> => new Map([[1, this.account]]);
  rated = () => ratedOf(this.decisions, this.catalogue);
  /** In burn order: origin, tokens, drawn, released, expired, gross and net price. */
  grants = (): string[] =>
    this.account.grants.map((one) =>
      [
        one.origin,
        ...[one.quantityMilli, one.drawnMilli, one.releasedMilli, one.expiredMilli].map((milli) =>
          formatScaled(milli, 3),
        ),
        formatYuan(one.priceGross),
        formatYuan(one.priceNet),
      ].join(' '),
    );
}

describe('what rolls over', () => {
  it.each([
    ['a share of what is left', 700, HALF, ['sold 1000 700 150 0 10.6 10', 'rolled_over 150 0 0 0 1.59 1.5']],
    [
      'no more than a part of what was granted',
      100,
      HALF,
      ['sold 1000 100 300 0 10.6 10', 'rolled_over 300 0 0 0 3.18 3'],
    ],
    [
      'all that is left, whatever was granted',
      1,
      { sharePercent: '100', expiresAfterMonths: 2 },
      ['sold 1000 1 999 0 10.6 10', 'rolled_over 999 0 0 0 10.5894 9.99'],
    ],
    [
      'whole milli-tokens, with their part of the price',
      999,
      { sharePercent: '33.333333', expiresAfterMonths: 2 },
      ['sold 1000 999 0.333 0 10.6 10', 'rolled_over 0.333 0 0 0 0.0035298 0.00333'],
    ],
  ] as const)('is %s', (_what, used, terms, grants) => {
    const life = new Life(marketOf(terms));
    life.use('2026-10-10T00:00', used);
    life.renew(NOVEMBER);
    expect(life.grants()).toEqual([grants[0], 'sold 1000 0 0 0 10.6 10', grants[1]]);
  });

  it('is nothing where nothing is left, and no grant is made of it', () => {
    const life = new Life();
    life.use('2026-10-10T00:00', 1_000);
    life.renew(NOVEMBER);
    expect(life.grants()).toEqual(['sold 1000 1000 0 0 10.6 10', 'sold 1000 0 0 0 10.6 10']);
  });

  it('is nothing of a subscription that has ended', () => {
    const life = new Life();
    const circumstances = { catalogue: marketOf(HALF), months: monthsOf(), now: OCTOBER };
    decideChange(life.account, 1, { kind: 'ended', when: 'period_end' }, circumstances);
    life.renew(NOVEMBER);
    expect(life.grants()).toEqual(['sold 1000 0 0 0 10.6 10']);
  });

  it('is nothing of a subscription that is suspended over the end of its cycle: what is left expires', () => {
    const life = new Life();
    const circumstances = { catalogue: marketOf(HALF), months: monthsOf() };
    const suspended = { ...circumstances, now: at('2026-10-20T00:00') };
    expect(decideChange(life.account, 1, { kind: 'suspended' }, suspended).outcome.ok).toBe(true);
    life.renew(NOVEMBER);
    life.expire(at('2026-11-10T00:00'));
    expect(life.grants()).toEqual(['sold 1000 0 0 1000 10.6 10']);
    const again = { ...circumstances, now: at('2026-11-16T00:00') };
    expect(decideChange(life.account, 1, { kind: 'reactivated' }, again).outcome.ok).toBe(true);
    expect(life.grants()).toEqual(['sold 1000 0 0 1000 10.6 10', 'sold 1000 0 0 0 10.6 10']);
  });

  it('burns before the new cycle’s tokens where it expires with them, and after them where it lasts longer', () => {
    const drawn = (expiresAfterMonths: number): bigint[] => {
      const life = new Life(marketOf({ sharePercent: '50', expiresAfterMonths }));
      life.use('2026-11-10T00:00', 600);
      return life.account.grants.filter(({ drawnMilli }) => drawnMilli > 0n).map((one) => one.drawnMilli);
    };
    expect([drawn(1), drawn(2)]).toEqual([[500_000n, 100_000n], [600_000n]]);
  });

  it('does not roll again: it ends with the second cycle, as breakage of what it cost', () => {
    const life = new Life();
    life.renew(at('2027-01-01T00:00'));
    life.expire(at('2027-01-04T00:00'));
    const child = life.account.grants.find(({ number }) => number === 4);
    expect(child).toMatchObject({
      origin: 'rolled_over',
      from: { accountId: 1, number: 2 },
      grantedAt: NOVEMBER,
      effectiveAt: OCTOBER,
      expiresAt: at('2027-01-01T00:00'),
      releasedMilli: 0n,
      expiredMilli: 300_000n,
    });
  });

  it('waits for nobody, and nothing expires before it', () => {
    const life = new Life();
    life.expire(at('2026-11-04T00:00'));
    expect(life.grants()).toEqual(['sold 1000 0 0 0 10.6 10']);
    life.renew(NOVEMBER);
    life.expire(at('2026-11-04T00:00'));
    expect(life.grants().slice(0, 1)).toEqual(['sold 1000 0 300 700 10.6 10']);
  });

  it('books no tokens and no money: they stay with the account', () => {
    const life = new Life();
    life.renew(NOVEMBER);
    const [last] = life.decisions.slice(-1);
    expect(last?.movements.map(({ kind, sequence, grantNumber }) => [kind, sequence, grantNumber])).toEqual([
      ['rolled_in', 4, 4],
      ['rolled_out', 4, 2],
      ['issued', 5, 5],
    ]);
    expect(last?.journals.map(({ account, amount }) => `${account} ${amount}`)).toEqual([
      'receivable 10600000000000',
      'deferred_revenue -10000000000000',
      'tax_payable -600000000000',
      'token_balance 1000000',
      'token_issued -1000000',
    ]);
  });
});

describe('a record of the old cycle that comes late', () => {
  it('draws on the rest of the old grant first, then on what rolled over', () => {
    const life = new Life();
    life.use('2026-10-10T00:00', 200);
    life.renew(NOVEMBER);
    life.expire(at('2026-11-04T00:00'));
    life.use('2026-10-31T00:00', 700);
    expect(life.grants()).toEqual([
      'sold 1000 700 300 0 10.6 10',
      'sold 1000 0 0 0 10.6 10',
      'rolled_over 300 200 0 0 3.18 3',
    ]);
  });
});

describe('a correction after the roll-over', () => {
  it('returns tokens to the old grant, where they expire: what rolled over stays as it was', () => {
    const life = new Life();
    life.use('2026-10-10T00:00', 700);
    life.renew(NOVEMBER);
    life.expire(at('2026-11-04T00:00'));
    const corrected = {
      accounts: life.accounts(),
      catalogue: marketOf(HALF),
      months: monthsOf(),
      now: at('2026-11-05T00:00'),
    };
    life.decisions.push(voidRecords(corrected, life.rated()));
    expect(life.grants()[0]).toBe('sold 1000 0 150 850 10.6 10');
    const booked = life.decisions.flatMap(({ rollups }) => rollups).map(({ gross }) => gross);
    expect(formatYuan(booked.reduce((total, one) => total + one, 0n))).toBe('9.01');
  });

  it('rates anew with what was not released, and gives nobody what rolled over a second time', () => {
    const life = new Life();
    life.use('2026-10-10T00:00', 700);
    life.renew(NOVEMBER);
    life.use('2026-11-02T00:00', 900);
    const dearer = marketOf(HALF, '2');
    const corrected = { accounts: life.accounts(), catalogue: dearer, months: monthsOf(), now: NOVEMBER };
    const { differences } = reRate(corrected, 1, life.rated());
    expect(differences.map(({ draws }) => draws)).toEqual([
      [{ grantNumber: 2, milliTokens: 850_000n }],
      [
        { grantNumber: 6, milliTokens: 1_000_000n },
        { grantNumber: 5, milliTokens: 150_000n },
      ],
    ]);
    expect(life.grants()).toEqual([
      'sold 1000 850 150 0 10.6 10',
      'sold 1000 1000 0 0 10.6 10',
      'rolled_over 150 150 0 0 1.59 1.5',
    ]);
  });
});
