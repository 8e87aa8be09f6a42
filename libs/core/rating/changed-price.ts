import { readTierComponent, type TierComponentDocument } from '../catalogue';
import { divideHalfAway, formatScaled, isDecimal, parseScaled } from '../kernel';

/** By what a price is multiplied; both above 0. */
export interface Factor {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const PRICE_PLACES = 6;
const PICO_PLACES = 12;
const MILLION = '1000000';

/** Yuan × factor, rounded to six decimals half away from zero; what has more is not made coarser. Spelling is kept where the value is. */
export function changedText(price: string, factor: Factor): string {
  const places = isDecimal(price, PRICE_PLACES) ? PRICE_PLACES : PICO_PLACES;
  return rewritten(price, places, 1n, factor);
}

/**
 * A ladder with its prices and fees changed. A unit price is rounded so that one unit costs whole pico-yuan, else it
 * could not be read: that is six decimals of a price for a million.
 */
export function changedComponent(component: TierComponentDocument, factor: Factor): TierComponentDocument {
  if (!readTierComponent(component).ok) return component;
  if (component.mode === 'package') {
    return { ...component, packagePrice: changedText(component.packagePrice, factor) };
  }
  const per = parseScaled(component.per ?? MILLION, 0);
  return {
    ...component,
    tiers: component.tiers.map((row) => ({
      ...row,
      ...(row.unitPrice !== undefined && { unitPrice: rewritten(row.unitPrice, PICO_PLACES, per, factor) }),
      ...(row.flatFee !== undefined && { flatFee: changedText(row.flatFee, factor) }),
    })),
  };
}

/** Rounded to whole multiples of `step` × 10^-`places`. */
function rewritten(text: string, places: number, step: bigint, { numerator, denominator }: Factor): string {
  const before = parseScaled(text, places);
  const after = divideHalfAway(before * numerator, denominator * step) * step;
  return after === before ? text : formatScaled(after, places);
}
