import type { PriceMultiplier } from '../catalogue';
import { parseScaled } from '../kernel';

const PLACES = 9;
const ONE = 10n ** BigInt(PLACES);

/** Whether some model and dimensions come to a higher factor; where a list has no row of them, the factor is 1. */
export function raisesFactor(before: readonly PriceMultiplier[], after: readonly PriceMultiplier[]): boolean {
  const [old, now] = [byKey(before), byKey(after)];
  return [...new Set([...old.keys(), ...now.keys()])].some((key) => {
    const [was, is] = [old.get(key) ?? [], now.get(key) ?? []];
    return product(is, was.length) > product(was, is.length);
  });
}

/** Factors of the same dimensions multiply, so each key has a list. */
function byKey(rows: readonly PriceMultiplier[]): Map<string, bigint[]> {
  const factors = new Map<string, bigint[]>();
  for (const { model, when, factor } of rows) {
    const key = JSON.stringify([model, Object.entries(when).sort(([a], [b]) => (a < b ? -1 : 1))]);
    factors.set(key, [...(factors.get(key) ?? []), parseScaled(factor, PLACES)]);
  }
  return factors;
}

/** With as many ones as there are factors on the other side, so that both have the same scale. */
const product = (factors: readonly bigint[], ones: number): bigint =>
  factors.reduce((total, factor) => total * factor, ONE ** BigInt(ones));
