import { compare, floor, ratio, subtract, type Ratio } from './ratio';

/**
 * Whole numbers close to `exact` that add up to `total`, by largest remainder (Hamilton's method): each is rounded
 * down, also below zero, and the units still missing go to the largest fractional parts. Equal parts: first come in
 * `tieOrder`, which names every index once and is the order of the list unless given.
 *
 * Rounding each number by itself would not add up; here no figure is a whole unit off, and a rerun gives the same.
 * Throws when `total` is not within reach, less than the floors or more than one unit above each.
 */
export function apportion(exact: readonly Ratio[], total: bigint, tieOrder?: readonly number[]): bigint[] {
  const whole = exact.map(floor);
  const missing = total - whole.reduce((sum, part) => sum + part, 0n);
  if (missing < 0n || missing > BigInt(exact.length))
    throw new RangeError(`${total} is no rounding of the sum of its parts: ${missing} units are missing`);
  if (missing === 0n) return whole;
  const order = tieOrder === undefined ? exact.map((_, index) => index) : checked(tieOrder, exact.length);
  const rest = exact.map((part, index) => subtract(part, ratio(whole[index] as bigint)));
  // The sort is stable, so equal fractional parts keep the given order.
  const byRest = [...order].sort((a, b) => compare(rest[b] as Ratio, rest[a] as Ratio));
  for (const index of byRest.slice(0, Number(missing))) whole[index] = (whole[index] as bigint) + 1n;
  return whole;
}

function checked(order: readonly number[], length: number): readonly number[] {
  const named = new Set(order);
  const complete =
    order.length === length && named.size === length && order.every((i) => i >= 0 && i < length);
  if (!complete) throw new RangeError('the order of ties must name every index once');
  return order;
}
