import { ratioOf } from '../kernel';
import { judgePair, type MatchRules, type Outcome, type Side } from './judge-pair';
import { NO_TOLERANCE } from './tolerance';
import { mayResolve, RESOLUTIONS } from './resolution';

const RULES: MatchRules = {
  counts: { absolute: 2n, relative: ratioOf('0'), rule: 'any' },
  money: { absolute: 10n, relative: ratioOf('0'), rule: 'any' },
  comparesCount: [true, true, false],
  comparesMoney: true,
};
const side = (counts: readonly number[], amount: number, isOutside = false): Side => ({
  key: 'k',
  counts: counts.map(BigInt),
  amount: BigInt(amount),
  isOutside,
});
const OURS = side([100, 50, 7], 900);

describe('what is said of a key', () => {
  it.each<[string, Side | undefined, Side | undefined, Outcome]>([
    ['both say the same', OURS, side([100, 50, 7], 900), 'equal'],
    ['what is not compared differs', OURS, side([100, 50, 8], 900), 'equal'],
    ['a count within the tolerance', OURS, side([102, 50, 7], 900), 'within_tolerance'],
    ['the amount within the tolerance', OURS, side([100, 50, 7], 890), 'within_tolerance'],
    ['a count beyond it', OURS, side([103, 50, 7], 900), 'quantity'],
    ['moved from one class to the other', OURS, side([97, 53, 7], 900), 'quantity'],
    ['count and amount beyond it', OURS, side([103, 50, 7], 100), 'quantity'],
    ['the amount beyond it', OURS, side([101, 50, 7], 911), 'price'],
    ['theirs in another month', OURS, side([1, 1, 1], 1, true), 'late'],
    ['ours booked to another month', { ...OURS, isOutside: true }, OURS, 'late'],
    ['they do not know it', OURS, undefined, 'ours_only'],
    ['we do not know it, nor is it of the month', undefined, side([1, 1, 1], 1, true), 'theirs_only'],
  ])('%s', (_what, ours, theirs, outcome) => {
    expect(judgePair({ key: 'k', ours, theirs }, RULES)).toBe(outcome);
  });

  it('leaves money out where the other side states none', () => {
    const rules = { ...RULES, money: NO_TOLERANCE, comparesMoney: false };
    expect(judgePair({ key: 'k', ours: OURS, theirs: side([100, 50, 0], 0) }, rules)).toBe('equal');
  });
});

describe('what is done about a difference', () => {
  it.each([
    ['open', ['accepted_ours', 'accepted_theirs', 'to_dispute']],
    ['to_dispute', ['accepted_ours', 'accepted_theirs']],
    ['accepted_ours', []],
    ['accepted_theirs', []],
  ] as const)('%s may become %j', (from, expected) => {
    expect(RESOLUTIONS.filter((to) => mayResolve(from, to))).toEqual(expected);
  });
});
