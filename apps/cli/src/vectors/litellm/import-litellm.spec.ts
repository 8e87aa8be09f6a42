import { checkPriceBook } from '@ciyuan/core/rating';
import { importLiteLlm } from './import-litellm';
import type { LiteLlmEntry } from './price-list';

const MODEL = 'some-model';
const FROM = '2026-08-01T00:00:00Z';
const imported = (entry: LiteLlmEntry, model = MODEL): ReturnType<typeof importLiteLlm> =>
  importLiteLlm({ [model]: entry }, FROM);
const pricesOf = (entry: LiteLlmEntry): object[] =>
  (imported(entry).entries.get(MODEL) ?? []).map(({ model, effectiveFrom, ...price }) => {
    expect([model, effectiveFrom]).toEqual([MODEL, FROM]);
    return price;
  });

describe('a cost by the token', () => {
  it.each<[string, object]>([
    ['input_cost_per_token', { class: 'input' }],
    ['output_cost_per_token', { class: 'output' }],
    ['cache_read_input_token_cost', { class: 'cached_input' }],
    ['input_cost_per_token_cache_hit', { class: 'cached_input' }],
    ['cache_creation_input_token_cost', { class: 'cache_write' }],
    ['cache_creation_input_token_cost_above_1hr', { class: 'cache_write_1h' }],
    ['output_cost_per_reasoning_token', { class: 'reasoning' }],
    ['input_cost_per_audio_token', { class: 'audio_input' }],
    ['output_cost_per_image_token', { class: 'image_output' }],
    ['input_cost_per_token_above_200k_tokens', { class: 'input', promptOver: 200_000 }],
    [
      'cache_creation_input_token_cost_above_1hr_above_200k_tokens',
      { class: 'cache_write_1h', promptOver: 200_000 },
    ],
    ['output_cost_per_token_batches', { class: 'output', serviceTier: 'batch' }],
    ['cache_read_input_token_cost_flex', { class: 'cached_input', serviceTier: 'flex' }],
    [
      'output_cost_per_token_above_272k_tokens_priority',
      { class: 'output', promptOver: 272_000, serviceTier: 'priority' },
    ],
  ])('%s', (key, held) => {
    expect(pricesOf({ [key]: 1.25e-6, max_tokens: 8, mode: 'chat' })).toEqual([{ ...held, price: '1.25' }]);
    expect(imported({ [key]: 1.25e-6 }).refused).toEqual([]);
  });

  it('is held once where an older name repeats it, and refused where that differs', () => {
    const price = { class: 'cached_input', price: '0.1' };
    const both = { cache_read_input_token_cost: 1e-7, input_cost_per_token_cache_hit: 1e-7 };
    expect(pricesOf(both)).toEqual([price]);
    expect(imported(both).refused).toEqual([]);
    const other = { ...both, input_cost_per_token_cache_hit: 2e-7 };
    expect(pricesOf(other)).toEqual([price]);
    expect(imported(other).refused).toEqual([
      { model: MODEL, key: 'input_cost_per_token_cache_hit', reason: 'two prices for what the cache held' },
    ]);
  });

  it('refuses the whole model where one has more than six decimals: its class would be rated as its parent', () => {
    const { entries, refused } = imported({
      input_cost_per_token: 1e-6,
      cache_read_input_token_cost: 1.5e-13,
    });
    expect(entries.size).toBe(0);
    const reason = 'cache_read_input_token_cost: a price with more than six decimals';
    expect(refused).toEqual([{ model: MODEL, reason }]);
  });
});

describe('bands', () => {
  const low = { range: [0, 32_000], input_cost_per_token: 1e-6, output_cost_per_token: 4e-6 };
  const high = { range: [32_000, 128_000], input_cost_per_token: 2e-6, output_cost_per_token: 8e-6 };

  it('are bounds on the prompt, the last one without an end', () => {
    expect(pricesOf({ tiered_pricing: [low, high] })).toEqual([
      { class: 'input', price: '1' },
      { class: 'output', price: '4' },
      { class: 'input', price: '2', promptOver: 32_000 },
      { class: 'output', price: '8', promptOver: 32_000 },
    ]);
  });

  it('let no price of one band into another: a class that is missing there costs what its parent does', () => {
    const cached = { ...low, cache_read_input_token_cost: 1e-7, output_cost_per_reasoning_token: 9e-6 };
    expect(pricesOf({ tiered_pricing: [cached, high] })).toEqual(
      expect.arrayContaining([
        { class: 'cached_input', price: '0.1' },
        { class: 'cached_input', price: '2', promptOver: 32_000 },
        { class: 'reasoning', price: '8', promptOver: 32_000 },
      ]),
    );
  });

  it.each<[string, LiteLlmEntry, RegExp]>([
    ['a gap', { tiered_pricing: [low, { ...high, range: [64_000, 128_000] }] }, /follow/],
    ['no start at 0', { tiered_pricing: [high] }, /follow/],
    [
      'other ranges',
      { tiered_pricing: [{ max_results_range: [0, 25], input_cost_per_query: 0.005 }] },
      /follow/,
    ],
    ['no output', { tiered_pricing: [{ range: [0, 9], input_cost_per_token: 1e-6 }] }, /without the price/],
    ['a strange cost', { tiered_pricing: [{ ...low, input_cost_per_image: 1 }] }, /input_cost_per_image/],
    ['flat prices beside them', { tiered_pricing: [low], input_cost_per_token: 1e-6 }, /flat price/],
    ['none at all', { tiered_pricing: [] }, /no band/],
  ])('with %s refuse the model', (_, entry, reason) => {
    const { entries, refused } = imported(entry);
    expect(entries.size).toBe(0);
    expect(refused).toEqual([{ model: MODEL, reason: expect.stringMatching(reason) as string }]);
  });
});

describe('a model that is refused as a whole', () => {
  it.each<[string, string, LiteLlmEntry, string]>([
    ['the sample of the format', 'sample_spec', { input_cost_per_token: 0 }, 'describes the format'],
    [
      'a name that is a pattern',
      'bedrock/*/some',
      { input_cost_per_token: 1e-6 },
      'a name with *, which a book takes for a pattern',
    ],
    ['no price', MODEL, { mode: 'chat' }, 'no price'],
    [
      '0 where it is not known',
      MODEL,
      { litellm_provider: 'volcengine', input_cost_per_token: 0 },
      'price 0, which here means unknown',
    ],
  ])('%s', (_, model, entry, reason) => {
    const { entries, refused } = imported(entry, model);
    expect(entries.size).toBe(0);
    expect(refused).toEqual([{ model, reason }]);
  });

  it('is not one that is free', () => {
    expect(pricesOf({ litellm_provider: 'zai', input_cost_per_token: 0 })).toEqual([
      { class: 'input', price: '0' },
    ]);
  });
});

describe('what is not priced by the token', () => {
  it('is held per unit where a book counts it and nothing else prices the call', () => {
    expect(pricesOf({ output_cost_per_image: 0.04, input_cost_per_character: 1.5e-5 })).toEqual([
      { class: 'images', price: '0.04' },
      { class: 'characters', price: '0.000015' },
    ]);
  });

  it('is refused by its key, and the tokens stay', () => {
    const entry = { input_cost_per_token: 1e-6, output_cost_per_image: 0.04, input_cost_per_query: 0.001 };
    expect(pricesOf(entry)).toEqual([{ class: 'input', price: '1' }]);
    expect(imported(entry).refused).toEqual([
      {
        model: MODEL,
        key: 'output_cost_per_image',
        reason: 'priced by the token as well: it would be charged twice',
      },
      { model: MODEL, key: 'input_cost_per_query', reason: 'what no counter of a book counts' },
    ]);
  });
});

it('factors become multipliers, and one that no dimension names is refused', () => {
  const { multipliers, refused } = imported({
    input_cost_per_token: 1e-6,
    regional_processing_uplift_multiplier_eu: 1.1,
    provider_specific_entry: { fast: 6.0, slow: 0.5, note: 'text' },
  });
  expect(multipliers).toEqual([
    { model: MODEL, when: { region: 'eu' }, factor: '1.1' },
    { model: MODEL, when: { speed: 'fast' }, factor: '6' },
  ]);
  expect(refused).toEqual([
    { model: MODEL, key: 'provider_specific_entry.slow', reason: 'a factor on what no dimension names' },
  ]);
});

it('a service tier without a price for long prompts is handed over, and a book refuses it', () => {
  const { entries } = imported({
    input_cost_per_token: 2.5e-6,
    input_cost_per_token_above_272k_tokens: 5e-6,
    input_cost_per_token_priority: 5e-6,
  });
  const own = entries.get(MODEL) ?? [];
  const book = { code: 'list', zone: 'UTC', currency: 'USD', entries: own, multipliers: [], tiers: [] };
  expect(checkPriceBook(book).map(({ code }) => code)).toEqual(['missing_band']);
});
