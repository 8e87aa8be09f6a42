import { parseScaled } from '../kernel';
import type { Plan } from './plan';

/** As many places as a decimal of a document may have. */
const PLACES = 30;

/** Whether a version of a plan asks more than another: for a period, once, or for tokens of a commitment. */
export function raisesPlanPrice(before: Plan, after: Plan): boolean {
  if (before.currency !== after.currency) return true;
  const [was, is] = [pricesOf(before), pricesOf(after)];
  return is.some((price, index) => price !== undefined && price > (was[index] ?? -1n));
}

/** A price that only the later version has is a dearer one; what it has no more asks nothing. */
const pricesOf = ({ price, commitment }: Plan): (bigint | undefined)[] =>
  [price, commitment?.pricePerMillion, commitment?.overPricePerMillion, commitment?.shortfallPercent].map(
    (text) => (text === undefined ? undefined : parseScaled(text, PLACES)),
  );
