import type { PicoYuan } from '../kernel';

/**
 * Cumulative revenue of a package of `price`, once `consumedMilli` of its `grantedMilli` milli-tokens are consumed:
 * ⌊P × C / G⌋, exactly P at exhaustion, 0 for an empty grant. Holds on the gross price and on the net one alike.
 * Consumption is between 0 and what was granted, the price not negative; anything else is a bug and throws.
 */
export function recognised(price: PicoYuan, grantedMilli: bigint, consumedMilli: bigint): PicoYuan {
  if (consumedMilli < 0n || consumedMilli > grantedMilli)
    throw new RangeError(`consumed ${consumedMilli} of ${grantedMilli} milli-tokens`);
  if (price < 0n) throw new RangeError(`a grant of negative price: ${price}`);
  return grantedMilli === 0n ? 0n : (price * consumedMilli) / grantedMilli;
}

/** What a movement recognises: the difference of the cumulative figures, negative when tokens are given back. */
export function recogniseDraw(
  price: PicoYuan,
  grantedMilli: bigint,
  beforeMilli: bigint,
  afterMilli: bigint,
): PicoYuan {
  return recognised(price, grantedMilli, afterMilli) - recognised(price, grantedMilli, beforeMilli);
}

/** Paid and never consumed: what is recognised when the rest of the grant expires. */
export function breakage(price: PicoYuan, grantedMilli: bigint, consumedMilli: bigint): PicoYuan {
  return price - recognised(price, grantedMilli, consumedMilli);
}
