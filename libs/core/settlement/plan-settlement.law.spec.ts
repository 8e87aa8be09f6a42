import fc from 'fast-check';
import { deductionsFor, rates as tables, sometimes, trialCosts } from '../../../test/support/any-split-rule';
import { COUNTERS } from '../usage';
import { NOTHING_AGREED } from './contract-terms/contract-input';
import { planSettlement } from './plan-settlement';
import { TRANSFER_KINDS, type PartyTransfer } from './party-transfer';
import type { RollupLine } from './rollup-line';
import type { IssuedShare, IssuedSplit, SettlementInput, SettlementRule } from './settlement-input';
import type { SettlementPlan } from './settlement-plan';
import { addFigures, NOTHING } from './statement-lines';

const RULES = [1, 2, 3];
const PLANS = new Map([
  [1, 'gold'],
  [2, 'gold'],
  [3, 'silver'],
]);
const PARTIES = ['carrier', 'alpha', 'beta', 'east', 'west', 'shop'];

const percents = fc.integer({ min: 0, max: 100 }).map(String);
const parties = fc.constantFrom('vendor', 'compute', 'channel', 'data_owner', 'operator', 'shop');
const steps = fc.oneof(
  fc.record({
    type: fc.constant('percent' as const),
    party: parties,
    basis: fc.constantFrom('net', 'distributable', 'remaining'),
    value: percents,
  }),
  fc.record({ type: fc.constant('cost' as const), party: fc.constantFrom('vendor', 'compute') }),
  fc.record({
    type: fc.constant('perMillion' as const),
    party: parties,
    class: fc.constant('*' as const),
    value: percents,
    rates: tables,
    onFree: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('tieredPercent' as const),
    party: parties,
    basis: fc.constantFrom('net', 'remaining'),
    tiers: fc.tuple(percents, percents).map(([low, high]) => [
      { upTo: '20', value: low },
      { upTo: null, value: high },
    ]),
  }),
);
const rule = fc.record({
  breakage: fc.constantFrom('operator', 'as_consumed'),
  rule: fc
    .tuple(
      fc.record({
        vatRate: fc.constantFrom('0', '0.06'),
        vatIncluded: fc.boolean(),
        residual: fc.constantFrom('operator', 'shop'),
        steps: fc.array(steps, { maxLength: 4 }),
        minimumGuarantees: fc.array(
          fc.record({ party: fc.constantFrom('vendor', 'compute', 'alpha'), amount: percents }),
          { maxLength: 2 },
        ),
      }),
      sometimes('deductions', deductionsFor(parties)),
      sometimes('trialCost', trialCosts),
    )
    .map(([own, deductions, trialCost]) => ({ ...own, ...deductions, ...trialCost })),
}) as fc.Arbitrary<SettlementRule>;
const rules = fc
  .tuple(rule, rule, rule)
  .map((all) => new Map(all.map((one, index) => [RULES[index] as number, one])));

const pico = fc.bigInt({ min: -(10n ** 13n), max: 10n ** 14n });
const lines: fc.Arbitrary<RollupLine> = fc
  .record({
    planVersionId: fc.constantFrom(...PLANS.keys()),
    splitRuleVersionId: fc.constantFrom(...RULES),
    model: fc.constantFrom('a', 'b'),
    vendor: fc.constantFrom('alpha', 'beta', 'carrier'),
    computeOwner: fc.constantFrom('east', 'west'),
    channel: fc.constantFrom(null, 'shop'),
    kind: fc.constantFrom('package' as const, 'usage' as const, 'overdraw' as const, 'breakage' as const),
    paid: fc.boolean(),
    chipKind: fc.constantFrom(null, 'x', 'y'),
    currency: fc.constantFrom('CNY', 'USD'),
    net: pico,
    tax: pico,
    tokens: fc.bigInt({ min: 0n, max: 10n ** 7n }),
    vendorCost: fc.bigInt({ min: 0n, max: 10n ** 12n }),
    isLate: fc.boolean(),
  })
  .map(({ net, tax, tokens, isLate, ...key }) => {
    const isBreakage = key.kind === 'breakage';
    const isCharged = key.kind !== 'overdraw' && (key.paid || key.kind === 'usage');
    const charged = isCharged ? net : 0n;
    const nowhere = isBreakage ? { model: null, vendor: null, computeOwner: null } : {};
    return {
      ...key,
      ...nowhere,
      usageMonth: '2026-05',
      accountingMonth: isLate ? '2026-06' : '2026-05',
      records: 1n,
      counts: COUNTERS.map((_, index) => (index === 0 && !isBreakage ? tokens : 0n)),
      gross: isCharged ? net + tax / 16n : 0n,
      net: key.kind === 'package' || isBreakage ? charged : null,
      computeCost: 0n,
      vendorCost: isBreakage ? 0n : key.vendorCost,
    };
  });
const months = fc.array(lines, { minLength: 1, maxLength: 14 });

const transfers: fc.Arbitrary<PartyTransfer[]> = fc.uniqueArray(
  fc.record({
    kind: fc.constantFrom(...TRANSFER_KINDS),
    party: fc.constantFrom('alpha', 'east', 'shop'),
    currency: fc.constantFrom('CNY', 'USD'),
    originMonth: fc.constantFrom('2026-04', '2026-05'),
    shareFen: fc.bigInt({ min: -9_999n, max: 9_999n }).filter((fen) => fen !== 0n),
    reference: fc.nat({ max: 99 }).map(String),
  }),
  { selector: ({ kind, reference }) => `${kind} ${reference}`, maxLength: 6 },
);

const rates = new Map(PARTIES.map((code) => [code, { vatRate: '0.06', withholdingRate: '0.1' }]));
const settle = (
  month: string,
  all: readonly RollupLine[],
  kept: ReadonlyMap<number, SettlementRule>,
  issued: Pick<SettlementInput, 'issuedShares' | 'issuedSplits'> = { issuedShares: [], issuedSplits: [] },
  moved: readonly PartyTransfer[] = [],
): SettlementPlan => {
  const documents = { rules: kept, planCodes: PLANS, operator: 'carrier', parties: rates };
  const result = planSettlement({
    month,
    lines: all,
    ...documents,
    ...issued,
    transfers: moved,
    contracts: NOTHING_AGREED,
  });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};
const booked = (all: readonly RollupLine[], accountingMonth: string): RollupLine[] =>
  all.map((line) => ({ ...line, accountingMonth }));
const net = (plan: SettlementPlan, currency: string): bigint =>
  plan.splits
    .filter((split) => split.currency === currency)
    .reduce((total, { netFen }) => total + netFen, 0n);
const shared = (plan: SettlementPlan, currency: string): bigint =>
  plan.statements
    .filter((one) => one.currency === currency)
    .reduce((total, { shareFen }) => total + shareFen, 0n);

function issuedOf(plan: SettlementPlan): { issuedShares: IssuedShare[]; issuedSplits: IssuedSplit[] } {
  const issuedShares = plan.statements.map(({ party, currency, lines: own }) => ({
    ...own.reduce(addFigures, NOTHING),
    originMonth: '2026-05',
    party,
    currency,
  }));
  return { issuedShares, issuedSplits: [...plan.splits] };
}

/** By party and currency, all months together; what comes to nothing is left out. */
function totals(...plans: SettlementPlan[]): Map<string, typeof NOTHING> {
  const sums = new Map<string, typeof NOTHING>();
  for (const { party, currency, lines: own } of plans.flatMap((plan) => plan.statements)) {
    const key = `${party} ${currency}`;
    sums.set(key, own.reduce(addFigures, sums.get(key) ?? NOTHING));
  }
  for (const [key, sum] of sums) if (Object.values(sum).every((figure) => figure === 0n)) sums.delete(key);
  return sums;
}

/** By rule version and currency; what comes to nothing is left out. */
function splitTotals(...plans: SettlementPlan[]): Map<string, bigint[]> {
  const sums = new Map<string, bigint[]>();
  for (const one of plans.flatMap((plan) => plan.splits)) {
    const key = `${one.splitRuleVersionId} ${one.currency}`;
    const before = sums.get(key) ?? [0n, 0n, 0n];
    sums.set(
      key,
      [one.netFen, one.taxFen, one.usageTaxFen].map((fen, index) => fen + (before[index] ?? 0n)),
    );
  }
  for (const [key, sum] of sums) if (sum.every((fen) => fen === 0n)) sums.delete(key);
  return sums;
}

describe('a settlement', () => {
  it('gives the parties exactly the net, and the net and the tax what was paid', () => {
    fc.assert(
      fc.property(months, rules, (all, kept) => {
        const plan = settle('2026-05', booked(all, '2026-05'), kept);
        for (const currency of ['CNY', 'USD']) expect(shared(plan, currency)).toBe(net(plan, currency));
        for (const { paidFen, netFen, taxFen } of plan.splits) expect(netFen + taxFen).toBe(paidFen);
        for (const { shareFen, vatFen, withholdingFen, payableFen, lines: own } of plan.statements) {
          expect(own.reduce((total, line) => total + line.shareFen, 0n)).toBe(shareFen);
          expect(payableFen).toBe(shareFen + vatFen - withholdingFen);
        }
      }),
    );
  });

  it('does not depend on the order of what it reads', () => {
    const shuffled = months.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, rules, ([all, again], kept) => {
        expect(settle('2026-06', again, kept)).toEqual(settle('2026-06', all, kept));
      }),
    );
  });

  it('moves what was decided, and takes it from nobody but the operator', () => {
    fc.assert(
      fc.property(months, rules, transfers, (all, kept, moved) => {
        const sale = booked(all, '2026-06');
        const without = totals(settle('2026-06', sale, kept));
        const plan = settle('2026-06', sale, kept, undefined, moved);
        expect(settle('2026-06', sale, kept, undefined, [...moved].reverse())).toEqual(plan);
        for (const currency of ['CNY', 'USD']) expect(shared(plan, currency)).toBe(net(plan, currency));
        for (const { party, currency, shareFen } of plan.statements) {
          const own = moved.filter((one) => one.currency === currency);
          const before = without.get(`${party} ${currency}`)?.shareFen ?? 0n;
          const due = own
            .filter((one) => party === 'carrier' || one.party === party)
            .reduce((sum, one) => sum + one.shareFen, 0n);
          expect(shareFen).toBe(before + (party === 'carrier' ? -due : due));
        }
      }),
    );
  });

  it('of a month and its adjustment is the month settled at once', () => {
    fc.assert(
      fc.property(months, rules, (all, kept) => {
        const before = all.filter((line) => line.accountingMonth === '2026-05');
        const first = settle('2026-05', before, kept);
        const second = settle('2026-06', all, kept, issuedOf(first));
        for (const currency of ['CNY', 'USD']) expect(shared(second, currency)).toBe(net(second, currency));
        const atOnce = settle('2026-05', booked(all, '2026-05'), kept);
        const isTouched = before.length < all.length;
        expect(totals(first, second)).toEqual(totals(isTouched ? atOnce : first));
        expect(splitTotals(first, second)).toEqual(splitTotals(isTouched ? atOnce : first));
      }),
    );
  });

  it('spreads breakage without losing or making any', () => {
    fc.assert(
      fc.property(months, rules, (all, kept) => {
        const sale = booked(all, '2026-05').filter(({ currency }) => currency === 'CNY');
        const plan = settle('2026-05', sale, kept);
        const isBreakage = new Map<string, bigint>();
        for (const { lines: own } of plan.statements) {
          for (const { key, splitRuleVersionId, gross } of own) {
            if (key?.kind === 'breakage') isBreakage.set(JSON.stringify([splitRuleVersionId, key]), gross);
          }
        }
        const stated = sale
          .filter(({ kind }) => kind === 'breakage')
          .reduce((total, { gross }) => total + gross, 0n);
        expect([...isBreakage.values()].reduce((total, gross) => total + gross, 0n)).toBe(stated);
      }),
    );
  });
});
