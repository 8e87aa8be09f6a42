import type { Json } from '../canonical-json';
import { fault, outcomeOf, type UsageCase } from '../../../../test/support/usage-case';

const chat = (details: Readonly<Record<string, Json>>): Json => ({
  prompt_tokens: 100,
  completion_tokens: 20,
  ...details,
});
const cachedOf = (cached_tokens: number): Json => ({ prompt_tokens_details: { cached_tokens } });

const OPENAI_LIKE: readonly UsageCase[] = [
  [
    'classes inside the totals',
    'openai_chat',
    chat({
      total_tokens: 120,
      prompt_tokens_details: { cached_tokens: 40, cache_write_tokens: 10 },
      completion_tokens_details: { reasoning_tokens: 5, audio_tokens: 3 },
    }),
    { input: 50, cached_input: 40, cache_write: 10, output: 12, reasoning: 5, audio_output: 3 },
  ],
  ['an explicit zero', 'openai_chat', { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 }, {}],
  [
    'parts that are not text',
    'openai_chat',
    chat({
      prompt_tokens_details: { audio_tokens: 30, image_tokens: 20, video_tokens: 10, cached_tokens: 0 },
    }),
    { input: 40, audio_input: 30, image_input: 20, video_input: 10, output: 20 },
  ],
  [
    'all cached, whatever it was',
    'openai_chat',
    chat({ prompt_tokens_details: { audio_tokens: 30, cached_tokens: 100 } }),
    { cached_input: 100, output: 20 },
  ],
  [
    'a part of pure audio cached',
    'openai_chat',
    chat({ prompt_tokens_details: { audio_tokens: 100, cached_tokens: 60 } }),
    { cached_input: 60, audio_input: 40, output: 20 },
  ],
  [
    'audio and cache that may overlap',
    'openai_chat',
    chat({ prompt_tokens_details: { audio_tokens: 30, cached_tokens: 60 } }),
    fault('overlap_unknown', 'prompt_tokens_details.cached_tokens'),
  ],
  [
    'more cached than read',
    'openai_chat',
    chat({ prompt_tokens_details: { cached_tokens: 60, cache_write_tokens: 41 } }),
    {
      reason: 'cached_exceeds_input',
      field: 'prompt_tokens_details.cached_tokens',
      stated: 101,
      counted: 100,
    },
  ],
  [
    'reasoning outside the answer',
    'openai_chat',
    chat({ completion_tokens_details: { reasoning_tokens: 21 } }),
    {
      reason: 'reasoning_exceeds_output',
      field: 'completion_tokens_details.reasoning_tokens',
      stated: 21,
      counted: 20,
    },
  ],
  [
    'more audio than answer',
    'openai_chat',
    chat({ completion_tokens_details: { reasoning_tokens: 5, audio_tokens: 16 } }),
    { reason: 'modalities_exceed_total', field: 'completion_tokens_details', stated: 16, counted: 15 },
  ],
  [
    'a total of hidden tokens',
    'openai_responses',
    { input_tokens: 100, output_tokens: 20, total_tokens: 150 },
    { reason: 'total_differs', field: 'total_tokens', stated: 150, counted: 120 },
  ],
  ['the names of the other endpoint', 'openai_responses', chat({}), fault('missing_count', 'input_tokens')],
  [
    'an answer that is not counted',
    'openai_chat',
    { prompt_tokens: 4 },
    fault('missing_count', 'completion_tokens'),
  ],
  [
    'an embedding',
    'openai_chat',
    { prompt_tokens: 4, completion_tokens: null, total_tokens: 4 },
    { input: 4 },
  ],
  [
    'details that are a number',
    'openai_chat',
    chat({ prompt_tokens_details: 3 }),
    fault('not_an_object', 'prompt_tokens_details'),
  ],
  [
    'hit and miss',
    'deepseek',
    chat({ prompt_cache_hit_tokens: 64, prompt_cache_miss_tokens: 36 }),
    { input: 36, cached_input: 64, output: 20 },
  ],
  [
    'a miss that does not add up',
    'deepseek',
    chat({ prompt_cache_hit_tokens: 64, prompt_cache_miss_tokens: 35 }),
    { reason: 'parts_differ', field: 'prompt_cache_miss_tokens', stated: 35, counted: 36 },
  ],
  [
    'a hit told twice in two ways',
    'deepseek',
    chat({ prompt_cache_hit_tokens: 64, prompt_tokens_details: { cached_tokens: 60 } }),
    { reason: 'fields_disagree', field: 'prompt_tokens_details.cached_tokens', stated: 60, counted: 64 },
  ],
  [
    'what is put into the cache',
    'dashscope',
    chat({ prompt_tokens_details: { cached_tokens: 30, cache_creation_input_tokens: 50 } }),
    { input: 20, cached_input: 30, cache_write: 50, output: 20 },
  ],
  [
    'its details',
    'zhipu',
    chat({ prompt_tokens_details: { cached_tokens: 30 } }),
    { input: 70, cached_input: 30, output: 20 },
  ],
  ['the count at the top', 'kimi', chat({ cached_tokens: 30 }), { input: 70, cached_input: 30, output: 20 }],
  [
    'the count in details',
    'kimi',
    chat({ ...(cachedOf(30) as object) }),
    { input: 70, cached_input: 30, output: 20 },
  ],
  [
    'its chat endpoint',
    'minimax',
    chat({ total_tokens: 120, total_characters: 0 }),
    { input: 100, output: 20 },
  ],
  ['a total alone', 'minimax', { total_tokens: 120 }, fault('missing_count', 'prompt_tokens')],
  ['its own name', 'mistral', chat({ num_cached_tokens: 99 }), { input: 1, cached_input: 99, output: 20 }],
];

describe('usage as OpenAI counts it', () => {
  it.each(OPENAI_LIKE)('%s (%s)', (_, semantics, raw, expected) => {
    expect(outcomeOf(semantics, raw)).toEqual(expected);
  });
});
