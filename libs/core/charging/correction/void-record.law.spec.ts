import fc from 'fast-check';
import { at } from '../../../../test/support/core-catalogue';
import { catalogue, months } from '../../../../test/support/core-market';
import { balancesOf, journalSums, rollupSums } from '../../../../test/support/core-observed';
import { ratedOf } from '../../../../test/support/core-rated';
import { claimed, open, scenarios, type Scenario, type World } from '../../../../test/support/core-scenario';
import { imbalance, recognised } from '../../ledger';
import { voidRecords } from './correct';
import { decide } from '../decide';
import { expireDue } from '../expire';
import { renewAhead } from '../order';
import type { RatedRecord } from './rated-record';

const runs = { numRuns: 80 };
/** Before any expiry is over. */
const EARLY = at('2026-10-01T00:00');
const YEARS_ON = at('2028-01-01T00:00');

const takeBack = ({ accounts, decisions }: World, rated: readonly RatedRecord[], now = EARLY): void => {
  decisions.push(voidRecords({ accounts, catalogue, months, now }, rated));
};

function charged(scenario: Scenario): World {
  const world = open(scenario);
  world.decisions.push(decide({ records: claimed(scenario), ...world, catalogue, months }));
  return world;
}

const countersOf = ({ accounts }: World): [string, bigint][] =>
  [...accounts.values()]
    .flatMap(({ id, counters }) =>
      [...counters].map(([key, quantity]): [string, bigint] => [`${id} ${key}`, quantity]),
    )
    .filter(([, quantity]) => quantity !== 0n)
    .sort();

const observed = (world: World): object => ({
  balances: [...world.accounts.values()].map(balancesOf),
  counters: countersOf(world),
  journals: journalSums(world.decisions),
  rollups: rollupSums(world.decisions),
});

describe('a void', () => {
  it('right after the charge leaves every balance, counter, journal and roll-up as it was', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const world = open(scenario);
        for (const one of claimed(scenario)) {
          world.decisions.push(renewAhead(world.accounts.values(), one.record.at, catalogue, months));
          const before = observed(world);
          const own = decide({ records: [one], ...world, catalogue, months });
          world.decisions.push(own);
          takeBack(world, ratedOf([own], catalogue));
          expect(observed(world)).toEqual(before);
          world.decisions.push(decide({ records: [one], ...world, catalogue, months }));
        }
      }),
      runs,
    );
  });

  it('of everything, in whatever order, leaves no draw, counter or revenue behind', () => {
    const ranks = fc.infiniteStream(fc.nat());
    fc.assert(
      fc.property(scenarios, ranks, (scenario, rank) => {
        const world = charged(scenario);
        const mixed = ratedOf(world.decisions, catalogue)
          .map((one) => ({ one, rank: rank.next().value as number }))
          .sort((a, b) => a.rank - b.rank);
        for (const { one } of mixed) takeBack(world, [one]);
        for (const { grants } of world.accounts.values()) {
          for (const grant of grants)
            expect([grant.drawnMilli, grant.leftMilli]).toEqual([0n, grant.quantityMilli]);
        }
        expect(countersOf(world)).toEqual([]);
        const totals = new Map<string, bigint>();
        const add = (key: string, amount: bigint): unknown =>
          totals.set(key, (totals.get(key) ?? 0n) + amount);
        for (const [key, amount] of journalSums(world.decisions)) {
          const [account, , , ledgerAccount] = key.split(' ');
          if (/^(package_revenue|token_consumed)$/.test(ledgerAccount ?? ''))
            add(`${account} ${ledgerAccount}`, amount);
        }
        // A pico-yuan may have moved from one line to another: that is how cumulative recognition telescopes.
        for (const [key, amount] of rollupSums(world.decisions)) {
          const isPackage = key.includes('"kind":"package"');
          if (!/ (gross|net)$/.test(key)) add(key, amount);
          else if (isPackage) add(`package ${key.slice(key.lastIndexOf(' '))}`, amount);
        }
        expect([...totals].filter(([, amount]) => amount !== 0n)).toEqual([]);
      }),
      runs,
    );
  });

  it('posts to zero, and what it leaves deferred is what its grants have not recognised', () => {
    fc.assert(
      fc.property(scenarios, fc.func(fc.boolean()), fc.boolean(), (scenario, chosen, expired) => {
        const world = charged(scenario);
        if (expired) world.decisions.push(expireDue(world.accounts.values(), YEARS_ON, catalogue, months));
        const rated = ratedOf(world.decisions, catalogue).filter((one) => chosen(one.recordSequence));
        takeBack(world, rated, expired ? YEARS_ON : EARLY);
        for (const { journals } of world.decisions) expect(imbalance(journals)).toEqual(new Map());
        const booked = new Map<string, bigint>();
        for (const { accountId, account, amount } of world.decisions.flatMap((one) => one.journals)) {
          booked.set(`${accountId} ${account}`, (booked.get(`${accountId} ${account}`) ?? 0n) + amount);
        }
        for (const { id, grants } of world.accounts.values()) {
          let [deferred, revenue, held] = [0n, 0n, 0n];
          for (const { priceNet, quantityMilli, drawnMilli, expiredMilli } of grants) {
            const own = recognised(priceNet, quantityMilli, drawnMilli);
            revenue += own;
            deferred += expired || drawnMilli === quantityMilli ? 0n : priceNet - own;
            held += quantityMilli - drawnMilli - expiredMilli;
            if (expired) expect(expiredMilli).toBe(quantityMilli - drawnMilli);
          }
          expect(-(booked.get(`${id} deferred_revenue`) ?? 0n)).toBe(deferred);
          expect(-(booked.get(`${id} package_revenue`) ?? 0n)).toBe(revenue);
          expect(booked.get(`${id} token_balance`) ?? 0n).toBe(held);
        }
      }),
      runs,
    );
  });
});
