import type { Json } from '../canonical-json';
import { MAXIMUM_COUNT } from '../counters';
import { normaliseUsage } from './normalise-usage';
import type { ServedFacts, UsageSemantics } from './normalised-usage';
import type { UsageShapeRefusal } from './usage-shape-refusal';
import { fault, outcomeOf, type UsageCase } from '../../../../test/support/usage-case';

const chat = (details: Readonly<Record<string, Json>>): Json => ({
  prompt_tokens: 100,
  completion_tokens: 20,
  ...details,
});
const message = (more: Readonly<Record<string, Json>>): Json => ({
  input_tokens: 10,
  output_tokens: 4,
  ...more,
});

const SHAPELESS: readonly UsageCase[] = [
  ['nothing', 'openai_chat', null, fault('not_an_object', 'usage')],
  ['a list', 'gemini', [], fault('not_an_object', 'usageMetadata')],
  ['an answer that was cut off', 'openai_chat', { model: 'm', usage: null }, fault('not_an_object', 'usage')],
  ...(['1', 1.5, -1, true] as const).map(
    (value): UsageCase => [
      'a count that is none',
      'openai_chat',
      chat({ prompt_tokens: value }),
      fault('not_a_whole_number', 'prompt_tokens'),
    ],
  ),
  [
    'a count of no call',
    'openai_chat',
    chat({ prompt_tokens: MAXIMUM_COUNT + 1 }),
    fault('count_too_large', 'prompt_tokens'),
  ],
  [
    'what only a prototype has',
    'openai_chat',
    chat({ prompt_tokens_details: { constructor: 1 } }),
    { input: 100, output: 20 },
  ],
];

describe('what is no usage object', () => {
  it.each(SHAPELESS)('%s (%s)', (_, semantics, raw, expected) => {
    expect(outcomeOf(semantics, raw)).toEqual(expected);
  });
});

describe('facts', () => {
  it.each<[string, UsageSemantics, Json, ServedFacts | UsageShapeRefusal | undefined]>([
    [
      'beside the usage object',
      'openai_chat',
      { service_tier: 'flex', usage: chat({}) },
      { serviceTier: 'flex' },
    ],
    ['nothing said', 'openai_chat', { usage: chat({}) }, undefined],
    [
      'nothing to say',
      'anthropic',
      message({ inference_geo: 'not_available', service_tier: null }),
      undefined,
    ],
    [
      'in the usage object',
      'anthropic',
      message({ inference_geo: 'us', service_tier: 'priority', speed: 'fast' }),
      { geography: 'us', serviceTier: 'priority', speed: 'fast' },
    ],
    [
      'of traffic',
      'gemini',
      { usageMetadata: { promptTokenCount: 1, trafficType: 'ON_DEMAND' } },
      { trafficType: 'ON_DEMAND' },
    ],
    ['not a text', 'anthropic', message({ speed: 2 }), { reason: 'not_a_text', field: 'speed' }],
  ])('%s', (_, semantics, raw, expected) => {
    const found = normaliseUsage(semantics, raw);
    expect(found.ok ? found.value.facts : found.refusal).toEqual(expected);
  });
});
