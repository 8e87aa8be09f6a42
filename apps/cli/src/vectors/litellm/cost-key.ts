import type { Counter } from '@ciyuan/core/usage';

/** What a cost key of the list says about the price beside it. */
export interface CostKey {
  readonly counter: Counter;
  /** The band's bound is not part of it: 200k is 200,000 tokens of prompt, and one more is dearer. */
  readonly promptOver?: number;
  readonly serviceTier?: string;
}

// The list's own grammar: base, then the bound of a band, then the tier served. `_above_1hr` is how long a cache
// entry lives, and so a class, not a band.
const TOKEN_COST = /^(.+?)(?:_above_(\d+)k_tokens)?(?:_(flex|priority|batches))?$/;
const TOKENS_PER_K = 1_000;

const TOKEN_COUNTERS: ReadonlyMap<string, Counter> = new Map<string, Counter>([
  ['input_cost_per_token', 'input'],
  ['cache_read_input_token_cost', 'cached_input'],
  ['cache_creation_input_token_cost', 'cache_write'],
  ['cache_creation_input_token_cost_above_1hr', 'cache_write_1h'],
  ['output_cost_per_token', 'output'],
  ['output_cost_per_reasoning_token', 'reasoning'],
  ['input_cost_per_image_token', 'image_input'],
  ['input_cost_per_audio_token', 'audio_input'],
  ['input_cost_per_video_token', 'video_input'],
  ['output_cost_per_image_token', 'image_output'],
  ['output_cost_per_audio_token', 'audio_output'],
  ['output_cost_per_video_token', 'video_output'],
]);

const METER_COUNTERS: ReadonlyMap<string, Counter> = new Map<string, Counter>([
  ['input_cost_per_character', 'characters'],
  ['output_cost_per_image', 'images'],
  ['ocr_cost_per_page', 'pages'],
]);

/** An older name of `cache_read_input_token_cost`; where both stand they are one price. */
export const CACHE_HIT_KEY = 'input_cost_per_token_cache_hit';
export const CACHE_READ_KEY = 'cache_read_input_token_cost';

export function tokenCostKey(key: string): CostKey | undefined {
  const [, base = '', bound, suffix] = TOKEN_COST.exec(key) ?? [];
  const counter = TOKEN_COUNTERS.get(base);
  if (counter === undefined) return undefined;
  return {
    counter,
    ...(bound !== undefined && { promptOver: Number(bound) * TOKENS_PER_K }),
    ...(suffix !== undefined && { serviceTier: suffix === 'batches' ? 'batch' : suffix }),
  };
}

export const meterCostKey = (key: string): Counter | undefined => METER_COUNTERS.get(key);

/** Whether the key speaks of money at all: what else stands in an entry describes the model. */
export const isCost = (key: string): boolean => /(^|_)cost(_|$)/.test(key);
