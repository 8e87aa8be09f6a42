import { isDecimal, parseScaled, type Ratio } from '../kernel';
import { changedText } from './changed-price';

const PICO_PLACES = 12;

/**
 * A price of a book in another currency: × rate, rounded to six decimals half away from zero. Undefined where that
 * makes nothing of a price that is something: what costs little is not free.
 */
export function convertPrice(price: string, rate: Ratio): string | undefined {
  const converted = changedText(price, { numerator: rate.n, denominator: rate.d });
  return isNothing(converted) && !isNothing(price) ? undefined : converted;
}

const isNothing = (price: string): boolean =>
  isDecimal(price, PICO_PLACES) && parseScaled(price, PICO_PLACES) === 0n;
