import fc from 'fast-check';
import { compareSettlements, type SettledLine } from './compare-settlements';
import { DifferenceSums } from './difference-sums';

const line: fc.Arbitrary<SettledLine> = fc.record({
  party: fc.constantFrom('alpha', 'beta', 'gamma'),
  currency: fc.constantFrom('CNY', 'USD'),
  lineKind: fc.constantFrom('guarantee', 'adjustment'),
  originMonth: fc.constantFrom('2026-05', '2026-06', '2026-07'),
  key: fc.constant(null),
  records: fc.bigInt({ min: 0n, max: 9n }),
  tokens: fc.constant(0n),
  gross: fc.constant(0n),
  shareFen: fc.bigInt({ min: -99n, max: 99n }),
});
const settlement = fc.array(line, { maxLength: 25 });

it('statement by statement it comes to what the whole comparison says', () => {
  fc.assert(
    fc.property(settlement, settlement, fc.nat(12), (before, after, most) => {
      const whole = compareSettlements(before, after);
      const sums = new DifferenceSums(most);
      for (const { party, currency } of whole.parties) {
        const isOwn = (one: SettledLine): boolean => one.party === party && one.currency === currency;
        sums.add(compareSettlements(before.filter(isOwn), after.filter(isOwn)));
      }
      const { parties, totals, lines, changed, appeared, gone } = sums.summary();
      expect([parties, totals]).toEqual([whole.parties, whole.totals]);
      expect(changed + appeared + gone).toBe(whole.lines.length);
      const size = (share: bigint): bigint => (share < 0n ? -share : share);
      const sizes = whole.lines.map(({ difference }) => size(difference.shareFen));
      const largest = sizes.sort((a, b) => (a > b ? -1 : a < b ? 1 : 0)).slice(0, most);
      expect(lines.map(({ difference }) => size(difference.shareFen))).toEqual(largest);
      for (const one of lines) expect(whole.lines).toContainEqual(one);
    }),
  );
});
