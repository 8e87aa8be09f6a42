import { PICO_PER_YUAN, formatScaled, multiply, ratio, ratioOf, type Ratio } from '@ciyuan/core/kernel';

const YUAN = ratio(PICO_PER_YUAN);
const MOST_PLACES = 30;

/** Yuan as text to exact pico-yuan, however many decimals it has. */
export const picoOf = (yuan: string): Ratio => multiply(ratioOf(yuan), YUAN);

/** Exact pico-yuan as yuan: a decimal where it ends, else a fraction, which no expected value equals. */
export const yuanText = (pico: Ratio): string => exactText(ratio(pico.n, pico.d * PICO_PER_YUAN));

export function exactText({ n, d }: Ratio): string {
  for (let places = 0, scale = 1n; places <= MOST_PLACES; places++, scale *= 10n) {
    if (scale % d === 0n) return formatScaled((n * scale) / d, places);
  }
  return `${n}/${d}`;
}
