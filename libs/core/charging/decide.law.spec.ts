import fc from 'fast-check';
import { catalogue, months } from '../../../test/support/core-market';
import {
  charges,
  grouped,
  journalSums,
  rollupSums,
  stateOf,
  suspensions,
} from '../../../test/support/core-observed';
import { claimed, open, scenarios, type World } from '../../../test/support/core-scenario';
import { imbalance } from '../ledger';
import { decide, type ClaimedRecord } from './decide';
import { renewAhead } from './order';

const charge = ({ accounts, decisions }: World, records: readonly ClaimedRecord[]): void => {
  decisions.push(decide({ records, accounts, catalogue, months }));
};

/** Cuts a list wherever `cuts` says so; some parts may be empty. */
function partsOf<T>(all: readonly T[], cuts: readonly number[]): T[][] {
  const places = cuts.map((cut) => cut % (all.length + 1)).sort((a, b) => a - b);
  return [0, ...places].map((from, index) => all.slice(from, places[index] ?? all.length));
}

const observed = ({ accounts, decisions }: World): object => ({
  states: [...accounts.values()].map(stateOf),
  charges: charges(decisions),
  suspended: suspensions(decisions),
  movements: decisions.flatMap((one) => one.movements),
  costGaps: decisions.flatMap((one) => one.costGaps),
  journals: journalSums(decisions),
  rollups: rollupSums(decisions),
});

const cuts = fc.array(fc.nat(), { maxLength: 5 });
const runs = { numRuns: 80 };

describe('charging a batch', () => {
  it('posts to zero in each asset of each account and month', () => {
    fc.assert(
      fc.property(scenarios, cuts, (scenario, places) => {
        const world = open(scenario);
        for (const part of partsOf(claimed(scenario), places)) charge(world, part);
        for (const { journals } of world.decisions) {
          const books = grouped(journals, (line) => `${line.accountId} ${line.accountingMonth}`);
          for (const lines of books.values()) expect(imbalance(lines)).toEqual(new Map());
        }
      }),
      runs,
    );
  });

  it('comes to the same however it is cut', () => {
    fc.assert(
      fc.property(scenarios, cuts, (scenario, places) => {
        const [whole, cut] = [open(scenario), open(scenario)];
        charge(whole, claimed(scenario));
        for (const part of partsOf(claimed(scenario), places)) charge(cut, part);
        expect(observed(cut)).toEqual(observed(whole));
      }),
      runs,
    );
  });

  it('comes to the same for each account, however the accounts take turns', () => {
    const turns = fc.infiniteStream(fc.nat());
    fc.assert(
      fc.property(scenarios, turns, (scenario, ranks) => {
        const records = claimed(scenario);
        const ranked = records.map(({ accountId }) => ({ accountId, rank: ranks.next().value as number }));
        const own = grouped(records, (one) => one.accountId);
        const places = ranked.sort((a, b) => a.rank - b.rank);
        const mixed = places.map(({ accountId }) => own.get(accountId)?.shift() as ClaimedRecord);
        const [ordered, turned] = [open(scenario), open(scenario)];
        charge(ordered, claimed(scenario));
        charge(turned, mixed);
        const sorted = ({ accounts, decisions }: World): object => ({
          states: [...accounts.values()].map(stateOf),
          charges: (charges(decisions) as { recordId: string }[]).sort((a, b) => +a.recordId - +b.recordId),
          suspended: suspensions(decisions).sort(),
          journals: journalSums(decisions),
          rollups: rollupSums(decisions),
        });
        expect(sorted(turned)).toEqual(sorted(ordered));
      }),
      runs,
    );
  });

  it('leaves of a suspended record nothing behind but the cycles that were due', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const world = open(scenario);
        for (const one of claimed(scenario)) {
          renewAhead(world.accounts.values(), one.record.at, catalogue, months);
          const before = [...world.accounts.values()].map(stateOf);
          const { suspended, ...rest } = decide({ records: [one], ...world, catalogue, months });
          if (suspended.length === 0) continue;
          expect([...world.accounts.values()].map(stateOf)).toEqual(before);
          expect(Object.values(rest).flat()).toEqual([]);
        }
      }),
      runs,
    );
  });

  it('uses every number of an account’s sequence once, and each record once', () => {
    fc.assert(
      fc.property(scenarios, cuts, (scenario, places) => {
        const world = open(scenario);
        for (const part of partsOf(claimed(scenario), places)) charge(world, part);
        const charged = world.decisions.flatMap((one) => one.charged);
        for (const account of world.accounts.values()) {
          const used = [
            ...account.subscriptions.map((one) => one.id),
            ...account.grants.map((one) => one.number),
            ...charged.filter((one) => one.accountId === account.id).map((one) => one.sequence),
          ].sort((a, b) => a - b);
          expect(used).toEqual(Array.from({ length: account.nextSequence - 1 }, (_, index) => index + 1));
        }
        const suspended = world.decisions.flatMap((one) => one.suspended);
        const answered = [...charged, ...suspended].map(({ record }) => Number(record.recordId));
        expect(answered.sort((a, b) => a - b)).toEqual(scenario.calls.map((_, index) => index));
      }),
      runs,
    );
  });
});
