import { divideFloor, divideHalfAway } from './money';
import { Decimal } from 'decimal.js';
import { isDecimal } from './decimal-text';

/** An exact fraction; `d` is positive. Reduced when built, so that long sums stay small. */
export interface Ratio {
  readonly n: bigint;
  readonly d: bigint;
}

/** Wide enough for every text that is let in, and never written with an exponent. */
const Exact = Decimal.clone({ precision: 80, toExpPos: 80, toExpNeg: -80 });

export const ZERO: Ratio = { n: 0n, d: 1n };

export function ratio(n: bigint, d = 1n): Ratio {
  if (d === 0n) throw new RangeError('a ratio over zero');
  if (n === 0n) return ZERO;
  const sign = d < 0n ? -1n : 1n;
  const g = gcd(n < 0n ? -n : n, sign * d);
  return { n: (sign * n) / g, d: (sign * d) / g };
}

/** A decimal text, exactly. */
export function ratioOf(decimal: string): Ratio {
  if (!isDecimal(decimal, 30)) throw new RangeError(`not a decimal: ${decimal}`);
  const [n, d] = new Exact(decimal).toFraction();
  return ratio(BigInt(String(n)), BigInt(String(d)));
}

export const add = (a: Ratio, b: Ratio): Ratio =>
  a.d === b.d ? ratio(a.n + b.n, a.d) : ratio(a.n * b.d + b.n * a.d, a.d * b.d);
export const subtract = (a: Ratio, b: Ratio): Ratio => add(a, { n: -b.n, d: b.d });
export const multiply = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.n, a.d * b.d);
export const divide = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.d, a.d * b.n);
export const compare = (a: Ratio, b: Ratio): number => {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};
export const min = (a: Ratio, b: Ratio): Ratio => (compare(a, b) <= 0 ? a : b);
export const max = (a: Ratio, b: Ratio): Ratio => (compare(a, b) >= 0 ? a : b);
export const sum = (all: Iterable<Ratio>): Ratio => {
  let total = ZERO;
  for (const one of all) total = add(total, one);
  return total;
};
export const floor = (a: Ratio): bigint => divideFloor(a.n, a.d);
/** To an integer, halves away from zero. */
export const round = (a: Ratio): bigint => divideHalfAway(a.n, a.d);

function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}
