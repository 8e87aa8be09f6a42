import { ZONE, at, monthsOf, recordOf } from '../../../../test/support/core-catalogue';
import { catalogue } from '../../../../test/support/core-market';
import type { AccountEvent } from './account-event';
import { AccountReplay } from './replay-account';

const FACTS = { id: 1, code: 'a1', zone: ZONE, anchorDay: 1 };
const OCTOBER = at('2026-10-05T09:30');
const BASE = 1;
const MONTHLY = 2;
const PACK = 4;

const order = (sequence: number, planVersionId: number): AccountEvent => ({
  kind: 'order',
  sequence,
  planVersionId,
  startsAt: OCTOBER,
  channel: null,
});
const record = (sequence: number, own: Parameters<typeof recordOf>[0] = {}): AccountEvent => ({
  kind: 'record',
  sequence,
  record: recordOf(own, { input: 10 }),
});
const cycle = (sequence: number): AccountEvent => ({ kind: 'cycle', sequence });
const expiry = (sequence: number, grantNumber: number): AccountEvent => ({
  kind: 'expiry',
  sequence,
  grantNumber,
});

const NOVEMBER = { at: at('2026-11-02T00:00') };
const NOT_NEXT = (next: number): string => `the account is at ${next}: a number is missing or stands twice`;

const FAULTS: readonly (readonly [what: string, events: AccountEvent[], sequence: number, detail: string])[] =
  [
    ['a number that is missing', [order(1, BASE), record(3)], 3, NOT_NEXT(2)],
    ['a first number that is missing', [order(2, BASE)], 2, NOT_NEXT(1)],
    ['a number that stands twice', [order(1, BASE), record(2), record(2)], 2, NOT_NEXT(3)],
    ['an order with the number of a grant', [order(1, PACK), order(2, BASE)], 2, NOT_NEXT(3)],
    ['the expiry of no grant', [order(1, PACK), cycle(2), expiry(3, 9)], 3, 'grant 9 does not exist'],
    [
      'a record that nothing pays',
      [record(1)],
      1,
      'it would be in suspense: no_tariff no base subscription at the instant',
    ],
    [
      'a record of no model',
      [order(1, BASE), record(2, { model: 'unlisted' })],
      2,
      'it would be in suspense: unknown_model unlisted',
    ],
    ['a cycle of nothing', [order(1, BASE), cycle(2)], 2, 'no cycle falls due'],
    ['a cycle after the last', [order(1, PACK), cycle(2), cycle(3)], 3, 'no cycle falls due'],
    [
      'a record before its cycle',
      [order(1, MONTHLY), cycle(2), record(3, NOVEMBER)],
      3,
      'a cycle was due before it',
    ],
    ['an order of no plan', [order(1, 99)], 1, 'the catalogue has no plan version 99'],
  ];

describe('an account’s history that cannot have come about', () => {
  const write = (replay: AccountReplay, ...events: AccountEvent[]) =>
    replay.write({ catalogue, months: monthsOf(), events });

  it.each(FAULTS)('%s is a fault', (_what, events, sequence, detail) => {
    expect(write(new AccountReplay(FACTS), ...events)).toEqual({
      ok: false,
      refusal: { sequence, detail },
    });
  });

  it.each(FAULTS)('%s is one in a later write as well', (_what, events, sequence, detail) => {
    const replay = new AccountReplay(FACTS);
    for (const event of events.slice(0, -1)) expect(write(replay, event).ok).toBe(true);
    expect(write(replay, ...events.slice(-1))).toEqual({ ok: false, refusal: { sequence, detail } });
  });
});

describe('an account that is told again', () => {
  const replay = new AccountReplay(FACTS);
  const decided = (...events: AccountEvent[]) => {
    const result = replay.write({ catalogue, months: monthsOf({ '2026-10': '2026-11' }), events });
    if (!result.ok) throw new Error(JSON.stringify(result.refusal));
    return result.value;
  };

  it('grants with its orders what these granted at once', () => {
    const { newGrants, movements } = decided(order(1, BASE), order(2, PACK), cycle(3));
    expect(newGrants.map(({ grant }) => [grant.number, grant.subscriptionId, grant.quantityMilli])).toEqual([
      [3, 2, 3_000_000n],
    ]);
    expect(movements.map(({ kind, sequence }) => [kind, sequence])).toEqual([['issued', 3]]);
  });

  it('charges a record, booked in the month that was open', () => {
    const watched: string[] = [];
    const result = replay.write(
      { catalogue, months: monthsOf({ '2026-10': '2026-11' }), events: [record(4)] },
      (account, { recordId }, plan) =>
        watched.push(`${account.nextSequence} ${recordId} ${plan.drawdown.draws.length}`),
    );
    if (!result.ok) throw new Error(result.refusal.detail);
    const [charged] = result.value.charged;
    expect(charged).toMatchObject({
      sequence: 4,
      usageMonth: '2026-10',
      accountingMonth: '2026-11',
      grantNumber: 3,
      drawnMilli: 10_000n,
    });
    expect(watched).toEqual(['4 r 1']);
  });

  it('expires what is left, once', () => {
    expect(decided(expiry(5, 3)).movements).toMatchObject([{ kind: 'expired', milliTokens: 2_990_000n }]);
    expect(replay.account).toMatchObject({ nextSequence: 6, grants: [{ drawnMilli: 10_000n }] });
  });

  it('draws back for a late record what had expired', () => {
    expect(decided(record(6)).movements).toMatchObject([
      { kind: 'expiry_reversed', grantNumber: 3, milliTokens: 10_000n },
    ]);
  });
});
