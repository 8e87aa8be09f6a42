const DECIMAL = /^-?\d{1,26}(?:\.\d{1,30})?$/;

/** Whether `text` is a plain decimal: no exponent, no sign but minus, at most `places` significant places. */
export function isDecimal(text: string, places: number): boolean {
  return DECIMAL.test(text) && significantPlaces(text) <= places;
}

/** `text` × 10^`places` as an integer. Throws when a non-zero digit lies beyond `places`: nothing is rounded. */
export function parseScaled(text: string, places: number): bigint {
  if (!isDecimal(text, places)) throw new RangeError(`not a decimal with at most ${places} places: ${text}`);
  const negative = text.startsWith('-');
  const [whole = '0', fraction = ''] = (negative ? text.slice(1) : text).split('.');
  const scaled = BigInt(whole + fraction.slice(0, places).padEnd(places, '0'));
  return negative ? -scaled : scaled;
}

/** The shortest decimal text of `scaled` × 10^-`places`; the inverse of {@link parseScaled}. */
export function formatScaled(scaled: bigint, places: number): string {
  const negative = scaled < 0n;
  const digits = (negative ? -scaled : scaled).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '');
  return `${negative ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

function significantPlaces(text: string): number {
  const dot = text.indexOf('.');
  return dot < 0 ? 0 : text.slice(dot + 1).replace(/0+$/, '').length;
}
