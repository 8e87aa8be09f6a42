import type { Json } from '../canonical-json';
import { outcomeOf, type UsageCase } from '../../../../test/support/usage-case';

const converse = (more: Readonly<Record<string, Json>>): Json => ({
  inputTokens: 10,
  outputTokens: 4,
  ...more,
});

const BEDROCK: readonly UsageCase[] = [
  [
    'a cache under two names, in the total alone',
    'bedrock',
    converse({
      cacheReadInputTokens: 5,
      cacheReadInputTokenCount: 5,
      cacheWriteInputTokens: 9,
      cacheWriteInputTokenCount: 9,
      cacheDetails: [
        { ttl: '5m', inputTokens: 2 },
        { ttl: '1h', inputTokens: 7 },
      ],
      totalTokens: 28,
    }),
    { input: 10, cached_input: 5, cache_write: 2, cache_write_1h: 7, output: 4 },
  ],
  [
    'the other name alone',
    'bedrock',
    converse({ cacheWriteInputTokenCount: 9 }),
    { input: 10, cache_write: 9, output: 4 },
  ],
  [
    'two names, two counts',
    'bedrock',
    converse({ cacheReadInputTokens: 5, cacheReadInputTokenCount: 6 }),
    { reason: 'fields_disagree', field: 'cacheReadInputTokenCount', stated: 6, counted: 5 },
  ],
  [
    'details that are not what was written',
    'bedrock',
    converse({ cacheWriteInputTokens: 9, cacheDetails: [{ ttl: '1h', inputTokens: 7 }] }),
    { reason: 'parts_differ', field: 'cacheDetails', stated: 7, counted: 9 },
  ],
  [
    'a time to live of tomorrow',
    'bedrock',
    converse({ cacheWriteInputTokens: 9, cacheDetails: [{ ttl: '1d', inputTokens: 9 }] }),
    { reason: 'unknown_value', field: 'cacheDetails[0].ttl', value: '1d' },
  ],
  [
    'a total without the cache',
    'bedrock',
    converse({ cacheReadInputTokens: 5, totalTokens: 14 }),
    { reason: 'total_differs', field: 'totalTokens', stated: 14, counted: 19 },
  ],
];

describe('usage as Bedrock counts it', () => {
  it.each(BEDROCK)('%s (%s)', (_, semantics, raw, expected) => {
    expect(outcomeOf(semantics, raw)).toEqual(expected);
  });
});
