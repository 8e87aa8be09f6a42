import type { PriceEntry } from '@ciyuan/core/catalogue';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { PER_MILLION, exactPrice } from './exact-price';
import { CACHE_HIT_KEY, CACHE_READ_KEY, tokenCostKey, type CostKey } from './cost-key';
import type { LiteLlmEntry } from './price-list';

/** A price with where and when it holds left out. */
export type PlainPrice = Omit<PriceEntry, 'model' | 'effectiveFrom'>;

interface Band {
  readonly from: number;
  readonly costs: LiteLlmEntry;
}

const BAND_FIELDS = ['range', 'input_cost_per_token', 'output_cost_per_token'];

/**
 * The prices of a model's tokens, those of its bands among them. One that cannot be held refuses the model as a whole:
 * without it the class would be rated at the price of its parent.
 */
export function tokenPrices(entry: LiteLlmEntry): Result<PlainPrice[], string> {
  const flat = pricesOf(withCacheRead(entry));
  if (!flat.ok || !Array.isArray(entry['tiered_pricing'])) return flat;
  const banded = bandedPrices(entry['tiered_pricing']);
  if (!banded.ok) return banded;
  return flat.value.length === 0 ? banded : refuse('bands and a flat price for the same tokens');
}

function pricesOf(costs: LiteLlmEntry, promptOver?: number): Result<PlainPrice[], string> {
  const prices: PlainPrice[] = [];
  for (const [name, value] of Object.entries(costs)) {
    const key = tokenCostKey(name);
    if (key === undefined) continue;
    const price = exactPrice(value, PER_MILLION);
    if (!price.ok) return refuse(`${name}: ${price.refusal}`);
    prices.push(priceOf(key, price.value, promptOver));
  }
  return ok(prices);
}

function priceOf({ counter, ...bounds }: CostKey, price: string, promptOver: number | undefined): PlainPrice {
  return { class: counter, price, ...bounds, ...(promptOver !== undefined && { promptOver }) };
}

const withCacheRead = (entry: LiteLlmEntry): LiteLlmEntry =>
  entry[CACHE_HIT_KEY] === undefined || entry[CACHE_READ_KEY] !== undefined
    ? entry
    : { ...entry, [CACHE_READ_KEY]: entry[CACHE_HIT_KEY] };

/** Bands of the whole prompt, lower bound exclusive; past the last one its prices go on. */
function bandedPrices(tiers: readonly unknown[]): Result<PlainPrice[], string> {
  const bands = contiguous(tiers);
  if (!bands.ok) return bands;
  const named = new Set(bands.value.flatMap(({ costs }) => Object.keys(costs)));
  const strange = [...named].find((key) => !BAND_FIELDS.includes(key) && tokenCostKey(key) === undefined);
  if (strange !== undefined) return refuse(`tiered_pricing: ${strange} is no price of a token`);
  const prices: PlainPrice[] = [];
  for (const { from, costs } of bands.value) {
    const inBand = pricesOf(complete(costs, named), from === 0 ? undefined : from);
    if (!inBand.ok) return inBand;
    prices.push(...inBand.value);
  }
  return ok(prices);
}

/** A class that another band prices costs what its parent does here: the price of the other band must not reach in. */
function complete(costs: LiteLlmEntry, named: ReadonlySet<string>): LiteLlmEntry {
  const missing = [...named].filter((key) => !(key in costs) && tokenCostKey(key) !== undefined);
  const parent = (key: string): unknown =>
    costs[key.startsWith('output') ? 'output_cost_per_token' : 'input_cost_per_token'];
  return { ...costs, ...Object.fromEntries(missing.map((key) => [key, parent(key)])) };
}

function contiguous(tiers: readonly unknown[]): Result<Band[], string> {
  const bands: Band[] = [];
  let reached = 0;
  for (const tier of tiers as readonly LiteLlmEntry[]) {
    const [from, to] = Array.isArray(tier['range']) ? (tier['range'] as unknown[]) : [];
    if (from !== reached || typeof to !== 'number' || !Number.isSafeInteger(to) || to <= from) {
      return refuse('tiered_pricing: ranges that do not follow one another from 0');
    }
    if (BAND_FIELDS.some((field) => tier[field] === undefined)) {
      return refuse('tiered_pricing: a band without the price of its input or output');
    }
    bands.push({ from, costs: tier });
    reached = to;
  }
  return bands.length === 0 ? refuse('tiered_pricing: no band') : ok(bands);
}
