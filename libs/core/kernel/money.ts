import { formatScaled, parseScaled } from './decimal-text';

/** An exact amount in 10⁻¹² yuan. Stored as numeric(38,12). */
export type PicoYuan = bigint;
/** A whole number of fen (10⁻² yuan), the unit of every document. */
export type Fen = bigint;

export const PICO_PER_YUAN = 1_000_000_000_000n;
export const PICO_PER_FEN = 10_000_000_000n;

/** Yuan as text, at most 12 places; more throws. */
export const parseYuan = (yuan: string): PicoYuan => parseScaled(yuan, 12);
export const formatYuan = (pico: PicoYuan): string => formatScaled(pico, 12);
export const parseFen = (yuan: string): Fen => parseScaled(yuan, 2);
export const formatFen = (fen: Fen): string => formatScaled(fen, 2);
export const fenToPico = (fen: Fen): PicoYuan => fen * PICO_PER_FEN;

/** n / d rounded to an integer, halves away from zero. d must be positive. */
export function divideHalfAway(n: bigint, d: bigint): bigint {
  if (d <= 0n) throw new RangeError('the divisor must be positive');
  const half = n < 0n ? -d : d;
  return (2n * n + half) / (2n * d);
}

/** n / d rounded down. d must be positive. */
export function divideFloor(n: bigint, d: bigint): bigint {
  if (d <= 0n) throw new RangeError('the divisor must be positive');
  const quotient = n / d;
  return n < 0n && quotient * d !== n ? quotient - 1n : quotient;
}
