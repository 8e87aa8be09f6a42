import fc from 'fast-check';
import { at, versionOf } from '../../../../test/support/core-catalogue';
import { CONTENT, months } from '../../../../test/support/core-market';
import { journalSums, rollupSums } from '../../../../test/support/core-observed';
import { correctionsOf, ratedOf } from '../../../../test/support/core-rated';
import { claimed, open, scenarios, type Scenario, type World } from '../../../../test/support/core-scenario';
import type { ChargingCatalogue } from '../catalogue-view';
import { compileCatalogue } from '../compile-catalogue';
import { voidRecords } from './correct';
import { decide } from '../decide';
import { reRate, type ReRateDecision } from './re-rate-account';

const runs = { numRuns: 60 };
const EARLY = at('2026-10-01T00:00');

/** Rows that count overage alone: what they charge together is T of the counter, whoever moved it first. */
const [retail, later] = CONTENT.price_book.map(({ body, ...version }) => ({
  ...version,
  body: { ...body, tiers: body.tiers.map((row) => ({ ...row, counts: 'overage' as const })) },
}));
const catalogue = compileCatalogue({ ...CONTENT, price_book: [retail, later] as never });

/** With other coefficients, prices and costs from the middle of October on, and a model less. */
const changed = compileCatalogue({
  ...CONTENT,
  epoch: 2,
  models: CONTENT.models.filter(({ code }) => code !== 'mini'),
  price_book: [
    ...([retail, later] as never[]),
    { ...(retail as (typeof CONTENT.price_book)[number]), id: 90, effectiveFrom: at('2026-10-12T00:00') },
  ],
  cost_book: CONTENT.cost_book.map((book) => ({
    ...book,
    body: { ...book.body, entries: book.body.entries.map((entry) => ({ ...entry, price: '0.9' })) },
  })),
  coefficient_table: [
    ...CONTENT.coefficient_table,
    versionOf(
      91,
      'standard',
      {
        code: 'standard',
        rows: [{ model: 'glm-*', class: '*', coefficient: '1.5' }],
      },
      at('2026-10-10T00:00'),
    ),
  ],
  split_rule: CONTENT.split_rule.filter(({ code }) => code !== 'mini'),
});

/** Everybody has a base tariff, so that whether a record can be charged does not depend on the others. */
const withBase = ({ holders, calls }: Scenario): Scenario => ({
  calls,
  holders: holders.map(({ anchorDay, plans }) => ({
    anchorDay,
    plans: plans.includes('base') ? plans : ['base', ...plans],
  })),
});

function charge(scenario: Scenario, without: (index: number) => boolean = () => false): World {
  const world = open(scenario);
  const records = claimed(scenario).filter((_, index) => !without(index));
  world.decisions.push(decide({ records, ...world, catalogue, months }));
  return world;
}

/** All of an account’s records, with what rates them now. */
function reRated(
  { accounts, decisions }: World,
  own: ChargingCatalogue,
  before = catalogue,
): ReRateDecision[] {
  const rated = ratedOf(decisions, before);
  return [...accounts.keys()].map((id) =>
    reRate(
      { accounts, catalogue: own, months, now: EARLY },
      id,
      rated.filter((one) => one.rating.accountId === id),
    ),
  );
}

const balances = ({ accounts }: World): object[] =>
  [...accounts.values()].map(({ grants, counters }) => ({
    counters: [...counters].filter(([, quantity]) => quantity !== 0n).sort(),
    grants: grants.map(({ subscriptionId, cycle, drawnMilli, leftMilli }) => [
      subscriptionId,
      cycle,
      drawnMilli,
      leftMilli,
    ]),
  }));

/** Of the roll-ups all but the money, in which tiers and recognition may have moved between lines. */
const quantities = ({ decisions }: World): object =>
  rollupSums(decisions).filter(([key]) => !/ (gross|net)$/.test(key));

const money = ({ decisions }: World): object => {
  const sums = new Map<string, bigint>();
  for (const [key, amount] of journalSums(decisions)) {
    const [account, , , ledgerAccount] = key.split(' ');
    const name = `${account} ${ledgerAccount}`;
    sums.set(name, (sums.get(name) ?? 0n) + amount);
  }
  return [...sums].filter(([, amount]) => amount !== 0n).sort();
};

describe('a re-rating', () => {
  it('finds nothing where nothing has changed', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const world = charge(scenario);
        const found = reRated(world, catalogue);
        expect(found.flatMap((one) => [...one.corrections, ...one.kept])).toEqual([]);
      }),
      runs,
    );
  });

  it('after voids comes to what charging the others alone comes to', () => {
    fc.assert(
      fc.property(scenarios, fc.func(fc.boolean()), (any, chosen) => {
        const scenario = withBase(any);
        const world = charge(scenario);
        const records = ratedOf(world.decisions, catalogue);
        const voided = records.filter(({ rating }) => chosen(rating.record.recordId));
        const gone = new Set(voided.map(({ rating }) => Number(rating.record.recordId)));
        const { accounts } = world;
        world.decisions.push(voidRecords({ accounts, catalogue, months, now: EARLY }, voided));
        world.decisions.push(...reRated(world, catalogue));
        const alone = charge(scenario, (index) => gone.has(index));
        // A voided record may have been the first of a cycle, whose grant stays issued.
        const [left, right] = [balances(world), balances(alone)] as { grants: bigint[][] }[][];
        const drawn = (all: { grants: bigint[][] }[]) =>
          all.map((one) => ({ ...one, grants: one.grants.filter(([, , milli]) => milli !== 0n).sort() }));
        expect(drawn(left as never)).toEqual(drawn(right as never));
        expect(quantities(world)).toEqual(quantities(alone));
        const used = (of: World) =>
          (money(of) as [string, bigint][]).filter(([key]) => /usage|consumed|package/.test(key));
        expect(used(world)).toEqual(used(alone));
      }),
      runs,
    );
  });

  it('with another catalogue finds nothing the second time, and no grant gives more than it holds', () => {
    fc.assert(
      fc.property(scenarios, (any) => {
        const world = charge(withBase(any));
        const first = reRated(world, changed);
        world.decisions.push(...first);
        const again = [...world.accounts.keys()].map((id) => {
          const rated = ratedOf(world.decisions, catalogue)
            .filter((one) => one.rating.accountId === id)
            .map((one) =>
              one.rating.sequence === one.recordSequence ? one : { ...one, catalogue: changed },
            );
          return reRate({ ...world, catalogue: changed, months, now: EARLY }, id, rated);
        });
        expect(again.flatMap((one) => one.corrections)).toEqual([]);
        expect(again.flatMap((one) => one.kept.length)).toEqual(first.map((one) => one.kept.length));
        for (const { grants } of world.accounts.values()) {
          for (const grant of grants) {
            expect(grant.leftMilli).toBe(grant.quantityMilli - grant.drawnMilli);
            expect(grant.leftMilli >= 0n).toBe(true);
          }
        }
      }),
      runs,
    );
  });

  it('states each difference by two entries, and its entries and the records are what the roll-ups add up to', () => {
    fc.assert(
      fc.property(scenarios, (any) => {
        const world = charge(withBase(any));
        const found = reRated(world, changed);
        for (const { differences, corrections, charged } of found) {
          expect(charged).toEqual([]);
          expect(corrections.map((one) => one.kind)).toEqual([
            ...differences.map(() => 'reversal'),
            ...differences.map(() => 're_rating'),
          ]);
          const numbers = corrections.map(({ rating }) => rating.sequence);
          expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
        }
        world.decisions.push(...found);
        const entries = world.decisions.flatMap((one) => [
          ...one.charged,
          ...correctionsOf(one).map(({ rating }) => rating),
        ]);
        const sumOf = <T>(all: readonly T[], of: (one: T) => bigint): bigint =>
          all.reduce((total, one) => total + of(one), 0n);
        const lines = world.decisions.flatMap((one) => one.rollups);
        const packages = lines.filter((one) => one.kind === 'package');
        expect([
          sumOf(lines, (one) => one.drawnMilli),
          sumOf(packages, (one) => one.net ?? 0n),
          sumOf(lines, (one) => one.gross) - sumOf(packages, (one) => one.gross),
          sumOf(lines, (one) => one.vendorCost),
          sumOf(lines, (one) => one.computeCost),
          sumOf(lines, (one) => BigInt(one.records)),
        ]).toEqual([
          sumOf(entries, (one) => one.drawnMilli),
          sumOf(entries, (one) => one.recognisedNet),
          sumOf(entries, (one) => one.usageGross),
          sumOf(entries, (one) => one.vendorCost ?? 0n),
          sumOf(entries, (one) => one.computeCost ?? 0n),
          BigInt(world.decisions.flatMap((one) => one.charged).length),
        ]);
      }),
      runs,
    );
  });
});
