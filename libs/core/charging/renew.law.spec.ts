import fc from 'fast-check';
import { accountOf, contentOf, planOf, ruleOf, versionOf } from '../../../test/support/core-catalogue';
import { dayStart, daysInMonth, dayOf } from '../kernel';
import type { AccountState, GrantState } from './account-state';
import { compileCatalogue } from './compile-catalogue';
import { inBurnOrder } from '../entitlement';
import { newSubscription } from './new-subscription';
import { renewDue } from './renew';

const never = (): never => {
  throw new Error('nobody has committed to anything');
};
const neverClosed = { close: never, lapse: never };
const DAY_MS = 86_400_000;
const FROM = Date.UTC(2026, 0, 1);

const plan = (code: string, cycleAnchor: 'calendar' | 'order_day') =>
  planOf({
    code,
    role: 'package',
    price: '1',
    cycleAnchor,
    allowance: { tokens: 1, models: ['*'], source: 'allowance' },
  });
const catalogue = compileCatalogue(
  contentOf({
    plan: [
      versionOf(1, 'calendar', plan('calendar', 'calendar')),
      versionOf(2, 'anchored', plan('anchored', 'order_day')),
    ],
    split_rule: [versionOf(3, 'default', ruleOf('default'))],
  }),
);

const subscribers = fc.record({
  zone: fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Pacific/Apia'),
  plans: fc.array(
    fc.record({ id: fc.constantFrom(1, 2), startsAt: fc.integer({ min: FROM, max: FROM + 90 * DAY_MS }) }),
    {
      minLength: 1,
      maxLength: 3,
    },
  ),
});
type Subscriber = typeof subscribers extends fc.Arbitrary<infer T> ? T : never;
const until = fc.integer({ min: FROM, max: FROM + 400 * DAY_MS });

function open({ zone, plans }: Subscriber): AccountState {
  const account = accountOf({ zone });
  for (const { id, startsAt } of plans) {
    account.subscriptions.push(newSubscription(account, catalogue.plan(id), startsAt, null));
  }
  return account;
}
const windows = (grants: readonly GrantState[]) =>
  grants.map(({ number, subscriptionId, cycle, effectiveAt, expiresAt }) => ({
    number,
    subscriptionId,
    cycle,
    effectiveAt,
    expiresAt,
  }));

describe('renewing', () => {
  it('issues nothing twice', () => {
    fc.assert(
      fc.property(subscribers, until, (subscriber, now) => {
        const account = open(subscriber);
        const issued = renewDue(account, now, catalogue, neverClosed);
        const before = { numbers: account.nextSequence, grants: windows(account.grants) };
        expect(issued).toHaveLength(account.grants.length);
        expect(renewDue(account, now, catalogue, neverClosed)).toEqual([]);
        expect({ numbers: account.nextSequence, grants: windows(account.grants) }).toEqual(before);
      }),
    );
  });

  it('in steps is renewing at once', () => {
    fc.assert(
      fc.property(subscribers, fc.array(until, { maxLength: 5 }), until, (subscriber, steps, last) => {
        const [stepped, whole] = [open(subscriber), open(subscriber)];
        for (const step of steps.filter((one) => one < last)) renewDue(stepped, step, catalogue, neverClosed);
        renewDue(stepped, last, catalogue, neverClosed);
        renewDue(whole, last, catalogue, neverClosed);
        const without = (account: AccountState) =>
          windows(account.grants).map(({ number: _, ...one }) => one);
        expect(without(stepped)).toEqual(without(whole));
        expect(stepped.nextSequence).toBe(whole.nextSequence);
        expect(without({ ...whole, grants: whole.grants.toSorted(inBurnOrder) })).toEqual(without(whole));
      }),
    );
  });

  it('lays cycle to cycle without a gap, from the start to the first that is not due yet', () => {
    fc.assert(
      fc.property(subscribers, until, (subscriber, now) => {
        const account = open(subscriber);
        renewDue(account, now, catalogue, neverClosed);
        for (const { id, startsAt, nextCycle, nextCycleAt } of account.subscriptions) {
          const own = account.grants
            .filter((one) => one.subscriptionId === id)
            .sort((a, b) => a.cycle - b.cycle);
          expect(own.map((one) => one.cycle)).toEqual(own.map((_, index) => index + 1));
          const bounds = [...own.map((one) => one.effectiveAt), nextCycleAt];
          expect(bounds[0]).toBe(startsAt);
          expect(own.map((one) => one.expiresAt)).toEqual(bounds.slice(1));
          expect(nextCycle).toBe(own.length + 1);
          expect(Number(nextCycleAt) > now).toBe(true);
          if (own.length > 0) expect((own.at(-1) as GrantState).effectiveAt <= now).toBe(true);
        }
      }),
    );
  });

  it('begins each cycle at midnight of the anchor day, or of the month’s last day where it is missing', () => {
    fc.assert(
      fc.property(subscribers, until, (subscriber, now) => {
        const account = open(subscriber);
        renewDue(account, now, catalogue, neverClosed);
        for (const grant of account.grants.filter((one) => one.cycle > 1)) {
          const { anchorDay } = account.subscriptions.find((one) => one.id === grant.subscriptionId) ?? {
            anchorDay: 0,
          };
          const [year, month, day] = dayOf(account.zone, grant.effectiveAt).split('-').map(Number);
          expect(grant.effectiveAt).toBe(dayStart(account.zone, grant.effectiveAt));
          expect(day).toBe(Math.min(anchorDay, daysInMonth(year as number, month as number)));
        }
      }),
    );
  });
});
