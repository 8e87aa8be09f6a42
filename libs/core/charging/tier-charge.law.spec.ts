import fc from 'fast-check';
import { TIERS, catalogue, months } from '../../../test/support/core-market';
import { claimed, open, scenarios, type Scenario } from '../../../test/support/core-scenario';
import { readTierComponent } from '../catalogue';
import { contractYearStart, periodContaining } from '../kernel';
import { totalCharge } from '../rating';
import { COUNTERS } from '../usage';
import type { AccountState } from './account-state';
import { decide } from './decide';
import type { ChargedRecord } from './decision';

const INPUT = COUNTERS.indexOf('input');
const TIERED = [COUNTERS.indexOf('output'), COUNTERS.indexOf('reasoning')];

/** What the records of each account were charged. */
function charge(scenario: Scenario): { account: AccountState; charged: ChargedRecord[] }[] {
  const world = open(scenario);
  const { charged } = decide({ records: claimed(scenario), ...world, catalogue, months });
  return [...world.accounts.values()].map((account) => ({
    account,
    charged: charged.filter((one) => one.accountId === account.id),
  }));
}

const counterOf = ({ counters, subscriptions }: AccountState, lineage: string, start: number): bigint => {
  const base = subscriptions.find((one) => one.plan.code === 'base');
  return counters.get(`${base?.id}|${lineage}|${start}`) ?? 0n;
};
const component = (lineage: string) => {
  const read = readTierComponent(TIERS.find((row) => row.lineage === lineage)?.component as never);
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value;
};
const countOf = (one: ChargedRecord, index: number): bigint => BigInt(one.record.counts[index] as number);
const baseOf = (account: AccountState) => account.subscriptions.find((one) => one.plan.code === 'base');
const runs = { numRuns: 80 };

describe('tier charges', () => {
  it('count every record of the account where the row counts all, however much of it grants covered', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        for (const { account, charged } of charge(scenario)) {
          const base = baseOf(account);
          const used = charged
            .filter(
              ({ record }) => record.model === 'kimi-k2' && base !== undefined && record.at >= base.startsAt,
            )
            .reduce((total, one) => total + countOf(one, INPUT), 0n);
          expect(counterOf(account, 'kimi-input', 0)).toBe(used);
          expect([...account.changedCounters].sort()).toEqual([...account.counters.keys()].sort());
        }
      }),
      runs,
    );
  });

  it('add up to the charge for the whole quantity of each window, whatever the order', () => {
    const payg = scenarios.map(({ holders, calls }) => ({
      holders: holders.map((one) => ({ ...one, plans: ['base'] })),
      calls: calls.map((call) => ({
        ...call,
        counts: { output: call.counts.output, reasoning: call.counts.reasoning },
      })),
    }));
    fc.assert(
      fc.property(payg as fc.Arbitrary<Scenario>, (scenario) => {
        for (const { account, charged } of charge(scenario)) {
          const windows = new Map<number, { quantity: bigint; charged: bigint }>();
          for (const one of charged.filter(({ record }) => record.model === 'glm-5')) {
            const { start } = periodContaining(account.zone, account.anchorDay, one.record.at);
            const sofar = windows.get(start) ?? { quantity: 0n, charged: 0n };
            windows.set(start, {
              quantity: TIERED.reduce((total, index) => total + countOf(one, index), sofar.quantity),
              charged: sofar.charged + one.usageGross,
            });
          }
          for (const [start, sum] of windows) {
            expect(sum.charged).toBe(totalCharge(component('glm-output'), sum.quantity));
            expect(counterOf(account, 'glm-output', start)).toBe(sum.quantity);
          }
        }
      }),
      runs,
    );
  });

  it('begin their contract years where the years before them end', () => {
    const instant = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2032, 0, 1) });
    const zones = fc.constantFrom('Asia/Shanghai', 'America/New_York');
    fc.assert(
      fc.property(zones, instant, instant, (zone, one, other) => {
        const [startsAt, at] = [Math.min(one, other), Math.max(one, other)];
        const start = contractYearStart(zone, startsAt, at);
        expect(start >= startsAt && start <= at).toBe(true);
        expect(contractYearStart(zone, startsAt, start)).toBe(start);
        if (start > startsAt) expect(contractYearStart(zone, startsAt, start - 1)).toBeLessThan(start);
        expect(at - start).toBeLessThan(367 * 86_400_000);
      }),
    );
  });
});
