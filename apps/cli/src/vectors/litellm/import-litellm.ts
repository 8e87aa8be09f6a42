import type { PriceEntry, PriceMultiplier } from '@ciyuan/core/catalogue';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { CACHE_HIT_KEY, CACHE_READ_KEY, isCost, meterCostKey, tokenCostKey } from './cost-key';
import { PER_UNIT, exactPrice } from './exact-price';
import { modelMultipliers } from './model-multipliers';
import { tokenPrices, type PlainPrice } from './model-prices';
import type { LiteLlmEntry, LiteLlmList, RefusedPrice } from './price-list';

export interface ImportedPrices {
  /** By model, per million tokens or per unit in the list's own currency. A model of which nothing is held is absent. */
  readonly entries: ReadonlyMap<string, readonly PriceEntry[]>;
  readonly multipliers: readonly PriceMultiplier[];
  readonly refused: readonly RefusedPrice[];
}

interface ImportedModel {
  readonly entries: readonly PriceEntry[];
  readonly multipliers: readonly PriceMultiplier[];
  readonly refused: readonly RefusedPrice[];
}

/** Long before the first call that anybody prices: the list says nothing of when a price began. */
export const EVER = '1970-01-01T00:00:00Z';
const FORMAT_SAMPLE = 'sample_spec';
const UNKNOWN_AT_ZERO = 'volcengine';

/**
 * A price list of LiteLLM's as the entries of a book. Every cost in it is either an entry (or a multiplier), exactly, or
 * refused with a reason; one token price that cannot be held refuses its model. A named service tier without a price
 * for a band that the plain price has is handed over as it stands: a book that holds it is refused on saving.
 */
export function importLiteLlm(list: LiteLlmList, effectiveFrom = EVER): ImportedPrices {
  const models = Object.entries(list).map(
    ([model, entry]) => [model, importModel(model, entry, effectiveFrom)] as const,
  );
  return {
    entries: new Map(
      models.flatMap(([model, { entries }]) => (entries.length === 0 ? [] : [[model, entries]])),
    ),
    multipliers: models.flatMap(([, { multipliers }]) => multipliers),
    refused: models.flatMap(([, { refused }]) => refused),
  };
}

function importModel(model: string, entry: LiteLlmEntry, effectiveFrom: string): ImportedModel {
  const whole = (reason: string): ImportedModel => ({
    entries: [],
    multipliers: [],
    refused: [{ model, reason }],
  });
  const unfit = unfitness(model, entry);
  if (unfit !== undefined) return whole(unfit);
  const tokens = tokenPrices(entry);
  if (!tokens.ok) return whole(tokens.refusal);
  const others = otherCosts(model, entry, tokens.value.length > 0);
  const held = [...tokens.value, ...others.prices];
  const { multipliers, refused } = modelMultipliers(model, entry);
  const factors = refused.map((key) => ({ model, key, reason: 'a factor on what no dimension names' }));
  return {
    entries: held.map((price) => ({ model, ...price, effectiveFrom })),
    multipliers: held.length === 0 ? [] : multipliers,
    refused: [...others.refused, ...factors],
  };
}

function unfitness(model: string, entry: LiteLlmEntry): string | undefined {
  if (model === FORMAT_SAMPLE) return 'describes the format';
  if (model.includes('*')) return 'a name with *, which a book takes for a pattern';
  const costs = Object.entries(entry).filter(([key]) => isCost(key));
  if (costs.length === 0 && entry['tiered_pricing'] === undefined) return 'no price';
  const isAllZero = costs.length > 0 && costs.every(([, cost]) => cost === 0);
  if (isAllZero && entry['litellm_provider'] === UNKNOWN_AT_ZERO) return 'price 0, which here means unknown';
  return undefined;
}

/** What is not priced by the token: units that a book counts, and the rest, which is refused. */
function otherCosts(
  model: string,
  entry: LiteLlmEntry,
  hasTokens: boolean,
): { prices: PlainPrice[]; refused: RefusedPrice[] } {
  const prices: PlainPrice[] = [];
  const refused: RefusedPrice[] = [];
  for (const [key, value] of Object.entries(entry)) {
    if (!isCost(key) || tokenCostKey(key) !== undefined || isSecondName(entry, key)) continue;
    const held = meterPrice(key, value, hasTokens);
    if (held.ok) prices.push(held.value);
    else refused.push({ model, key, reason: held.refusal });
  }
  return { prices, refused };
}

function meterPrice(key: string, value: unknown, hasTokens: boolean): Result<PlainPrice, string> {
  if (key === CACHE_HIT_KEY) return refuse('two prices for what the cache held');
  const counter = meterCostKey(key);
  if (counter === undefined) return refuse('what no counter of a book counts');
  if (hasTokens) return refuse('priced by the token as well: it would be charged twice');
  const price = exactPrice(value, PER_UNIT);
  return price.ok ? ok({ class: counter, price: price.value }) : price;
}

/** The older name of a price: nothing of its own to say. */
const isSecondName = (entry: LiteLlmEntry, key: string): boolean =>
  key === CACHE_HIT_KEY && (entry[CACHE_READ_KEY] === undefined || entry[CACHE_READ_KEY] === entry[key]);
