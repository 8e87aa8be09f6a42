import type { PriceMultiplier } from '@ciyuan/core/catalogue';
import { PER_UNIT, exactPrice } from './exact-price';
import type { LiteLlmEntry } from './price-list';

const REGIONS: ReadonlyMap<string, string> = new Map([
  ['regional_processing_uplift_multiplier_eu', 'eu'],
  ['regional_processing_uplift_multiplier_us', 'us'],
]);
const PROVIDER_KEY = 'provider_specific_entry';
const PROVIDER_DIMENSIONS: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map([
  ['us', { region: 'us' }],
  ['fast', { speed: 'fast' }],
]);

export interface ModelMultipliers {
  readonly multipliers: readonly PriceMultiplier[];
  /** The keys that name a factor which a book cannot hold. */
  readonly refused: readonly string[];
}

/** Factors on every class of a model: for where a call is processed, and for how fast. */
export function modelMultipliers(model: string, entry: LiteLlmEntry): ModelMultipliers {
  const multipliers: PriceMultiplier[] = [];
  const refused: string[] = [];
  for (const { key, when, value } of factorsOf(entry)) {
    const factor = exactPrice(value, PER_UNIT);
    if (when !== undefined && factor.ok) multipliers.push({ model, when, factor: factor.value });
    else refused.push(key);
  }
  return { multipliers, refused };
}

interface NamedFactor {
  readonly key: string;
  readonly when: Readonly<Record<string, string>> | undefined;
  readonly value: unknown;
}

function factorsOf(entry: LiteLlmEntry): NamedFactor[] {
  return Object.entries(entry).flatMap(([key, value]): NamedFactor[] => {
    const region = REGIONS.get(key);
    if (region !== undefined) return [{ key, when: { region }, value }];
    if (key !== PROVIDER_KEY || typeof value !== 'object' || value === null) return [];
    return Object.entries(value as LiteLlmEntry)
      .filter(([, factor]) => typeof factor === 'number')
      .map(([name, factor]) => ({
        key: `${key}.${name}`,
        when: PROVIDER_DIMENSIONS.get(name),
        value: factor,
      }));
  });
}
