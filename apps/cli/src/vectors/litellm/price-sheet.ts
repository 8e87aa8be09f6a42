import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { meterCostKey } from './cost-key';
import { PER_UNIT, exactPrice } from './exact-price';
import type { LiteLlmEntry } from './price-list';

const KEYS: ReadonlyMap<string, string> = new Map([
  ['input', 'input_cost_per_token'],
  ['cache_read', 'cache_read_input_token_cost'],
  ['cache_write', 'cache_creation_input_token_cost'],
  ['cache_write_5m', 'cache_creation_input_token_cost'],
  ['cache_write_1h', 'cache_creation_input_token_cost_above_1hr'],
  ['output', 'output_cost_per_token'],
  ['reasoning', 'output_cost_per_reasoning_token'],
  ['output_image', 'output_cost_per_image_token'],
  ['input_batch', 'input_cost_per_token_batches'],
  ['output_batch', 'output_cost_per_token_batches'],
]);
const NOT_PRICES = ['per', 'model', 'book_entry'];
const EXPONENTS: ReadonlyMap<unknown, string> = new Map([
  ['Mtok', 'e-6'],
  ['token', ''],
  [undefined, ''],
]);
/** What a search costs is no entry of the list; its price says of how many it is. */
const SEARCHES = '1000 searches';
const BOUND = /^(.+)_above_(\d+)000$/;

type Price = Readonly<Record<string, unknown>>;

/** The price of one search, in plain words by the thousand; nothing where the price is of something else. */
export function searchPrice(price: Price): Result<string, string> | undefined {
  return price['per'] === SEARCHES ? exactPrice(`${String(price['web_search'])}e-3`, PER_UNIT) : undefined;
}

/** A price in plain words as an entry of the list. Refuses what such an entry cannot say. */
export function entryOfPrice(price: Price): Result<LiteLlmEntry, string> {
  const exponent = EXPONENTS.get(price['per']);
  if (exponent === undefined) return refuse(`a price per ${String(price['per'])}`);
  const { tiers, ...flat } = price;
  const costs = costsOf(flat, exponent);
  if (!costs.ok || !Array.isArray(tiers)) return costs;
  const bands: LiteLlmEntry[] = [];
  for (const { range, ...tier } of tiers as readonly Price[]) {
    const band = costsOf(tier, exponent);
    if (!band.ok) return band;
    bands.push({ range, ...band.value });
  }
  return ok({ ...costs.value, tiered_pricing: bands });
}

function costsOf(price: Price, exponent: string): Result<LiteLlmEntry, string> {
  const costs: Record<string, string> = {};
  for (const [name, value] of Object.entries(price)) {
    if (NOT_PRICES.includes(name) || value === null) continue;
    const key = costKeyOf(name);
    if (key === undefined || typeof value !== 'string')
      return refuse(`the price has ${name}, which the list has not`);
    costs[key] = `${value}${exponent}`;
  }
  return ok(costs);
}

function costKeyOf(name: string): string | undefined {
  if (meterCostKey(name) !== undefined) return name;
  const [, base = name, thousands] = BOUND.exec(name) ?? [];
  const key = KEYS.get(base);
  return key === undefined || thousands === undefined ? key : `${key}_above_${thousands}k_tokens`;
}
