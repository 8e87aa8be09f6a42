import * as fc from 'fast-check';
import { ratioOf } from '../kernel';
import { OUTCOMES, judgePair, type MatchRules, type Outcome, type Pair, type Side } from './judge-pair';
import { compareKeys, pairSorted } from './pair-sorted';
import { NO_TOLERANCE, TOLERANCE_RULES } from './tolerance';
import { noTotals, sideTotal, tokensOf, withPair } from './totals';

const small = fc.bigInt({ min: 0n, max: 6n });
const side = fc.record<Side>({
  // Characters beyond the basic plane, and the last ones of it: where the two orders differ.
  key: fc.oneof(
    fc.constantFrom('a', 'b', 'é', '\uffee', '\u{1f600}', '\u{1f601}'),
    fc.string({ maxLength: 2 }),
  ),
  counts: fc.tuple(small, small),
  amount: fc.bigInt({ min: -6n, max: 6n }),
  isOutside: fc.boolean(),
});
const sides = fc.uniqueArray(side, { selector: ({ key }) => key, maxLength: 12 });
const tolerance = fc.record({
  absolute: fc.bigInt({ min: 0n, max: 3n }),
  relative: fc.constantFrom('0', '0.25', '0.5').map(ratioOf),
  rule: fc.constantFrom(...TOLERANCE_RULES),
});
const rules = fc.record<MatchRules>({
  counts: tolerance,
  money: tolerance,
  comparesCount: fc.tuple(fc.boolean(), fc.boolean()),
  comparesMoney: fc.boolean(),
});
const EXACT: MatchRules = {
  counts: NO_TOLERANCE,
  money: NO_TOLERANCE,
  comparesCount: [true, true],
  comparesMoney: true,
};

const sorted = (all: readonly Side[]): Side[] => [...all].sort((a, b) => compareKeys(a.key, b.key));
/** With an empty one between. */
const inBlocks = (all: readonly Side[], size: number): Side[][] =>
  Array.from({ length: Math.ceil(all.length / size) * 2 }, (_, index) =>
    index % 2 === 1 ? [] : all.slice((index / 2) * size, (index / 2 + 1) * size),
  );
type Judged = Pair & { readonly outcome: Outcome };

async function match(ours: readonly Side[], theirs: readonly Side[], by: MatchRules): Promise<Judged[]> {
  const judged: Judged[] = [];
  for await (const pairs of pairSorted(inBlocks(sorted(ours), 3), inBlocks(sorted(theirs), 2)))
    for (const pair of pairs) judged.push({ ...pair, outcome: judgePair(pair, by) });
  return judged;
}

const totalsOf = (judged: readonly Judged[]) => {
  const totals = noTotals();
  for (const pair of judged) totals[pair.outcome] = withPair(totals[pair.outcome], pair);
  return totals;
};

const sumOf = (all: readonly Side[]) => ({
  keys: all.length,
  tokens: all.reduce((sum, one) => sum + tokensOf(one), 0n),
  amount: all.reduce((sum, { amount }) => sum + amount, 0n),
});

const hold = (law: fc.IAsyncProperty<unknown[]>) => fc.assert(law, { numRuns: 300 });

describe('matching', () => {
  it('orders keys by their bytes in UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
        const bytes = Buffer.compare(Buffer.from(one), Buffer.from(other));
        expect(Math.sign(compareKeys(one, other))).toBe(bytes);
      }),
    );
  });

  it('gives each key of either side one outcome', () =>
    hold(
      fc.asyncProperty(sides, sides, rules, async (ours, theirs, by) => {
        const judged = await match(ours, theirs, by);
        const keys = new Set([...ours, ...theirs].map(({ key }) => key));
        expect(judged.map(({ key }) => key)).toEqual([...keys].sort(compareKeys));
        expect(judged.flatMap((pair) => pair.ours ?? [])).toEqual(sorted(ours));
        expect(judged.flatMap((pair) => pair.theirs ?? [])).toEqual(sorted(theirs));
      }),
    ));

  it('foots: what each side comes to is what its outcomes come to', () =>
    hold(
      fc.asyncProperty(sides, sides, rules, async (ours, theirs, by) => {
        const totals = totalsOf(await match(ours, theirs, by));
        expect([sideTotal(totals, 'ours'), sideTotal(totals, 'theirs')]).toEqual([
          sumOf(ours),
          sumOf(theirs),
        ]);
        const keys = OUTCOMES.reduce((all, outcome) => all + totals[outcome].keys, 0);
        expect(keys).toBe(new Set([...ours, ...theirs].map(({ key }) => key)).size);
      }),
    ));

  it('does not look at the order of rows', () =>
    hold(
      fc.asyncProperty(
        sides.chain((one) => fc.tuple(fc.constant(one), fc.shuffledSubarray(one, { minLength: one.length }))),
        sides,
        rules,
        async ([ours, shuffled], theirs, by) => {
          expect(await match(shuffled, theirs, by)).toEqual(await match(ours, theirs, by));
        },
      ),
    ));

  it('swapped, swaps who knows a key alone, and negates what lies between', () =>
    hold(
      fc.asyncProperty(sides, sides, rules, async (ours, theirs, by) => {
        // A share is one of our own figure, so that it is another one seen from the other side.
        const even = {
          ...by,
          counts: { ...by.counts, relative: ratioOf('0') },
          money: { ...by.money, relative: ratioOf('0') },
        };
        const [there, back] = [await match(ours, theirs, even), await match(theirs, ours, even)];
        expect(back.map(({ outcome }) => outcome)).toEqual(
          there.map(({ outcome }) => SWAPPED[outcome] ?? outcome),
        );
        expect(back.map(apart)).toEqual(there.map((pair) => -apart(pair)));
      }),
    ));

  it('without tolerance calls nothing near', () =>
    hold(
      fc.asyncProperty(sides, sides, async (ours, theirs) => {
        const judged = await match(ours, theirs, EXACT);
        expect(judged.filter(({ outcome }) => outcome === 'within_tolerance')).toEqual([]);
        for (const { outcome, ours: own, theirs: other } of judged)
          if (outcome === 'equal') expect(own).toEqual(other);
      }),
    ));

  it('breaks off where a side is out of order, or has a key twice', async () => {
    const [a, b] = ['a', 'b'].map((key): Side => ({ key, counts: [], amount: 0n, isOutside: false })) as [
      Side,
      Side,
    ];
    for (const wrong of [
      [b, a],
      [a, a],
    ]) {
      for (const size of [1, 2]) {
        const walk = async () => {
          for await (const pairs of pairSorted(inBlocks(wrong, size), [])) expect(pairs).toHaveLength(1);
        };
        await expect(walk()).rejects.toThrow(RangeError);
      }
    }
  });
});

const SWAPPED: Partial<Record<Outcome, Outcome>> = { ours_only: 'theirs_only', theirs_only: 'ours_only' };
const apart = ({ ours, theirs }: Pair): bigint => (theirs?.amount ?? 0n) - (ours?.amount ?? 0n);
