import { formatYuan, ok, refuse, type Result } from '@ciyuan/core/kernel';
import { compilePriceBook, rateLines, totalOf, type PriceLookup, type PricedCall } from '@ciyuan/core/rating';
import { COUNTERS, promptTokens } from '@ciyuan/core/usage';
import type { ImportedPrices } from './import-litellm';

/** In the list's own currency, exact. */
export interface CallCost {
  readonly input: string;
  readonly output: string;
  readonly total: string;
}

const ZONE = 'UTC';
const CURRENCY = 'USD';
/** The list names no dates: its prices hold at every instant. */
export const ANY_INSTANT = 0;
const INPUTS = COUNTERS.map(
  (_, counter) => promptTokens(COUNTERS.map((_, one) => Number(one === counter))) === 1,
);

/** A call of a tool is neither read in nor written out. */
const TOOL_CALLS = COUNTERS.indexOf('tool_calls');

/** A book with the prices of one model alone, or nothing when nothing of it was held. */
export function bookOf(imported: ImportedPrices, model: string): PriceLookup | undefined {
  const entries = imported.entries.get(model);
  if (entries === undefined) return undefined;
  const multipliers = imported.multipliers.filter((row) => row.model === model);
  return compilePriceBook({ zone: ZONE, currency: CURRENCY, entries, multipliers });
}

/** What a call costs by the functions that bill, its prompt and its answer apart. Refuses a counter without a price. */
export function costOfCall(prices: PriceLookup, call: PricedCall): Result<CallCost, string> {
  const rated = rateLines(prices, call, call.counts);
  if (!rated.ok) return refuse(`no price for ${COUNTERS[rated.unpriced]}`);
  const input = totalOf(rated.lines.filter(({ counter }) => INPUTS[counter]));
  const output = totalOf(rated.lines.filter(({ counter }) => !INPUTS[counter] && counter !== TOOL_CALLS));
  const total = totalOf(rated.lines);
  return ok({ input: formatYuan(input), output: formatYuan(output), total: formatYuan(total) });
}
