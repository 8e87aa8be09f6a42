import type { PicoYuan } from '../kernel';
import { COUNTERS, type Counts } from '../usage';
import type { PriceLookup, PricedCall } from './price-lookup';

const COUNTER_COUNT = COUNTERS.length;

export interface RatedLine {
  readonly counter: number;
  readonly quantity: number;
  readonly picoPerUnit: bigint;
  readonly amount: PicoYuan;
}

export type RatedLines =
  | { readonly ok: true; readonly lines: readonly RatedLine[] }
  /** The first counter in canonical order that has a quantity and no price. */
  | { readonly ok: false; readonly unpriced: number };

/**
 * Prices `counts` (the whole call, or the part of it that grants left over) with the prices of `call`: a line for
 * each counter with a quantity, in canonical order.
 */
export function rateLines(prices: PriceLookup, call: PricedCall, counts: Counts): RatedLines {
  const lines: RatedLine[] = [];
  for (let counter = 0; counter < COUNTER_COUNT; counter++) {
    const quantity = counts[counter] as number;
    if (quantity === 0) continue;
    const picoPerUnit = prices.priceOf(call, counter);
    if (picoPerUnit === undefined) return { ok: false, unpriced: counter };
    lines.push({ counter, quantity, picoPerUnit, amount: BigInt(quantity) * picoPerUnit });
  }
  return { ok: true, lines };
}

export function totalOf(lines: readonly RatedLine[]): PicoYuan {
  let total = 0n;
  for (const line of lines) total += line.amount;
  return total;
}
