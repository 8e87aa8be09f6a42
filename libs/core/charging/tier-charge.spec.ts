import { accountOf, at, planOf, recordOf, versionOf } from '../../../test/support/core-catalogue';
import type { TierRow } from '../catalogue';
import { formatYuan } from '../kernel';
import { COUNTERS, countsOf, namedCounts, type Counter } from '../usage';
import type { AccountState, SubscriptionState } from './account-state';
import { chargeTiers, compileTierRow, type TierCharge } from './tier-charge';

type Named = Readonly<Partial<Record<Counter, number>>>;

/** 1 yuan a token to 1,000 tokens, half of that from there on. */
const row = (own: Partial<TierRow> = {}): TierRow => ({
  lineage: 'line',
  models: ['glm-*'],
  classes: ['input', 'output'],
  window: 'lifetime',
  counts: 'overage',
  component: {
    mode: 'graduated',
    per: '1',
    tiers: [
      { upTo: '1000', unitPrice: '1' },
      { upTo: null, unitPrice: '0.5' },
    ],
  },
  ...own,
});

function baseFrom(startsAt: number): SubscriptionState {
  const plan = versionOf(1, 'base', planOf({ code: 'base', role: 'base' }));
  const cycles = {
    anchorDay: 1,
    nextCycle: 1,
    nextCycleAt: null,
    suspendedAt: null,
    follows: null,
    pricePins: [],
    isNew: false,
    isChanged: false,
  };
  return { id: 7, plan, channel: null, startsAt, endsAt: null, ...cycles };
}

interface Case {
  readonly used: Named;
  readonly overage?: Named;
  readonly instant?: number;
  readonly model?: string;
  readonly account?: AccountState;
}

const charge = (rows: readonly TierRow[], { used, overage = used, ...rest }: Case): TierCharge =>
  chargeTiers(
    rows.map(compileTierRow),
    rest.account ?? accountOf(),
    baseFrom(at('2024-02-29T10:00')),
    recordOf({ at: rest.instant ?? at('2026-10-15T12:00'), model: rest.model ?? 'glm-5' }, used),
    countsOf(overage),
  );
const said = ({ amount, rest, positions }: TierCharge) => ({
  yuan: formatYuan(amount),
  rest: namedCounts(rest),
  positions: positions.map(([key, quantity]) => `${key} ${quantity}`),
});
const standing = (quantity: bigint): AccountState =>
  accountOf({ counters: new Map([['7|line|0', quantity]]) });

describe('charging tier rows', () => {
  it.each<[string, Partial<TierRow>, Case, object]>([
    [
      'charges the overage of its classes and leaves the rest to plain entries',
      {},
      { used: { input: 300, cached_input: 5, output: 100, images: 2 } },
      { yuan: '400', rest: { cached_input: 5, images: 2 }, positions: ['7|line|0 400'] },
    ],
    [
      'goes on from where the counter stands',
      {},
      { used: { input: 300 }, account: standing(900n) },
      { yuan: '200', rest: {}, positions: ['7|line|0 1200'] },
    ],
    [
      'counts overage only',
      {},
      { used: { input: 300 }, overage: { input: 200 }, account: standing(900n) },
      { yuan: '150', rest: {}, positions: ['7|line|0 1100'] },
    ],
    [
      'counts all where it says so: what grants covered moves it first, and is not charged',
      { counts: 'all' },
      { used: { input: 250, output: 50 }, overage: { input: 200 }, account: standing(850n) },
      { yuan: '125', rest: {}, positions: ['7|line|0 1150'] },
    ],
    [
      'counts all of what is covered wholly',
      { counts: 'all' },
      { used: { input: 250, images: 1 }, overage: { images: 1 } },
      { yuan: '0', rest: { images: 1 }, positions: ['7|line|0 250'] },
    ],
    [
      'is not moved by what is covered where it counts overage',
      {},
      { used: { input: 250 }, overage: {} },
      { yuan: '0', rest: {}, positions: [] },
    ],
    [
      'is not moved by another model',
      {},
      { used: { input: 300 }, model: 'kimi-k2' },
      { yuan: '0', rest: { input: 300 }, positions: [] },
    ],
    [
      'counts meters by the unit',
      { classes: ['images'] },
      { used: { images: 3, input: 1 } },
      { yuan: '3', rest: { input: 1 }, positions: ['7|line|0 3'] },
    ],
  ])('%s', (_what, own, given, expected) => {
    expect(said(charge([row(own)], given))).toEqual(expected);
  });

  it('charges each row its own classes under its own lineage', () => {
    const rows = [row({ classes: ['input'], lineage: 'a' }), row({ classes: ['output'], lineage: 'b' })];
    expect(said(charge(rows, { used: { input: 1_500, output: 10 } }))).toEqual({
      yuan: '1260',
      rest: {},
      positions: ['7|a|0 1500', '7|b|0 10'],
    });
  });

  it.each<[string, TierRow['window'], string, string]>([
    [
      'the billing period of the account, before its anchor day',
      'billing_period',
      '2026-10-14T23:59',
      '2026-09-15T00:00',
    ],
    [
      'the billing period of the account, from it on',
      'billing_period',
      '2026-10-15T00:00',
      '2026-10-15T00:00',
    ],
    ['the contract year, before its anniversary', 'contract_year', '2025-02-28T09:59', '2024-02-29T10:00'],
    [
      'the contract year, from it on: the 29th is missing',
      'contract_year',
      '2025-02-28T10:00',
      '2025-02-28T10:00',
    ],
    ['the contract year of a leap year again', 'contract_year', '2028-02-29T10:00', '2028-02-29T10:00'],
    ['all of its life', 'lifetime', '2026-10-14T23:59', '1970-01-01T08:00'],
  ])('counts in %s', (_what, window, instant, start) => {
    const account = accountOf({ anchorDay: 15 });
    const { positions } = charge([row({ window })], { used: { input: 1 }, instant: at(instant), account });
    expect(positions).toEqual([[`7|line|${at(start)}`, 1n]]);
  });

  it('changes nothing itself', () => {
    const account = standing(5n);
    const overage = COUNTERS.map(() => 1);
    chargeTiers([compileTierRow(row())], account, baseFrom(0), recordOf({}), overage);
    expect([account.counters, overage]).toEqual([new Map([['7|line|0', 5n]]), COUNTERS.map(() => 1)]);
  });

  it('throws on a ladder that cannot be read', () => {
    const component = { mode: 'graduated', tiers: [{ upTo: null, unitPrice: 'dear' }] } as const;
    expect(() => compileTierRow(row({ component }))).toThrow('line: tiers.0.unitPrice not_an_amount');
  });
});
