/**
 * What of a cycle's grant goes on into the next cycle: a share of what is left of it at its end, no more than a part of
 * what it was granted with, to be used within some cycles from then on. What rolled over once does not roll again.
 */
export interface RollOver {
  /** Percent of what is left, above 0 and at most 100, with at most six places. */
  readonly sharePercent: string;
  /** Percent of the quantity that was granted, likewise; absent: no more than the share. */
  readonly capPercent?: string;
  /** From 1 to 36 of the subscription's cycles. */
  readonly expiresAfterMonths: number;
}
