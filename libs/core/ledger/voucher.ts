import { PICO_PER_FEN, divideHalfAway, fenToPico, type Fen, type PicoYuan } from '../kernel';
import type { LedgerAccount } from './postings';

/** What a ledger account came to, exactly; a debit is positive. */
export interface ExactLine {
  readonly account: LedgerAccount;
  readonly party: string | null;
  readonly amount: PicoYuan;
}

export interface VoucherLine extends ExactLine {
  /** What is entered elsewhere: a debit is positive. */
  readonly fen: Fen;
  /** The line that takes what rounding the others left. */
  readonly isRest: boolean;
}

/**
 * A voucher in whole fen out of what accounts came to exactly: each line half away from zero, and what the fen leave
 * over on one more line of `rounding`, so that the voucher balances. Lines that come to nothing are left out; exact
 * amounts that do not add up to nothing are a bug and throw.
 */
export function voucherLines(lines: readonly ExactLine[]): VoucherLine[] {
  const left = lines.reduce((sum, { amount }) => sum + amount, 0n);
  if (left !== 0n) throw new Error(`a voucher out of balance by ${left} × 10⁻¹²`);
  const entered = lines
    .filter(({ amount }) => amount !== 0n)
    .map((line) => ({ ...line, fen: divideHalfAway(line.amount, PICO_PER_FEN), isRest: false }));
  const fen = -entered.reduce((sum, line) => sum + line.fen, 0n);
  if (fen === 0n) return entered;
  return [...entered, { account: 'rounding', party: null, amount: 0n, fen, isRest: true }];
}

/** The same with its sides swapped. */
export const reversed = (lines: readonly VoucherLine[]): VoucherLine[] =>
  lines.map((line) => ({ ...line, amount: -line.amount, fen: -line.fen }));

/** How far a line in fen is from what it stands for: at most half a fen, unless it is the rest. */
export const roundedBy = ({ fen, amount }: VoucherLine): PicoYuan => fenToPico(fen) - amount;
