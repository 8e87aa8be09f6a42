import { dayStart, type Fen, type Instant } from '@ciyuan/core/kernel';

/** A statement that was issued, with the least that its terms let be paid; hundredths of its currency. */
export interface PayableStatement {
  readonly payableFen: Fen;
  /** 0 or more. */
  readonly minimumFen: Fen;
}

/** Statements in a row that are invoiced and paid as one. */
export interface Payout<T extends PayableStatement> {
  readonly statements: readonly T[];
  readonly payableFen: Fen;
}

export interface Payouts<T extends PayableStatement> {
  readonly payouts: readonly Payout<T>[];
  /** What comes to less than the minimum, or to nothing: it waits for the next statement. */
  readonly carried: Payout<T>;
}

/**
 * A party's statements of one currency, the oldest first, as payouts: what is payable is carried until it makes the
 * minimum of the statement that completes it, as partners' contracts commonly say. A later statement never changes an
 * earlier payout; what a partner owes (below zero) is taken off what comes next.
 */
export function payoutsOf<T extends PayableStatement>(statements: readonly T[]): Payouts<T> {
  const payouts: Payout<T>[] = [];
  let carried: Payout<T> = { statements: [], payableFen: 0n };
  for (const one of statements) {
    const sum = {
      statements: [...carried.statements, one],
      payableFen: carried.payableFen + one.payableFen,
    };
    const isPaid = sum.payableFen > 0n && sum.payableFen >= one.minimumFen;
    if (isPaid) payouts.push(sum);
    carried = isPaid ? { statements: [], payableFen: 0n } : sum;
  }
  return { payouts, carried };
}

/**
 * When a statement counts as confirmed: at the local midnight that ends the last of `disputeDays` whole days; the day
 * of issue does not count.
 */
export const deemedConfirmedAt = (zone: string, issuedAt: Instant, disputeDays: number): Instant =>
  dayStart(zone, issuedAt, disputeDays + 1);
