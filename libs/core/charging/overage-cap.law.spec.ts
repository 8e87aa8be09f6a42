import fc from 'fast-check';
import { at } from '../../../test/support/core-catalogue';
import { CAPPED, CAPS, cappedCatalogue as catalogue } from '../../../test/support/core-capped';
import { months } from '../../../test/support/core-market';
import { balancesOf, journalSums, rollupSums } from '../../../test/support/core-observed';
import { correctionsOf, ratedOf } from '../../../test/support/core-rated';
import { claimed, open, scenarios, type Scenario, type World } from '../../../test/support/core-scenario';
import { parseYuan } from '../kernel';
import { compileCatalogue } from './compile-catalogue';
import { voidRecords } from './correction/correct';
import type { RatedRecord } from './correction/rated-record';
import { reRate, type ReRateDecision } from './correction/re-rate-account';
import { decide } from './decide';
import type { ChargedRecord } from './decision';
import { isCapCounter } from './overage-cap';
import { renewAhead } from './order';

const runs = { numRuns: 80 };
const EARLY = at('2026-10-01T00:00');
const circumstances = { catalogue, months, now: EARLY };

/** Prices three times as high, from the middle of October on. */
const dearer = compileCatalogue({
  ...CAPPED,
  epoch: 2,
  price_book: [
    ...CAPPED.price_book,
    ...CAPPED.price_book.slice(0, 1).map((book) => ({
      ...book,
      id: 90,
      effectiveFrom: at('2026-10-12T00:00'),
      body: { ...book.body, entries: book.body.entries.map((entry) => ({ ...entry, price: '6' })) },
    })),
  ],
});

function charged(scenario: Scenario, without: (index: number) => boolean = () => false): World {
  const world = open(scenario, catalogue);
  const records = claimed(scenario).filter((_, index) => !without(index));
  world.decisions.push(decide({ records, ...world, catalogue, months }));
  return world;
}

const takeBack = (world: World, rated: readonly RatedRecord[]): unknown =>
  world.decisions.push(voidRecords({ ...circumstances, accounts: world.accounts }, rated));

const entriesOf = ({ decisions }: World): ChargedRecord[] =>
  decisions.flatMap((one) => [...one.charged, ...correctionsOf(one).map(({ rating }) => rating)]);

/** What each account is charged, and what its windows say that it must be charged. */
function chargesOf(world: World): { readonly charged: bigint; readonly due: bigint }[] {
  return [...world.accounts.values()].map(({ id, counters, subscriptions }) => {
    const own = entriesOf(world).filter((one) => one.accountId === id);
    let due = 0n;
    for (const [key, rated] of counters) {
      if (!isCapCounter(key)) continue;
      const plan = subscriptions.find((one) => String(one.id) === key.split('|')[0])?.plan.code;
      const limit = parseYuan(CAPS[plan ?? ''] ?? '0');
      due += rated < limit ? rated : limit;
    }
    return { charged: own.reduce((total, one) => total + one.usageGross, 0n), due };
  });
}

function reRated({ accounts, decisions }: World, own = catalogue): ReRateDecision[] {
  const rated = ratedOf(decisions, catalogue).map((one) =>
    one.rating.sequence === one.recordSequence ? one : { ...one, catalogue: own },
  );
  return [...accounts.keys()].map((id) =>
    reRate(
      { accounts, catalogue: own, months, now: EARLY },
      id,
      rated.filter((one) => one.rating.accountId === id),
    ),
  );
}

describe('usage within caps', () => {
  it('is charged what its windows were rated, and no more than their caps', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        for (const { charged: sum, due } of chargesOf(charged(scenario))) expect(sum).toBe(due);
      }),
      runs,
    );
  });

  it('is never charged in a record that is overdraw, which names no tariff', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        for (const one of charged(scenario).decisions.flatMap((all) => [...all.charged])) {
          if (one.overageKind !== 'overdraw') continue;
          expect([one.usageGross, one.basePlanVersionId, one.priceVersionId]).toEqual([0n, null, null]);
        }
      }),
      runs,
    );
  });

  it('comes back to where it was when a record is taken back right after it', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const world = open(scenario, catalogue);
        const observed = (): object => ({
          balances: [...world.accounts.values()].map(balancesOf),
          counters: [...world.accounts.values()].map(({ counters }) =>
            [...counters].filter(([, quantity]) => quantity !== 0n).sort(),
          ),
          journals: journalSums(world.decisions),
          rollups: rollupSums(world.decisions),
        });
        for (const one of claimed(scenario)) {
          world.decisions.push(renewAhead(world.accounts.values(), one.record.at, catalogue, months));
          const before = observed();
          const own = decide({ records: [one], ...world, catalogue, months });
          world.decisions.push(own);
          takeBack(world, ratedOf([own], catalogue));
          expect(observed()).toEqual(before);
          world.decisions.push(decide({ records: [one], ...world, catalogue, months }));
        }
      }),
      runs,
    );
  });

  it('stays what its windows say, whichever records are taken back in whatever order', () => {
    const ranks = fc.infiniteStream(fc.nat());
    fc.assert(
      fc.property(scenarios, ranks, (scenario, rank) => {
        const world = charged(scenario);
        const mixed = ratedOf(world.decisions, catalogue)
          .map((one) => ({ one, rank: rank.next().value as number }))
          .sort((a, b) => a.rank - b.rank);
        for (const { one } of mixed) {
          takeBack(world, [one]);
          for (const { charged: sum, due } of chargesOf(world)) expect(sum).toBe(due);
        }
        for (const { charged: sum } of chargesOf(world)) expect(sum).toBe(0n);
      }),
      runs,
    );
  });

  it('is, after voids and a re-rating, what charging the others alone comes to, line by line but for the money', () => {
    fc.assert(
      fc.property(scenarios, fc.func(fc.boolean()), (any, chosen) => {
        const holders = any.holders.map((one) => ({ ...one, plans: [...new Set([...one.plans, 'base'])] }));
        const scenario = { ...any, holders };
        const world = charged(scenario);
        const voided = ratedOf(world.decisions, catalogue).filter(({ rating }) =>
          chosen(rating.record.recordId),
        );
        const gone = new Set(voided.map(({ rating }) => Number(rating.record.recordId)));
        takeBack(world, voided);
        world.decisions.push(...reRated(world));
        const alone = charged(scenario, (index) => gone.has(index));
        const quantities = ({ decisions }: World): object =>
          rollupSums(decisions).filter(([key]) => !/ (gross|net)$/.test(key));
        expect(quantities(world)).toEqual(quantities(alone));
        expect(chargesOf(world).map((one) => one.charged)).toEqual(
          chargesOf(alone).map((one) => one.charged),
        );
      }),
      runs,
    );
  });

  it('is rated anew by other prices once: the second time finds nothing', () => {
    fc.assert(
      fc.property(scenarios, (any) => {
        const holders = any.holders.map((one) => ({ ...one, plans: [...new Set([...one.plans, 'base'])] }));
        const world = charged({ ...any, holders });
        expect(reRated(world).flatMap((one) => one.corrections)).toEqual([]);
        world.decisions.push(...reRated(world, dearer));
        for (const { charged: sum, due } of chargesOf(world)) expect(sum).toBe(due);
        expect(reRated(world, dearer).flatMap((one) => one.corrections)).toEqual([]);
      }),
      runs,
    );
  });
});
