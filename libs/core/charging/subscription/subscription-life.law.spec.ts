import fc from 'fast-check';
import { at } from '../../../../test/support/core-catalogue';
import { LOG, Subscriber, versionIdOf } from '../../../../test/support/core-subscriptions';
import type { AccountState, GrantState, SubscriptionState } from '../account-state';
import { renewAhead } from '../order';
import { AccountReplay } from '../replay/replay-account';
import type { SubscriptionAction } from './subscription-change';

const START = at('2026-10-05T09:30');
const HOUR_MS = 3_600_000;
const PACKAGES = ['small', 'big', 'actual', 'calendar', 'dear'];
const BASES = ['base', 'loyal', 'season'];

const when = fc.constantFrom('now', 'period_end');
const changed = (plans: readonly string[]): fc.Arbitrary<SubscriptionAction> =>
  fc.record({
    kind: fc.constant('plan_changed'),
    when,
    planVersionId: fc.constantFrom(...plans).map(versionIdOf),
    channel: fc.constantFrom(null, 'shop'),
  });
const actions: fc.Arbitrary<SubscriptionAction> = fc.oneof(
  { weight: 4, arbitrary: changed(PACKAGES) },
  { weight: 2, arbitrary: changed(BASES) },
  { weight: 2, arbitrary: fc.constant({ kind: 'plan_change_cancelled' } as const) },
  { weight: 2, arbitrary: when.map((one) => ({ kind: 'ended', when: one }) as const) },
  { weight: 2, arbitrary: fc.constant({ kind: 'resumed' } as const) },
  { weight: 3, arbitrary: fc.constant({ kind: 'suspended' } as const) },
  { weight: 3, arbitrary: fc.constant({ kind: 'reactivated' } as const) },
  {
    weight: 2,
    arbitrary: fc
      .record({ cycle: fc.integer({ min: 2, max: 4 }), begins: fc.constantFrom('append', 'stack') })
      .map(
        (own) => ({ kind: 'renewed', ...own, planVersionId: versionIdOf('pack'), channel: null }) as const,
      ),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.integer({ min: -500, max: 2_000 }), fc.option(fc.nat(2_000)))
      .map(([from, length]) => {
        const asOf = START + from * HOUR_MS;
        return {
          kind: 'prices_pinned',
          asOf,
          until: length === null ? null : asOf + length * HOUR_MS,
        } as const;
      }),
  },
);
const steps = fc.array(
  fc.record({
    hours: fc.constantFrom(0, 1, 20, 100, 400, 900),
    which: fc.constantFrom(0, 0, 0, 1, 2),
    what: fc.oneof(
      { weight: 5, arbitrary: actions },
      fc.constant('call' as const),
      fc.constant('renew' as const),
    ),
    tokens: fc.constantFrom(300, 7_000, 30_000),
  }),
  { minLength: 8, maxLength: 16 },
);
type Steps = typeof steps extends fc.Arbitrary<infer T> ? T : never;
const taken = fc.record({ package: fc.constantFrom(...PACKAGES), base: fc.constantFrom(...BASES) });

interface Lived {
  readonly subscriber: Subscriber;
  /** How many changes were not refused. */
  readonly changes: number;
}

/** Mostly what the action can be done to. */
function isMeant({ plan: { body } }: SubscriptionState, action: SubscriptionAction): boolean {
  if (action.kind === 'renewed') return body.role === 'pack';
  if (action.kind === 'prices_pinned') return body.role === 'base';
  if (action.kind === 'plan_changed') return body.role === LOG.catalogue.plan(action.planVersionId).body.role;
  return body.role !== 'pack';
}

/** Of the subscriptions that are there by then mostly the last one. */
function lived({ package: plan, base }: { package: string; base: string }, life: Steps): Lived {
  const subscriber = new Subscriber(7);
  for (const code of [base, plan, 'pack']) subscriber.order(code, START);
  let now = START;
  let changes = 0;
  life.forEach(({ hours, which, what, tokens }, index) => {
    now += hours * HOUR_MS;
    const { subscriptions } = subscriber.account;
    if (what === 'call') subscriber.call(now, { input: tokens }, String(index));
    else if (what === 'renew')
      subscriber.keep(renewAhead([subscriber.account], now, LOG.catalogue, LOG.months), []);
    else {
      const meant = subscriptions.filter((one) => isMeant(one, what));
      const id = meant[Math.max(meant.length - 1 - which, 0)]?.id ?? 0;
      if (subscriber.change(id, what, now).outcome.ok) changes++;
    }
  });
  subscriber.keep(renewAhead([subscriber.account], now + 2_000 * HOUR_MS, LOG.catalogue, LOG.months), []);
  return { subscriber, changes };
}

/** The first of a row of subscriptions that take over from each other. */
function rootOf({ subscriptions }: AccountState, id: number | null): number | null {
  const follows = subscriptions.find((one) => one.id === id)?.follows ?? null;
  return follows === null ? id : rootOf({ subscriptions } as AccountState, follows);
}

const byStart = (a: GrantState, b: GrantState): number =>
  a.effectiveAt - b.effectiveAt || a.number - b.number;
const stands = ({ nextSequence, subscriptions, grants }: AccountState): object => ({
  nextSequence,
  subscriptions: subscriptions.map(({ plan, isNew: _new, isChanged: _changed, ...one }) => [plan.id, one]),
  grants: grants
    .map(({ number, cycle, origin, subscriptionId, plan, ...one }) => [
      number,
      cycle,
      origin,
      subscriptionId,
      plan.id,
      one.channel,
      one.effectiveAt,
      one.expiresAt,
      one.quantityMilli,
      one.leftMilli,
      one.priceGross,
      one.priceNet,
    ])
    .sort(),
});
const runs = { numRuns: 200 };

describe('the life of subscriptions, whatever is done to them and when', () => {
  it('grants no period twice, and lets no two cycles overlap', () => {
    let changes = 0;
    fc.assert(
      fc.property(taken, steps, (plans, life) => {
        const { subscriber, changes: made } = lived(plans, life);
        changes += made;
        const { account } = subscriber;
        const rows = new Map<number | null, GrantState[]>();
        for (const grant of account.grants.filter((one) => one.origin === 'sold')) {
          const root = rootOf(account, grant.subscriptionId);
          rows.set(root, [...(rows.get(root) ?? []), grant]);
        }
        for (const row of rows.values()) {
          row.sort(byStart);
          row.forEach((grant, index) => {
            expect(grant.expiresAt).toBeGreaterThan(grant.effectiveAt);
            const next = row[index + 1];
            if (next !== undefined) expect(grant.expiresAt).toBeLessThanOrEqual(next.effectiveAt);
          });
        }
        for (const { id, endsAt, startsAt } of account.subscriptions) {
          const own = account.grants.filter((one) => one.subscriptionId === id).sort(byStart);
          const cycles = own.filter((one) => one.origin !== 'plan_change').map(({ cycle }) => cycle);
          expect([...cycles].sort((a, b) => a - b)).toEqual(cycles.map((_, index) => index + 1));
          for (const { origin, effectiveAt } of own)
            expect(origin === 'sold' && endsAt !== null && effectiveAt >= Math.max(endsAt, startsAt)).toBe(
              false,
            );
        }
      }),
      runs,
    );
    expect(changes).toBeGreaterThan(2 * runs.numRuns);
  });

  it('has one base tariff at an instant at most', () => {
    fc.assert(
      fc.property(taken, steps, (plans, life) => {
        const { account } = lived(plans, life).subscriber;
        const bases = account.subscriptions
          .filter((one) => one.plan.body.role === 'base' && one.endsAt !== one.startsAt)
          .sort((a, b) => a.startsAt - b.startsAt);
        bases.forEach((one, index) => {
          const next = bases[index + 1];
          if (next !== undefined) expect(one.endsAt ?? Infinity).toBeLessThanOrEqual(next.startsAt);
        });
      }),
      runs,
    );
  });

  it('comes out again when it is told anew', () => {
    fc.assert(
      fc.property(taken, steps, (plans, life) => {
        const { account, writes, decisions } = lived(plans, life).subscriber;
        const replay = new AccountReplay({ id: 1, code: 'a1', zone: account.zone, anchorDay: 7 });
        const told = writes.map((write) => replay.write(write));
        expect(told.filter((one) => !one.ok)).toEqual([]);
        expect(stands(replay.account)).toEqual(stands(account));
        const changesOf = (all: readonly { readonly subscriptionChanges: readonly object[] }[]) =>
          all.flatMap((one) => one.subscriptionChanges);
        expect(changesOf(told.map((one) => (one.ok ? one.value : { subscriptionChanges: [] })))).toEqual(
          changesOf(decisions),
        );
        const grossOf = (all: readonly { readonly charged?: readonly { usageGross: bigint }[] }[]) =>
          all.flatMap((one) => one.charged ?? []).map(({ usageGross }) => usageGross);
        expect(grossOf(told.map((one) => (one.ok ? one.value : {})))).toEqual(grossOf(decisions));
      }),
      runs,
    );
  });
});
