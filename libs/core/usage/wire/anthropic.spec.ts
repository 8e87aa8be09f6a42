import type { Json } from '../canonical-json';
import { MAXIMUM_COUNT } from '../counters';
import { fault, outcomeOf, type UsageCase } from '../../../../test/support/usage-case';

const message = (more: Readonly<Record<string, Json>>): Json => ({
  input_tokens: 10,
  output_tokens: 4,
  ...more,
});
const step = (type: string, input_tokens: number, output_tokens: number, more = {}): Json => ({
  type,
  input_tokens,
  output_tokens,
  ...more,
});
const inAnswer = (usage: Json): Json => ({ model: 'claude-a', usage });
const COMPACTED = [step('compaction', 500, 30, { cache_creation_input_tokens: 70 }), step('message', 10, 4)];

const ANTHROPIC: readonly UsageCase[] = [
  [
    'a cache outside of the input, by time to live',
    'anthropic',
    message({
      cache_read_input_tokens: 900,
      cache_creation_input_tokens: 60,
      cache_creation: { ephemeral_5m_input_tokens: 20, ephemeral_1h_input_tokens: 40 },
    }),
    { input: 10, cached_input: 900, cache_write: 20, cache_write_1h: 40, output: 4 },
  ],
  [
    'a write without a split',
    'anthropic',
    message({ cache_creation_input_tokens: 60, cache_creation: null }),
    { input: 10, cache_write: 60, output: 4 },
  ],
  [
    'a split that does not add up',
    'anthropic',
    message({ cache_creation_input_tokens: 60, cache_creation: { ephemeral_5m_input_tokens: 20 } }),
    { reason: 'parts_differ', field: 'cache_creation', stated: 20, counted: 60 },
  ],
  [
    'thinking inside the output',
    'anthropic',
    message({ output_tokens_details: { thinking_tokens: 3 } }),
    { input: 10, output: 1, reasoning: 3 },
  ],
  [
    'more thinking than output',
    'anthropic',
    message({ output_tokens_details: { thinking_tokens: 5 } }),
    {
      reason: 'reasoning_exceeds_output',
      field: 'output_tokens_details.thinking_tokens',
      stated: 5,
      counted: 4,
    },
  ],
  [
    'searches and fetches',
    'anthropic',
    message({ server_tool_use: { web_search_requests: 2, web_fetch_requests: 9 } }),
    { input: 10, output: 4, tool_calls: 2 },
  ],
  ['no iterations', 'anthropic', message({ iterations: [] }), { input: 10, output: 4 }],
  [
    'a compaction, which the totals leave out',
    'anthropic',
    message({ iterations: COMPACTED }),
    { input: 510, cache_write: 70, output: 34 },
  ],
  [
    'an iteration that names the same model',
    'anthropic',
    inAnswer(
      message({ iterations: [step('advisor_message', 5, 1, { model: 'claude-a' }), step('message', 10, 4)] }),
    ),
    { input: 15, output: 5 },
  ],
  [
    'an iteration on another model',
    'anthropic',
    inAnswer(
      message({ iterations: [step('message', 10, 4), step('advisor_message', 5, 1, { model: 'claude-b' })] }),
    ),
    { reason: 'other_model_in_iterations', field: 'iterations[1].model', model: 'claude-b' },
  ],
  [
    'an adviser that may be any model',
    'anthropic',
    inAnswer(message({ iterations: [step('message', 10, 4), step('advisor_message', 5, 1)] })),
    { reason: 'other_model_in_iterations', field: 'iterations[1].model' },
  ],
  [
    'messages that are not what the totals say',
    'anthropic',
    message({ iterations: [step('message', 9, 4)] }),
    { reason: 'total_differs', field: 'input_tokens', stated: 10, counted: 9 },
  ],
  [
    'iterations without a list',
    'anthropic',
    message({ iterations: {} }),
    { reason: 'not_a_list', field: 'iterations' },
  ],
  [
    'a hole among iterations',
    'anthropic',
    message({ iterations: [null] }),
    fault('not_an_object', 'iterations[0]'),
  ],
  ['an output that is not there', 'anthropic', { input_tokens: 10 }, fault('missing_count', 'output_tokens')],
  [
    'iterations beyond what a record may count',
    'anthropic',
    message({ iterations: [step('compaction', MAXIMUM_COUNT, 0), step('message', 10, 4)] }),
    fault('count_too_large', 'input'),
  ],
];

describe('usage as Anthropic counts it', () => {
  it.each(ANTHROPIC)('%s (%s)', (_, semantics, raw, expected) => {
    expect(outcomeOf(semantics, raw)).toEqual(expected);
  });
});
