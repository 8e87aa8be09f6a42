import { at, monthsOf, recordOf } from '../../../../test/support/core-catalogue';
import { contractCatalogue as catalogue, contracted } from '../../../../test/support/core-contract';
import { journalSums } from '../../../../test/support/core-observed';
import { parseYuan } from '../../kernel';
import { countsOf } from '../../usage';
import { bookMove } from './commitment-charge';
import { planMove } from './commitment-move';
import { decide } from '../decide';
import { draft, finish } from '../draft';
import { renewAhead } from '../order';
import { planCharge } from '../plan-charge';

const NOON = at('2026-10-15T12:00');
const months = monthsOf();

type Own = Parameters<typeof recordOf>;

/** The records of one write, one after another, and the account they leave. */
function charge(plans: readonly string[], ...owns: readonly Own[]) {
  const { account } = contracted(plans);
  const records = owns.map(([own, counts], index) => ({
    record: recordOf({ at: NOON, recordId: String(index), ...own }, counts),
    accountId: 1,
  }));
  const decision = decide({ records, accounts: new Map([[1, account]]), catalogue, months });
  return { account, decision };
}
const ratings = ({ decision }: ReturnType<typeof charge>) =>
  decision.charged.map((one) => [
    one.overageKind,
    one.commitmentTokens,
    one.commitmentGross,
    one.usageGross,
    one.basePlanVersionId,
  ]);

describe('tokens that a take-or-pay commitment names', () => {
  it.each<[string, readonly string[], Own, readonly unknown[]]>([
    [
      'are rated by it, before the base tariff',
      ['base', 'contract'],
      [{}, { input: 1_000_000 }],
      ['usage', 1_000_000, parseYuan('2'), parseYuan('2'), null],
    ],
    [
      'need no base tariff',
      ['contract'],
      [{}, { input: 500_000, output: 500_000 }],
      ['usage', 1_000_000, parseYuan('2'), parseYuan('2'), null],
    ],
    [
      'are those that grants leave',
      ['contract', 'pack'],
      [{}, { input: 1_000_100 }],
      ['usage', 1_000_000, parseYuan('2'), parseYuan('2'), null],
    ],
    [
      'are no overdraw, though a hard limit is the last to run dry',
      ['contract', 'hard'],
      [{}, { input: 1_000_100 }],
      ['usage', 1_000_000, parseYuan('2'), parseYuan('2'), null],
    ],
    [
      'leave meters to the base tariff',
      ['base', 'contract'],
      [{}, { input: 1_000_000, requests: 3 }],
      ['usage', 1_000_000, parseYuan('2'), parseYuan('2.03'), 1],
    ],
    ['may be none, of a call that used nothing', ['contract'], [{}, {}], ['usage', 0, 0n, 0n, null]],
    [
      'are not those of another model',
      ['base', 'contract'],
      [{ model: 'kimi' }, { input: 1_000_000 }],
      ['usage', null, null, parseYuan('4'), 1],
    ],
    [
      'are not those before it began',
      ['base', 'contract'],
      [{ at: at('2026-10-01T00:00') - 1 }, { requests: 1 }],
      [undefined],
    ],
    [
      'cost more beyond the commitment',
      ['contract'],
      [{}, { input: 12_000_000 }],
      ['usage', 12_000_000, parseYuan('26'), parseYuan('26'), null],
    ],
  ])('%s', (_what, plans, own, expected) => {
    const [first] = ratings(charge(plans, own));
    expect(first ?? [undefined]).toEqual(expected);
  });

  it('make two lines of settlement where meters come with them, and count the record once', () => {
    const { decision } = charge(['base', 'contract'], [{}, { input: 1_000_000, requests: 3 }]);
    expect(
      decision.rollups.map(({ planVersionId, kind, records, counts, gross }) => [
        planVersionId,
        kind,
        records,
        counts[0],
        gross,
      ]),
    ).toEqual([
      [4, 'usage', 1, 1_000_000, parseYuan('2')],
      [1, 'usage', 0, 0, parseYuan('0.03')],
    ]);
  });

  it('move nothing when the rest of the record cannot be charged, nor while it is only planned', () => {
    const { account, decision } = charge(['contract'], [{}, { input: 1_000_000, requests: 3 }]);
    expect(decision.suspended).toMatchObject([{ reason: 'no_tariff' }]);
    expect(account.counters.size).toBe(0);
    const record = recordOf({ at: NOON }, { input: 5 });
    expect(planCharge(account, record, catalogue)).toMatchObject({
      overages: [{ overage: { gross: 10_000_000n } }],
    });
    expect(account.counters.size).toBe(0);
  });

  it('count in the period of their instant, each from 1', () => {
    const { account } = charge(
      ['contract'],
      [{}, { input: 7 }],
      [{ at: at('2026-11-01T00:00') }, { input: 5 }],
      [{ at: at('2026-10-31T23:59') }, { input: 1 }],
    );
    expect([...account.counters]).toEqual([
      ['1|commitment|1', 8n],
      ['1|commitment|2', 5n],
    ]);
  });
});

describe('the close of a period', () => {
  const DUE = at('2026-11-03T00:00');

  it('falls due after the lateness window, takes a number, and is written even for nothing', () => {
    const { account } = charge(['contract'], [{}, { input: 10_000_000 }]);
    const accounts = [account];
    expect(renewAhead(accounts, DUE - 1, catalogue, months).commitmentEntries).toEqual([]);
    const { nextSequence } = account;
    const closed = renewAhead(accounts, DUE, catalogue, months);
    expect(closed.commitmentEntries).toMatchObject([
      { sequence: nextSequence, subscriptionId: 1, period: 1, closes: true, shortfall: 0n, gross: 0n },
    ]);
    expect([closed.journals, closed.rollups, account.nextSequence]).toEqual([[], [], nextSequence + 1]);
    expect(account.subscriptions[0]).toMatchObject({ nextCycle: 2, nextCycleAt: at('2026-12-03T00:00') });
  });

  it('comes before a record that is not earlier than it, in the same write', () => {
    const { decision } = charge(['contract'], [{ at: DUE }, { input: 11_000_000 }]);
    // 10 million missing: 16.00, net 15.09; half is deferred, and a fifth of that used by the record.
    expect(decision.commitmentEntries).toMatchObject([
      { sequence: 2, period: 1, closes: true, net: parseYuan('15.09'), deferredNet: parseYuan('7.545') },
      { sequence: 3, period: 1, closes: false, makeUpUsed: 1_000_000n, recognisedNet: parseYuan('1.509') },
    ]);
    expect(decision.charged[0]?.usageGross).toBe(parseYuan('20'));
    expect(journalSums([decision])).toEqual([
      ['1 2026-10 CNY deferred_shortfall', -parseYuan('7.545')],
      ['1 2026-10 CNY receivable', parseYuan('16')],
      ['1 2026-10 CNY shortfall_revenue', -parseYuan('7.545')],
      ['1 2026-10 CNY tax_payable', -parseYuan('0.91')],
      ['1 2026-11 CNY deferred_shortfall', parseYuan('1.509')],
      ['1 2026-11 CNY shortfall_revenue', -parseYuan('1.509')],
      ['1 2026-11 CNY unbilled_usage', parseYuan('20')],
      ['1 2026-11 CNY usage_revenue', -parseYuan('20')],
    ]);
  });

  it('ends with the contract: all closes come, and no more', () => {
    const { account } = contracted(['contract']);
    const { commitmentEntries } = renewAhead([account], at('2028-01-01T00:00'), catalogue, months);
    expect(commitmentEntries.filter(({ closes }) => closes).map(({ period }) => period)).toEqual([
      1, 2, 3, 4,
    ]);
    for (const what of [
      ['deferredNet', 'recognisedNet'],
      ['deferredGross', 'recognisedGross'],
    ] as const) {
      const [deferred, recognised] = what.map((name) =>
        commitmentEntries.reduce((all, one) => all + one[name], 0n),
      );
      expect(deferred).toBeGreaterThan(0n);
      expect(recognised).toBe(deferred);
    }
    expect(account.subscriptions[0]).toMatchObject({
      nextCycle: 5,
      nextCycleAt: null,
      endsAt: at('2027-02-01T00:00'),
    });
  });
});

describe('a spend', () => {
  it('counts the usage of its models, charges nothing itself, and its shortfall at the close', () => {
    const { account, decision } = charge(
      ['base', 'spend'],
      [{}, { input: 10_000_000, requests: 100 }],
      [{ model: 'kimi' }, { input: 1_000_000 }],
      [{ at: at('2026-11-03T00:00') }, { input: 1 }],
    );
    // 41.00 of 100.00: half of 59.00.
    expect(account.counters.get('2|commitment|1')).toBe(parseYuan('41'));
    expect(decision.commitmentEntries).toMatchObject([
      { period: 1, shortfall: parseYuan('59'), gross: parseYuan('29.50'), net: parseYuan('27.83') },
    ]);
    expect(decision.charged.map((one) => [one.commitmentSubscriptionId, one.commitmentTokens])).toEqual([
      [2, null],
      [null, null],
      [2, null],
    ]);
  });
});

describe('taking tokens back', () => {
  it('restores the charge, the counter and what the closed period had come to', () => {
    const { account } = charge(['contract'], [{}, { input: 4_000_000 }]);
    const accounts = [account];
    const closed = renewAhead(accounts, at('2026-11-03T00:00'), catalogue, months);
    const record = recordOf({ at: NOON }, { input: 3_000_000 });
    const late = decide({
      records: [{ record, accountId: 1 }],
      accounts: new Map([[1, account]]),
      catalogue,
      months,
    });
    const work = draft(catalogue, months);
    const [subscription] = account.subscriptions;
    if (subscription === undefined) throw new Error('no subscription');
    const context = {
      account,
      record: { ...record, counts: countsOf({}) },
      sequence: account.nextSequence++,
      usageMonth: '2026-10',
      accountingMonth: '2026-10',
      vendorPrices: { ok: true, picoPerUnit: [] },
      computePrices: { ok: true, picoPerUnit: [] },
    } as const;
    // In two steps under one number, which make one entry.
    for (const [tokens, gross] of [
      [-1_000_000n, '-2'],
      [-2_000_000n, '-4'],
    ] as const) {
      const move = planMove(account, subscription, NOON, tokens);
      expect(move.gross).toBe(parseYuan(gross));
      bookMove(work, context, move);
    }
    const back = finish(work);
    expect(account.counters.get('1|commitment|1')).toBe(4_000_000n);
    expect(back.commitmentEntries).toHaveLength(1);
    const [entry] = late.commitmentEntries;
    expect(entry).toMatchObject({ shortfall: -3_000_000n, gross: parseYuan('-4.80'), closes: false });
    expect(back.commitmentEntries[0]).toMatchObject({ shortfall: 3_000_000n, gross: parseYuan('4.80') });
    const isShortfall = ([name]: [string, bigint]): boolean => !name.includes('usage');
    expect(journalSums([closed, late, back]).filter(isShortfall)).toEqual(journalSums([closed]));
  });
});
