import { divideFloor, type Fen, type PicoYuan } from '../kernel';

/** What an account paid in one currency. */
export interface MoneyOfAccount {
  /** Of what its documents bill, as much as was put to them; 0 or more. */
  readonly collected: PicoYuan;
  /** Of its payments what was put to documents: 0 or more. */
  readonly allocatedFen: Fen;
  /** Of its payments what was not taken back or refunded. */
  readonly keptFen: Fen;
}

/**
 * What was collected for good. A refund is of the account and names no document: it first gives back what was put to
 * none, and then of all of them alike. Rounded down to the pico-yuan.
 */
export function coveringMoney({ collected, allocatedFen, keptFen }: MoneyOfAccount): PicoYuan {
  if (keptFen >= allocatedFen || allocatedFen <= 0n) return collected;
  return keptFen <= 0n ? 0n : divideFloor(collected * keptFen, allocatedFen);
}
