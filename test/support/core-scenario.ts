import fc from 'fast-check';
import {
  newSubscription,
  takeUp,
  type AccountState,
  type ChargeDecision,
  type ClaimedRecord,
} from '@ciyuan/core/charging';
import type { Counter } from '@ciyuan/core/usage';
import { accountOf, at, recordOf } from './core-catalogue';
import { catalogue, months } from './core-market';

/** Accounts and records to charge in the market in memory. */

const OPENED = at('2026-10-05T09:30');
const HOUR_MS = 3_600_000;
/** To the middle of December. */
const HOURS = 70 * 24;

export interface Holder {
  readonly anchorDay: number;
  /** Without its base tariff, what no grant covers cannot be charged. */
  readonly plans: readonly string[];
}

export interface Call {
  /** Which of the holders, counted from 1; nobody has the code of one more than there are. */
  readonly holder: number;
  readonly own: Parameters<typeof recordOf>[0];
  readonly counts: Readonly<Partial<Record<Counter, number>>>;
}

export interface Scenario {
  readonly holders: readonly Holder[];
  readonly calls: readonly Call[];
}

const holder: fc.Arbitrary<Holder> = fc
  .record({
    anchorDay: fc.constantFrom(1, 7, 31),
    base: fc.constantFrom([], ['base'], ['base'], ['base']),
    plans: fc.shuffledSubarray(['monthly', 'monthly', 'anchored', 'pack', 'pack', 'trial']),
  })
  .map(({ anchorDay, base, plans }) => ({ anchorDay, plans: [...plans, ...base] }));

const CLASSES: readonly Counter[] = [
  'input',
  'cached_input',
  'cache_write_1h',
  'output',
  'reasoning',
  'images',
];
const count = fc.constantFrom(0, 0, 0, 1, 7, 40, 600, 1_999, 2_500);
/** Nobody prices pages. */
const counts = fc
  .tuple(
    fc.array(count, { minLength: CLASSES.length, maxLength: CLASSES.length }),
    fc.constantFrom({}, {}, {}, {}, {}, {}, {}, { pages: 1 }),
  )
  .map(([all, more]) => ({
    ...Object.fromEntries(CLASSES.map((name, index) => [name, all[index]])),
    ...more,
  }));
/** Models with their vendors, and what cannot be charged. */
const kinds = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.constantFrom({ model: 'glm-5' }, { model: 'mini' }, { model: 'kimi-k2', vendor: 'beta' }),
  },
  fc.constantFrom({ model: 'unlisted' }, { model: 'glm-5', vendor: 'beta' }, { computeOwner: 'elsewhere' }),
);
const own = fc
  .tuple(kinds, fc.integer({ min: -30, max: HOURS }))
  .map(([kind, hours]) => ({ ...kind, at: OPENED + hours * HOUR_MS }));

/** Now and then nobody. */
const holderOf = (last: number): fc.Arbitrary<number> =>
  fc.oneof({ weight: 15, arbitrary: fc.integer({ min: 1, max: last }) }, fc.constant(last + 1));

export const scenarios: fc.Arbitrary<Scenario> = fc
  .array(holder, { minLength: 1, maxLength: 3 })
  .chain((holders) =>
    fc.record({
      holders: fc.constant(holders),
      calls: fc.array(
        fc.record({
          holder: holderOf(holders.length),
          own,
          counts,
        }),
        { maxLength: 30, size: 'max' },
      ),
    }),
  );

/** The records as they are claimed, each with an id of its own. */
export const claimed = ({ holders, calls }: Scenario): ClaimedRecord[] =>
  calls.map((call, index) => ({
    record: recordOf({ ...call.own, recordId: String(index), accountCode: `a${call.holder}` }, call.counts),
    accountId: call.holder > holders.length ? undefined : call.holder,
  }));

export interface World {
  readonly accounts: Map<number, AccountState>;
  /** What taking up the plans decided, and whatever comes after. */
  readonly decisions: ChargeDecision[];
}

/** The accounts of a scenario with their plans taken up, before any record. */
export function open({ holders }: Scenario, own = catalogue): World {
  const world: World = { accounts: new Map(), decisions: [] };
  holders.forEach(({ anchorDay, plans }, index) => {
    const account = accountOf({ id: index + 1, code: `a${index + 1}`, anchorDay });
    world.accounts.set(account.id, account);
    for (const code of plans) {
      const plan = own.planAt(code, OPENED);
      if (plan === undefined) throw new Error(`no plan ${code}`);
      const taken = newSubscription(account, plan, OPENED, code === 'pack' ? 'shop' : null);
      world.decisions.push(takeUp(account, taken, OPENED, own, months));
    }
  });
  return world;
}
