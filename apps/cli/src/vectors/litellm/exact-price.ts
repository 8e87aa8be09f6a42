import { formatScaled, isDecimal, ok, refuse, type Result } from '@ciyuan/core/kernel';

const NUMBER = /^(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/;
const LARGEST_EXPONENT = 30;
const BOOK_PLACES = 6;
/** What a price per token is multiplied by in a book. */
export const PER_MILLION = 6;
export const PER_UNIT = 0;

/**
 * A price of the list as a book's text, exact: the digits are those that the number is written with, moved by `shift`
 * places, and nothing is rounded. Refuses what is no amount, and what has more than a book's six decimals.
 */
export function exactPrice(value: unknown, shift: number): Result<string, string> {
  const written = typeof value === 'number' || typeof value === 'string' ? String(value).toLowerCase() : '';
  const [, whole, fraction = '', exponent = '0'] = NUMBER.exec(written) ?? [];
  if (whole === undefined || Math.abs(Number(exponent)) > LARGEST_EXPONENT) {
    return refuse('a price that is not 0 or more');
  }
  const places = fraction.length - Number(exponent) - shift;
  const digits = BigInt(whole + fraction);
  const price = places <= 0 ? String(digits * 10n ** BigInt(-places)) : formatScaled(digits, places);
  return isDecimal(price, BOOK_PLACES) ? ok(price) : refuse('a price with more than six decimals');
}
