import fc from 'fast-check';
import { formatFen, monthAfter, type Fen } from '../../kernel';
import { COUNTERS } from '../../usage';
import { planSettlement } from '../plan-settlement';
import type { RollupLine } from '../rollup-line';
import type { SettlementPlan, StatementLine } from '../settlement-plan';
import { clawbackParts } from './clawback-parts';
import type { Advance, HeldBack, PartyAgreement, Purchase } from './contract-input';
import { purchasePosition, shortfalls } from './purchase-position';

const FIRST = '2026-05';
const PICO_PER_FEN = 10n ** 10n;
const RULE = {
  breakage: 'operator' as const,
  rule: {
    vatRate: '0',
    vatIncluded: true,
    residual: 'operator',
    steps: [{ party: 'vendor', type: 'percent' as const, basis: 'net' as const, value: '40' }],
  },
};

const line = (month: string, netFen: Fen): RollupLine => ({
  ...{ planVersionId: 1, model: 'a', vendor: 'alpha', computeOwner: null, channel: null, chipKind: null },
  ...{ kind: 'package', paid: true, splitRuleVersionId: 1, currency: 'CNY', records: 1n },
  ...{ usageMonth: month, accountingMonth: month },
  counts: COUNTERS.map(() => 0n),
  gross: netFen * PICO_PER_FEN,
  net: netFen * PICO_PER_FEN,
  ...{ vendorCost: 0n, computeCost: 0n },
});

interface Settled {
  readonly plan: SettlementPlan;
  readonly ownFen: Fen;
  /** Before the month. */
  readonly advancedFen: Fen;
}

const RATES = new Map([
  ['carrier', { vatRate: '0', withholdingRate: '0' }],
  ['alpha', { vatRate: '0.06', withholdingRate: '0.1' }],
]);

/** Month after month, each with what the ones before it have issued. */
function settle(netsFen: readonly Fen[], agreed: Omit<PartyAgreement, 'party' | 'currency'>): Settled[] {
  let advances: Advance[] = [];
  let held: HeldBack[] = [];
  return netsFen.map((netFen, index) => {
    const month = monthAfter(FIRST, index);
    const due = held.filter(({ releaseMonth }) => releaseMonth <= month);
    const result = planSettlement({
      ...{ month, operator: 'carrier', parties: RATES, issuedShares: [], issuedSplits: [], transfers: [] },
      rules: new Map([[1, RULE]]),
      planCodes: new Map([[1, 'gold']]),
      lines: netFen === 0n ? [] : [line(month, netFen)],
      contracts: {
        agreements: [{ party: 'alpha', currency: 'CNY', ...agreed }],
        ...{ advances, heldBack: due, purchases: [], rates: [] },
      },
    });
    if (!result.ok) throw new Error(result.refusal.code);
    const plan = result.value;
    const advancedFen = advances[0]?.fen ?? 0n;
    const moved = linesOf(plan).filter(({ lineKind }) => ['advance', 'recoupment'].includes(lineKind));
    const left = advancedFen + sum(moved);
    advances = left === 0n ? [] : [{ party: 'alpha', currency: 'CNY', fen: left }];
    const one = statementOf(plan);
    held = held.filter((other) => !due.includes(other));
    if (one !== undefined && one.releaseMonth !== null) {
      const { heldFen: fen, releaseMonth } = one;
      held.push({ party: 'alpha', currency: 'CNY', month, releaseMonth, fen });
    }
    return { plan, ownFen: sum(linesOf(plan).filter(({ lineKind }) => lineKind === 'share')), advancedFen };
  });
}

const statementOf = ({ statements }: SettlementPlan) => statements.find(({ party }) => party === 'alpha');
const linesOf = (plan: SettlementPlan): readonly StatementLine[] => statementOf(plan)?.lines ?? [];
const sum = (lines: readonly StatementLine[]): Fen => lines.reduce((all, { shareFen }) => all + shareFen, 0n);
const total = (months: readonly Settled[], of: 'shareFen' | 'heldFen' | 'releasedFen' | 'payableFen'): Fen =>
  months.reduce((all, { plan }) => all + (statementOf(plan)?.[of] ?? 0n), 0n);

const nets = fc.array(fc.oneof(fc.constant(0n), fc.bigInt({ min: -5_000n, max: 50_000n })), {
  minLength: 1,
  maxLength: 12,
});
const minimum = fc.bigInt({ min: 1n, max: 12_000n });

describe('what contracts say about statements', () => {
  it('a recoupable minimum gives max(minimum, own share − what is outstanding), which is never below nothing', () => {
    fc.assert(
      fc.property(nets, minimum, (all, least) => {
        const months = settle(all, { guarantee: { amount: formatFen(least), recoupable: true } });
        for (const { plan, ownFen, advancedFen } of months) {
          const rest = ownFen - advancedFen;
          expect(advancedFen).toBeGreaterThanOrEqual(0n);
          expect(statementOf(plan)?.shareFen).toBe(rest > least ? rest : least);
        }
      }),
    );
  });

  it('any other minimum gives max(minimum, own share), and nothing is given back', () => {
    fc.assert(
      fc.property(nets, minimum, (all, least) => {
        const months = settle(all, { guarantee: { amount: formatFen(least), recoupable: false } });
        for (const { plan, ownFen } of months) {
          expect(statementOf(plan)?.shareFen).toBe(ownFen > least ? ownFen : least);
        }
      }),
    );
  });

  it('what is held back changes no share, and is released to the last fen', () => {
    const terms = fc.record({
      percent: fc.integer({ min: 1, max: 100 }),
      after: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(nets, terms, (all, { percent, after }) => {
        const quiet = Array.from({ length: after }, () => 0n);
        const share = percent === 100 ? '1' : `0.${String(percent).padStart(2, '0')}`;
        const held = settle([...all, ...quiet], { holdback: { share, releaseAfterMonths: after } });
        const plain = settle([...all, ...quiet], {});
        expect(total(held, 'shareFen')).toBe(total(plain, 'shareFen'));
        expect(total(held, 'releasedFen')).toBe(total(held, 'heldFen'));
        expect(total(held, 'payableFen')).toBe(total(plain, 'payableFen'));
        for (const [index, { plan }] of held.entries()) {
          expect(statementOf(plan)?.releasedFen ?? 0n).toBe(heldIn(held[index - after]));
          expect(heldIn({ plan })).toBeGreaterThanOrEqual(0n);
        }
      }),
    );
  });

  it('conserves: what a party has more, the operator has less', () => {
    fc.assert(
      fc.property(nets, minimum, fc.boolean(), (all, least, recoupable) => {
        const agreed = {
          guarantee: { amount: formatFen(least), recoupable },
          holdback: { share: '0.1', releaseAfterMonths: 2 },
        };
        for (const { plan } of settle(all, agreed)) {
          const net = plan.splits.reduce((sumFen, { netFen }) => sumFen + netFen, 0n);
          expect(plan.statements.reduce((sumFen, { shareFen }) => sumFen + shareFen, 0n)).toBe(net);
        }
      }),
    );
  });
});

const heldIn = (settled: Pick<Settled, 'plan'> | undefined): Fen =>
  settled === undefined ? 0n : (statementOf(settled.plan)?.heldFen ?? 0n);

describe('a promise to buy', () => {
  const purchase = {
    ...{ from: '2026-05', months: 2, tokens: 1_000_000, pricePerMillion: '7.31' },
    shortfallPercent: '33.3',
  };

  it('comes to the same whatever becomes known when', () => {
    const known = fc.array(fc.bigInt({ min: -300_000n, max: 500_000n }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(known, (changes) => {
        let [issuedFen, issuedLines, tokens] = [0n, 0, 0n];
        const references = new Set<string>();
        for (const change of changes) {
          tokens += change;
          const counts = [{ month: '2026-05', tokens, shareFen: 0n }];
          const one: Purchase = { party: 'alpha', currency: 'CNY', purchase, counts, issuedFen, issuedLines };
          for (const { shareFen, reference } of shortfalls([one], new Map())) {
            issuedFen += shareFen;
            issuedLines += 1;
            references.add(reference);
          }
        }
        expect(issuedFen).toBe(purchasePosition(purchase, tokens).dueFen);
        expect(references.size).toBe(issuedLines);
      }),
    );
  });

  it('is due for nothing once it is kept, and for no more than all of it', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2_000_000n }), (counted) => {
        const { dueFen, shortfall } = purchasePosition(purchase, counted);
        expect(shortfall === 0n).toBe(counted >= 1_000_000n);
        expect(dueFen >= 0n && dueFen <= purchasePosition(purchase, 0n).dueFen).toBe(true);
      }),
    );
  });
});

describe('revenue that did not last', () => {
  it('is taken from its parties to the last fen, each within a fen of its part', () => {
    const shared = fc
      .array(fc.bigInt({ min: -1_000n, max: 100_000n }), { minLength: 1, maxLength: 6 })
      .map((all) => all.map((sharedFen, index) => ({ party: `p${index}`, sharedFen })))
      .filter((all) => all.reduce((sumFen, { sharedFen }) => sumFen + sharedFen, 0n) > 0n);
    fc.assert(
      fc.property(shared, fc.integer({ min: 1, max: 1_000 }), (all, permille) => {
        const totalFen = all.reduce((sumFen, { sharedFen }) => sumFen + sharedFen, 0n);
        const revenueFen = (totalFen * BigInt(permille) + 999n) / 1_000n;
        const parts = clawbackParts(all, revenueFen);
        expect(parts.reduce((sumFen, { shareFen }) => sumFen + shareFen, 0n)).toBe(-revenueFen);
        for (const { sharedFen, shareFen } of parts) {
          const off = -shareFen * totalFen - sharedFen * revenueFen;
          expect(off > -totalFen && off < totalFen).toBe(true);
        }
      }),
    );
  });

  it('is some of what was shared', () => {
    expect(() => clawbackParts([{ party: 'a', sharedFen: 5n }], 6n)).toThrow(RangeError);
    expect(() => clawbackParts([{ party: 'a', sharedFen: 5n }], 0n)).toThrow(RangeError);
  });
});
