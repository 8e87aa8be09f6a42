import { ZERO, add, ratio, type Ratio } from '../../kernel';
import { coveredPart, type AccountCover } from './account-cover';
import type { AccountRevenue, HeldLine } from './coverage-input';

/** A line of a party's month, with whose revenue it is of. */
export interface LineRevenue extends HeldLine {
  readonly revenue: readonly AccountRevenue[];
}

/**
 * What of the shares of a month is due, as a fraction from 0 to 1: of each line as much as of its revenue is covered,
 * account by account. A line of no revenue is due, as nobody will ever be billed for it. 1 exactly once all is covered;
 * in any order of lines and accounts the same. There is a line, and all are above 0.
 */
export function duePart(
  lines: readonly LineRevenue[],
  coverOf: (revenue: AccountRevenue) => AccountCover,
): Ratio {
  let due = ZERO;
  let shares = 0n;
  for (const { shareFen, revenue } of lines) {
    let gross = 0n;
    let covered = 0n;
    for (const one of revenue) {
      gross += one.gross;
      covered += coveredPart(one.gross, coverOf(one));
    }
    const least = covered < 0n ? 0n : covered;
    due = add(due, gross <= 0n ? ratio(shareFen) : ratio(shareFen * least, gross));
    shares += shareFen;
  }
  return ratio(due.n, due.d * shares);
}
