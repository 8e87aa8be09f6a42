import fc from 'fast-check';
import { ALWAYS, versionOf } from '../../../test/support/core-catalogue';
import { CONTENT, catalogue, months } from '../../../test/support/core-market';
import { charges, journalSums, rollupSums, stateOf, suspensions } from '../../../test/support/core-observed';
import { correctionsOf, ratedOf } from '../../../test/support/core-rated';
import { claimed, open, scenarios, type Scenario, type World } from '../../../test/support/core-scenario';
import type { ChargingCatalogue } from './catalogue-view';
import { compileCatalogue } from './compile-catalogue';
import { decide } from './decide';
import { voidRecords } from './correction/correct';
import type { RatedRecord } from './correction/rated-record';
import { reRate, type KeptRating, type ReRateDecision } from './correction/re-rate-account';

const runs = { numRuns: 60 };
const NAMES: Readonly<Record<string, string>> = { chat: 'glm-5', small: 'mini', long: 'kimi-k2' };

/** Plans and prices as ever, and names that stand for the models. */
const withNames = (names: Readonly<Record<string, string>>, epoch: number): ChargingCatalogue => {
  const aliases = Object.entries(names).map(([name, model]) => ({ name, model }));
  return compileCatalogue({
    ...CONTENT,
    epoch,
    served_models: [versionOf(60, 'general', { code: 'general', aliases }, ALWAYS)],
  });
};
const named = withNames(NAMES, 2);

/** The same calls, some of them under a name of their model. */
const renamed = (scenario: Scenario, under: (index: number) => boolean): Scenario => ({
  ...scenario,
  calls: scenario.calls.map((call, index) => {
    const name = Object.keys(NAMES).find((one) => NAMES[one] === call.own.model);
    return name === undefined || !under(index) ? call : { ...call, own: { ...call.own, model: name } };
  }),
});

function charge(scenario: Scenario, by: ChargingCatalogue): World {
  const world = open(scenario);
  const decision = decide({ records: claimed(scenario), accounts: world.accounts, catalogue: by, months });
  world.decisions.push(decision);
  return world;
}

const observed = ({ accounts, decisions }: World): object => ({
  charges: charges(decisions),
  suspensions: suspensions(decisions),
  journals: journalSums(decisions),
  rollups: rollupSums(decisions),
  accounts: [...accounts.values()].map(stateOf),
});

function reRated(world: World, by: ChargingCatalogue, was: ChargingCatalogue): World {
  const rated = ratedOf(world.decisions, was);
  const input = { accounts: world.accounts, catalogue: by, months, now: ALWAYS };
  for (const accountId of world.accounts.keys())
    world.decisions.push(
      reRate(
        input,
        accountId,
        rated.filter(({ rating }) => rating.accountId === accountId),
      ),
    );
  return world;
}

/** Ratings in force after a re-rating by `by`: what it did not change is still that of the names as they were. */
function inForceOf(world: World, by: ChargingCatalogue): RatedRecord[] {
  const changed = new Set(world.decisions.flatMap(correctionsOf).map(entryKey));
  return ratedOf(world.decisions, by).map((one) =>
    changed.has(entryKey(one)) ? one : { ...one, catalogue: named },
  );
}

const entryKey = ({ rating, recordSequence }: Pick<RatedRecord, 'rating' | 'recordSequence'>): string =>
  `${rating.accountId} ${recordSequence}`;

const keptOf = (decision: object): readonly KeptRating[] => (decision as Partial<ReRateDecision>).kept ?? [];

/** Of lines with a model; what is recognised may stand on another line by the last digit. */
const IS_USAGE = /"model":".*(records|drawnMilli|counter \d+)$/;

describe('usage that was reported by other names', () => {
  it('is charged as if the models had been named, and keeps the names', () => {
    fc.assert(
      fc.property(scenarios, fc.infiniteStream(fc.boolean()), (scenario, coins) => {
        const under = scenario.calls.map(() => coins.next().value === true);
        const other = renamed(scenario, (index) => under[index] === true);
        const world = charge(other, named);
        expect(observed(world)).toEqual(observed(charge(scenario, named)));
        for (const { record } of world.decisions.flatMap(({ charged }) => charged)) {
          const reported = other.calls[Number(record.recordId)]?.own.model as string;
          expect(record.reportedModel ?? record.model).toBe(reported);
          expect(record.reportedModel === undefined).toBe(record.model === reported);
        }
      }),
      runs,
    );
  });

  it('waits as of an unknown model where nobody knows the names', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const { decisions } = charge(
          renamed(scenario, () => true),
          catalogue,
        );
        const isName = (name: string): boolean => Object.hasOwn(NAMES, name);
        for (const { record, reason, detail } of decisions.flatMap(({ suspended }) => suspended))
          if (isName(record.model) && reason !== 'unknown_account')
            expect([reason, detail]).toEqual(['unknown_model', record.model]);
        const charged = decisions.flatMap((decision) => decision.charged);
        expect(charged.filter(({ record }) => isName(record.model))).toEqual([]);
      }),
      runs,
    );
  });

  it('is rated anew as the model that the names stand for by then, and taken back as what it was', () => {
    const moved = withNames({ ...NAMES, chat: 'mini', small: 'glm-5' }, 3);
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const world = reRated(
          charge(
            renamed(scenario, () => true),
            named,
          ),
          moved,
          named,
        );
        const corrections = world.decisions.flatMap(correctionsOf);
        for (const { kind, rating } of corrections) {
          const expected = kind === 'reversal' ? named : moved;
          const { reportedModel, partner, at } = rating.record;
          expect(rating.record.model).toBe(expected.servedModel(reportedModel as string, partner, at)?.code);
        }
        const kept = world.decisions.flatMap(keptOf).map(({ rated }) => rated);
        const touched = new Set([...corrections, ...kept].map(entryKey));
        for (const { record, accountId, sequence } of world.decisions.flatMap(({ charged }) => charged))
          if (record.reportedModel !== 'long' && record.reportedModel !== undefined)
            expect(touched).toContain(`${accountId} ${sequence}`);
        const rated = inForceOf(world, moved);
        const again = { accounts: world.accounts, catalogue: moved, months, now: ALWAYS };
        for (const accountId of world.accounts.keys()) {
          const own = rated.filter(({ rating }) => rating.accountId === accountId);
          expect(reRate(again, accountId, own).corrections).toEqual([]);
        }
      }),
      runs,
    );
  });

  it('leaves nothing behind once all of it is void, whatever it was rated as', () => {
    const moved = withNames({ ...NAMES, chat: 'mini', small: 'glm-5' }, 3);
    const usageOf = (world: World) => rollupSums(world.decisions).filter(([key]) => IS_USAGE.test(key));
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const world = charge(
          renamed(scenario, () => true),
          named,
        );
        reRated(world, moved, named);
        const input = { accounts: world.accounts, catalogue: moved, months, now: ALWAYS };
        world.decisions.push(voidRecords(input, inForceOf(world, moved).toReversed()));
        expect(usageOf(world)).toEqual([]);
      }),
      runs,
    );
  });
});
