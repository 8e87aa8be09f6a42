import type { PicoYuan } from '../kernel';
import { isWithin, type Tolerance } from './tolerance';

/**
 * What can be said of a key, in the order in which it is asked: the first that holds is said. Whether both sides know
 * it comes first, then whether both mean this month, and only then what its figures are.
 */
export const OUTCOMES = [
  'ours_only',
  'theirs_only',
  'late',
  'quantity',
  'price',
  'within_tolerance',
  'equal',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What one side says of a key. */
export interface Side {
  readonly key: string;
  /** By the index of their counter, or in all. */
  readonly counts: readonly bigint[];
  readonly amount: PicoYuan;
  /** It lies in another month: by its instant, or by the month that it was booked to. */
  readonly isOutside: boolean;
}

/** At least one of both sides is there. */
export interface Pair<Ours extends Side = Side, Theirs extends Side = Side> {
  readonly key: string;
  readonly ours: Ours | undefined;
  readonly theirs: Theirs | undefined;
}

export interface MatchRules {
  /** For each count by itself: what is moved from one class to another is a difference of both. */
  readonly counts: Tolerance;
  readonly money: Tolerance;
  /** By the index of a count: whether the other side states it at all. */
  readonly comparesCount: readonly boolean[];
  readonly comparesMoney: boolean;
}

/**
 * The one outcome of a key. `late`: both know it and one of them has it in another month. `quantity`: a count lies
 * beyond the tolerance; `price`: the counts do not, the amount does. `equal` means to the last digit.
 */
export function judgePair({ ours, theirs }: Pair, rules: MatchRules): Outcome {
  if (theirs === undefined) return 'ours_only';
  if (ours === undefined) return 'theirs_only';
  if (ours.isOutside || theirs.isOutside) return 'late';
  const counted = rules.comparesCount.flatMap((isCompared, index) =>
    isCompared ? [[ours.counts[index] ?? 0n, theirs.counts[index] ?? 0n] as const] : [],
  );
  if (!counted.every(([own, other]) => isWithin(rules.counts, own, other))) return 'quantity';
  if (rules.comparesMoney && !isWithin(rules.money, ours.amount, theirs.amount)) return 'price';
  const isSame = counted.every(([own, other]) => own === other);
  return isSame && (!rules.comparesMoney || ours.amount === theirs.amount) ? 'equal' : 'within_tolerance';
}
