import type { Json } from '../canonical-json';
import { fault, outcomeOf, type UsageCase } from '../../../../test/support/usage-case';

const kind = (modality: string, tokenCount: number): Json => ({ modality, tokenCount });

const GEMINI: readonly UsageCase[] = [
  [
    'thoughts outside of candidates and tools outside of the prompt',
    'gemini',
    {
      promptTokenCount: 10,
      toolUsePromptTokenCount: 5,
      candidatesTokenCount: 3,
      thoughtsTokenCount: 7,
      totalTokenCount: 25,
    },
    { input: 15, output: 3, reasoning: 7 },
  ],
  [
    'modalities, of which a part was cached',
    'gemini',
    {
      promptTokenCount: 100,
      promptTokensDetails: [kind('TEXT', 10), kind('IMAGE', 30), kind('AUDIO', 40), { modality: 'VIDEO' }],
      cachedContentTokenCount: 25,
      cacheTokensDetails: [kind('AUDIO', 20), kind('TEXT', 5)],
    },
    { input: 25, cached_input: 25, image_input: 30, audio_input: 20 },
  ],
  [
    'a tool that read a page',
    'gemini',
    { promptTokenCount: 10, toolUsePromptTokenCount: 5, toolUsePromptTokensDetails: [kind('DOCUMENT', 4)] },
    { input: 11, image_input: 4 },
  ],
  [
    'a cache of nobody knows what',
    'gemini',
    { promptTokenCount: 100, promptTokensDetails: [kind('IMAGE', 30)], cachedContentTokenCount: 25 },
    fault('overlap_unknown', 'cachedContentTokenCount'),
  ],
  [
    'a larger cache than prompt, with tools to hide behind',
    'gemini',
    { promptTokenCount: 10, toolUsePromptTokenCount: 50, cachedContentTokenCount: 25 },
    { reason: 'cached_exceeds_input', field: 'cachedContentTokenCount', stated: 25, counted: 10 },
  ],
  [
    'more images cached than read',
    'gemini',
    {
      promptTokenCount: 100,
      promptTokensDetails: [kind('IMAGE', 30)],
      cachedContentTokenCount: 50,
      cacheTokensDetails: [kind('IMAGE', 40)],
    },
    { reason: 'cached_exceeds_input', field: 'cachedContentTokenCount', stated: 40, counted: 30 },
  ],
  [
    'more text cached than read',
    'gemini',
    {
      promptTokenCount: 100,
      promptTokensDetails: [kind('IMAGE', 80)],
      cachedContentTokenCount: 30,
      cacheTokensDetails: [kind('TEXT', 30)],
    },
    { reason: 'cached_exceeds_input', field: 'cachedContentTokenCount', stated: 110, counted: 100 },
  ],
  [
    'details beyond their count',
    'gemini',
    { promptTokenCount: 10, candidatesTokenCount: 3, candidatesTokensDetails: [kind('TEXT', 4)] },
    { reason: 'modalities_exceed_total', field: 'candidatesTokensDetails', stated: 4, counted: 3 },
  ],
  [
    'a modality of tomorrow',
    'gemini',
    { promptTokenCount: 10, promptTokensDetails: [kind('SMELL', 4)] },
    { reason: 'unknown_value', field: 'promptTokensDetails[0].modality', value: 'SMELL' },
  ],
  [
    'a total of hidden tokens',
    'gemini',
    { promptTokenCount: 10, totalTokenCount: 12 },
    { reason: 'total_differs', field: 'totalTokenCount', stated: 12, counted: 10 },
  ],
  ['no prompt', 'gemini', { candidatesTokenCount: 10 }, fault('missing_count', 'promptTokenCount')],
];

describe('usage as Gemini counts it', () => {
  it.each(GEMINI)('%s (%s)', (_, semantics, raw, expected) => {
    expect(outcomeOf(semantics, raw)).toEqual(expected);
  });
});
