import fc from 'fast-check';
import {
  applyDifferences,
  compareSettledKeys,
  compareSettlements,
  type Change,
  type SettledLine,
} from './compare-settlements';
import type { LineKey } from './rollup-line';
import { NOTHING, addFigures, subtractFigures } from './statement-lines';

const key: fc.Arbitrary<LineKey> = fc.record({
  planVersionId: fc.integer({ min: 1, max: 3 }),
  model: fc.constantFrom(null, 'glm', 'kimi'),
  vendor: fc.constantFrom(null, 'zhipu'),
  computeOwner: fc.constantFrom(null, 'east'),
  channel: fc.constantFrom(null, 'shop'),
  chipKind: fc.constant(null),
  kind: fc.constantFrom('package', 'usage'),
  paid: fc.boolean(),
});
const amount = fc.bigInt({ min: -1000n, max: 1000n });
const line: fc.Arbitrary<SettledLine> = fc.record({
  party: fc.constantFrom('alpha', 'beta'),
  currency: fc.constantFrom('CNY', 'USD'),
  lineKind: fc.constantFrom('share', 'guarantee', 'adjustment'),
  originMonth: fc.constantFrom('2026-06', '2026-07'),
  key: fc.option(key),
  records: amount,
  tokens: amount,
  gross: amount,
  shareFen: amount,
});
const settlement = fc.array(line, { maxLength: 30 });

/** Lines of one key added up, in the order of their keys. */
const normal = (lines: readonly SettledLine[]): SettledLine[] =>
  applyDifferences([], compareSettlements([], lines).lines);

const negated = ({ before, after, difference }: Change): Change => ({
  before: after,
  after: before,
  difference: subtractFigures(NOTHING, difference),
});

describe('the difference of two settlements', () => {
  it('leads from the one to the other', () => {
    fc.assert(
      fc.property(settlement, settlement, (before, after) => {
        const { lines } = compareSettlements(before, after);
        expect(applyDifferences(before, lines)).toEqual(normal(after));
      }),
    );
  });

  it('is negated with both swapped', () => {
    const opposite = { appeared: 'gone', gone: 'appeared', changed: 'changed' } as const;
    fc.assert(
      fc.property(settlement, settlement, (one, other) => {
        const [there, back] = [compareSettlements(one, other), compareSettlements(other, one)];
        expect(back.lines).toEqual(
          there.lines.map((line) => ({ ...line, ...negated(line), change: opposite[line.change] })),
        );
        expect(back.parties).toEqual(there.parties.map((party) => ({ ...party, ...negated(party) })));
        expect(back.totals).toEqual(there.totals.map((total) => ({ ...total, ...negated(total) })));
      }),
    );
  });

  it('foots: lines make their parties, parties make the totals', () => {
    fc.assert(
      fc.property(settlement, settlement, (before, after) => {
        const { lines, parties, totals } = compareSettlements(before, after);
        for (const { party, currency, difference } of parties) {
          const own = lines.filter((line) => line.party === party && line.currency === currency);
          expect(own.reduce((sum, one) => addFigures(sum, one.difference), NOTHING)).toEqual(difference);
        }
        for (const { currency, ...total } of totals) {
          const own = parties.filter((party) => party.currency === currency);
          for (const side of ['before', 'after', 'difference'] as const)
            expect(own.reduce((sum, one) => addFigures(sum, one[side]), NOTHING)).toEqual(total[side]);
        }
      }),
    );
  });

  it('is the same for lines in any order, and nothing of a settlement and itself', () => {
    fc.assert(
      fc.property(settlement, settlement, (before, after) => {
        const turned = compareSettlements([...before].reverse(), [...after].reverse());
        expect(turned).toEqual(compareSettlements(before, after));
        expect(compareSettlements(before, [...before].reverse()).lines).toEqual([]);
        const { lines } = turned;
        expect([...lines].sort(compareSettledKeys)).toEqual(lines);
      }),
    );
  });
});
