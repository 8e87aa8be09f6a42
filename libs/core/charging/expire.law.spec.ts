import fc from 'fast-check';
import { at } from '../../../test/support/core-catalogue';
import { catalogue, months } from '../../../test/support/core-market';
import {
  balancesOf,
  charges,
  journalSums,
  rollupSums,
  suspensions,
} from '../../../test/support/core-observed';
import { claimed, open, scenarios, type Scenario, type World } from '../../../test/support/core-scenario';
import { recognised } from '../ledger';
import { decide } from './decide';
import { expireDue } from './expire';

const YEARS_ON = at('2028-01-01T00:00');
const DAY_MS = 86_400_000;

interface Expiry {
  /** After how many of the records. */
  readonly place: number;
  readonly now: number;
}

const expiries = fc
  .array(
    fc.record({ place: fc.nat(30), now: fc.nat(120).map((days) => at('2026-10-01T00:00') + days * DAY_MS) }),
    { maxLength: 4 },
  )
  .map((all) => all.sort((a, b) => a.now - b.now));

/** Charges the records with expiries booked among them, and at last all that can expire. */
function play(scenario: Scenario, booked: readonly Expiry[]): World {
  const world = open(scenario);
  const { accounts, decisions } = world;
  const expire = (now: number): unknown =>
    decisions.push(expireDue(accounts.values(), now, catalogue, months));
  claimed(scenario).forEach((one, index) => {
    for (const { place, now } of booked) if (place === index) expire(now);
    decisions.push(decide({ records: [one], accounts, catalogue, months }));
  });
  expire(YEARS_ON);
  return world;
}

const runs = { numRuns: 80 };

describe('expiries', () => {
  it('come to the same whenever they are booked: late records draw back what expired before them', () => {
    fc.assert(
      fc.property(scenarios, expiries, (scenario, booked) => {
        const observed = (world: World): object => ({
          balances: [...world.accounts.values()].map(balancesOf),
          counters: [...world.accounts.values()].map((one) => [...one.counters].sort()),
          charges: charges(world.decisions, false),
          suspended: suspensions(world.decisions),
          journals: journalSums(world.decisions),
          rollups: rollupSums(world.decisions),
        });
        const [early, late] = [play(scenario, booked), play(scenario, [])];
        expect(observed(early)).toEqual(observed(late));
      }),
      runs,
    );
  });

  it('leave nothing deferred: what was not consumed is breakage, to the last pico-yuan', () => {
    fc.assert(
      fc.property(scenarios, expiries, (scenario, booked) => {
        const { accounts, decisions } = play(scenario, booked);
        const sums = new Map<string, bigint>();
        for (const { accountId, account, amount } of decisions.flatMap((one) => one.journals)) {
          sums.set(`${accountId} ${account}`, (sums.get(`${accountId} ${account}`) ?? 0n) + amount);
        }
        for (const { id, grants } of accounts.values()) {
          const consumed = grants.reduce(
            (total, one) => total + recognised(one.priceNet, one.quantityMilli, one.drawnMilli),
            0n,
          );
          const paid = grants.reduce((total, one) => total + one.priceNet, 0n);
          expect(sums.get(`${id} deferred_revenue`) ?? 0n).toBe(0n);
          expect(sums.get(`${id} token_balance`) ?? 0n).toBe(0n);
          expect(-(sums.get(`${id} package_revenue`) ?? 0n)).toBe(consumed);
          expect(-(sums.get(`${id} breakage_revenue`) ?? 0n)).toBe(paid - consumed);
        }
      }),
      runs,
    );
  });

  it('use numbers of the account’s sequence like everything else', () => {
    fc.assert(
      fc.property(scenarios, expiries, (scenario, booked) => {
        const { accounts, decisions } = play(scenario, booked);
        for (const account of accounts.values()) {
          const used = [
            ...account.subscriptions.map((one) => one.id),
            ...account.grants.map((one) => one.number),
            ...decisions
              .flatMap((one) => one.charged)
              .filter((one) => one.accountId === account.id)
              .map((one) => one.sequence),
            ...decisions
              .flatMap((one) => one.movements)
              .filter((one) => one.accountId === account.id && one.kind === 'expired')
              .map((one) => one.sequence),
          ].sort((a, b) => a - b);
          expect(used).toEqual(Array.from({ length: account.nextSequence - 1 }, (_, index) => index + 1));
        }
      }),
      runs,
    );
  });
});
