import type { Counts } from '../counters';

/** Whose meaning the fields have: the endpoint decides, not the model. */
export const USAGE_SEMANTICS = [
  'openai_chat',
  'openai_responses',
  'anthropic',
  'gemini',
  'bedrock',
  'deepseek',
  'dashscope',
  'zhipu',
  'kimi',
  'minimax',
  'mistral',
] as const;

export type UsageSemantics = (typeof USAGE_SEMANTICS)[number];

/** What the object says of how the call was served, in the provider's own words; absent where it says nothing. */
export interface ServedFacts {
  readonly serviceTier?: string;
  readonly trafficType?: string;
  readonly geography?: string;
  readonly speed?: string;
}

export interface NormalisedUsage {
  readonly semantics: UsageSemantics;
  /** Disjoint, by the index of their counter. */
  readonly counts: Counts;
  readonly facts?: ServedFacts;
}
