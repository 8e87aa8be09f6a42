import fc from 'fast-check';
import {
  accountOf,
  at,
  contentOf,
  monthsOf,
  planOf,
  recordOf,
  ruleOf,
  versionOf,
} from '../../../test/support/core-catalogue';
import { catalogue, months } from '../../../test/support/core-market';
import { grouped } from '../../../test/support/core-observed';
import { claimed, open, scenarios, type Scenario, type World } from '../../../test/support/core-scenario';
import { recognised } from '../ledger';
import { totalTokens } from '../usage';
import { compileCatalogue } from './compile-catalogue';
import { decide } from './decide';
import type { ChargedRecord, ChargeKind, RollupDelta } from './decision';
import { newSubscription } from './new-subscription';
import { takeUp } from './order';

const runs = { numRuns: 80 };

function charged(scenario: Scenario): World {
  const world = open(scenario);
  world.decisions.push(decide({ records: claimed(scenario), ...world, catalogue, months }));
  return world;
}

const recordsOf = (world: World): ChargedRecord[] => world.decisions.flatMap((one) => [...one.charged]);
const sumOf = <T>(all: readonly T[], of: (one: T) => bigint): bigint =>
  all.reduce((total, one) => total + of(one), 0n);
/** Quantities, money and costs of records or of roll-ups, by counter and by name. */
type Figures = Readonly<Record<string, readonly number[] | bigint>>;
const columns = (all: readonly { readonly counts: readonly number[] }[]): number[] =>
  all.reduce<number[]>((total, { counts }) => counts.map((count, index) => count + (total[index] ?? 0)), []);

const figuresOfRecords = (all: readonly ChargedRecord[]): Figures => ({
  records: BigInt(all.length),
  counts: columns(all.map((one) => one.record)),
  drawnMilli: sumOf(all, (one) => one.drawnMilli),
  usage: sumOf(all, (one) => one.usageGross),
  recognisedGross: sumOf(all, (one) => one.recognisedGross),
  recognisedNet: sumOf(all, (one) => one.recognisedNet),
  vendorCost: sumOf(all, (one) => one.vendorCost ?? 0n),
  computeCost: sumOf(all, (one) => one.computeCost ?? 0n),
});

function figuresOfRollups(all: readonly RollupDelta[]): Figures {
  const of = (...kinds: ChargeKind[]): RollupDelta[] => all.filter((one) => kinds.includes(one.kind));
  return {
    records: sumOf(all, (one) => BigInt(one.records)),
    counts: columns(all),
    drawnMilli: sumOf(all, (one) => one.drawnMilli),
    usage: sumOf(of('usage', 'overdraw'), (one) => one.gross),
    recognisedGross: sumOf(of('package'), (one) => one.gross),
    recognisedNet: sumOf(of('package'), (one) => one.net ?? 0n),
    vendorCost: sumOf(all, (one) => one.vendorCost),
    computeCost: sumOf(all, (one) => one.computeCost),
  };
}

describe('charged records', () => {
  it('are what the roll-ups add up to: quantities, money and costs of each line', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const world = charged(scenario);
        const lines = grouped(recordsOf(world), ({ usageMonth, accountingMonth, record }) =>
          [
            usageMonth,
            accountingMonth,
            record.model,
            record.vendor,
            record.computeOwner,
            record.chipKind,
          ].join(),
        );
        const rollups = grouped(
          world.decisions.flatMap((one) => [...one.rollups]),
          (one) =>
            [
              one.usageMonth,
              one.accountingMonth,
              one.model,
              one.vendor,
              one.computeOwner,
              one.chipKind,
            ].join(),
        );
        expect([...rollups.keys()].sort()).toEqual([...lines.keys()].sort());
        for (const [key, all] of lines)
          expect(figuresOfRollups(rollups.get(key) ?? [])).toEqual(figuresOfRecords(all));
      }),
      runs,
    );
  });

  it('cover or leave over each token once, and say of which kind the rest is', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        for (const one of recordsOf(charged(scenario))) {
          expect(one.coveredTokens + one.overageTokens).toBe(totalTokens(one.record.counts));
          if (one.overageKind !== 'usage') expect([one.usageGross, one.priceVersionId]).toEqual([0n, null]);
          if (one.overageKind === null) expect(one.overageTokens).toBe(0);
          expect(one.grantNumber === null).toBe(one.coveredTokens === 0 && one.overageKind !== null);
          expect(one.accountingMonth).toBe(one.usageMonth === '2026-10' ? '2026-11' : one.usageMonth);
        }
      }),
      runs,
    );
  });

  it('draw what their grants and movements say, and no grant falls below nothing', () => {
    fc.assert(
      fc.property(scenarios, (scenario) => {
        const world = charged(scenario);
        const firsts = grouped(recordsOf(world), (one) => `${one.accountId} ${one.grantNumber}`);
        const moves = grouped(
          world.decisions.flatMap((one) => [...one.movements]),
          (one) => `${one.accountId} ${one.grantNumber} ${one.kind}`,
        );
        for (const { id, grants } of world.accounts.values()) {
          for (const grant of grants) {
            const [issued, further] = ['issued', 'drawn'].map((kind) =>
              sumOf(moves.get(`${id} ${grant.number} ${kind}`) ?? [], (one) => one.milliTokens),
            );
            const first = sumOf(firsts.get(`${id} ${grant.number}`) ?? [], (one) => one.firstDrawnMilli);
            expect([issued, grant.drawnMilli]).toEqual([grant.quantityMilli, first + (further as bigint)]);
            expect(grant.leftMilli).toBe(grant.quantityMilli - grant.drawnMilli);
            expect(grant.leftMilli >= 0n).toBe(true);
          }
        }
      }),
      runs,
    );
  });
});

describe('the price of a pack', () => {
  const pack = (price: string, tokens: number) =>
    compileCatalogue(
      contentOf({
        models: [{ code: 'glm-5', vendor: 'alpha' }],
        plan: [
          planOf({
            code: 'pack',
            role: 'pack',
            price,
            exhaustion: 'hard_limit',
            validityDays: 30,
            coefficientTable: 'rates',
            allowance: { tokens, models: ['*'], source: 'pack' },
          }),
        ].map((plan) => versionOf(1, 'pack', plan)),
        coefficient_table: [
          versionOf(2, 'rates', {
            code: 'rates',
            rows: [{ model: '*', class: 'input', coefficient: '0.001' }],
          }),
        ],
        split_rule: [versionOf(3, 'default', ruleOf('default'))],
        contract: [
          versionOf(4, 'gateway', {
            partner: 'gateway',
            lateWindowDays: 9,
            serves: [{ vendor: 'alpha', computeOwner: 'tianyi' }],
          }),
        ],
      }),
    );
  const counts = fc.array(fc.integer({ min: 1, max: 4_000 }), { minLength: 1, maxLength: 20 });

  it('is recognised as it is consumed, and exactly all of it at exhaustion, gross and net', () => {
    fc.assert(
      fc.property(fc.nat(99_999), fc.integer({ min: 1, max: 30 }), counts, (fen, tokens, all) => {
        const own = pack(`${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`, tokens);
        const account = accountOf();
        const taken = newSubscription(account, own.plan(1), at('2026-10-01T00:00'), null);
        takeUp(account, taken, 0, own, monthsOf());
        const [grant] = account.grants;
        const sofar = { gross: 0n, net: 0n };
        for (const count of [...all, 30_000]) {
          const records = [{ record: recordOf({}, { input: count }), accountId: 1 }];
          const [one] = decide({
            records,
            accounts: new Map([[1, account]]),
            catalogue: own,
            months: monthsOf(),
          }).charged;
          sofar.gross += one?.recognisedGross ?? 0n;
          sofar.net += one?.recognisedNet ?? 0n;
          if (grant === undefined) throw new Error('no grant');
          expect(sofar.gross).toBe(recognised(grant.priceGross, grant.quantityMilli, grant.drawnMilli));
          expect(sofar.net).toBe(recognised(grant.priceNet, grant.quantityMilli, grant.drawnMilli));
        }
        expect(grant?.leftMilli).toBe(0n);
        expect(sofar).toEqual({ gross: grant?.priceGross, net: grant?.priceNet });
      }),
      runs,
    );
  });
});
