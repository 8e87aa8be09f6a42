import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Counter, Json, UsageSemantics, UsageShapeRefusal } from '@ciyuan/core/usage';

/** Usage objects as they came over the wire, one of each shape; outside of this repository. */
const FILE = resolve(__dirname, '../../../shared/data/wire/usage_shapes_real.json');

type NamedCounts = Readonly<Partial<Record<Counter, number>>>;
/** Whose it is, and the counts that are not zero or why there are none. */
type Expected = readonly [UsageSemantics, NamedCounts | UsageShapeRefusal];

export const SHAPES: Readonly<Record<string, Expected>> = {
  'bedrock-cache': ['bedrock', { input: 64, cache_write: 2492, output: 4 }],
  'gemini-thoughts': ['gemini', { input: 1106, output: 778, reasoning: 1089 }],
  'gemini-image-out': ['gemini', { input: 10, output: 14, image_output: 1290 }],
  'gemini-tool-use': ['gemini', { input: 495, output: 206, reasoning: 131 }],
  'gemini-no-candidates': ['gemini', { input: 15, reasoning: 2 }],
  'gemini-cached': ['gemini', { input: 29, cached_input: 230, image_input: 86, output: 51 }],
  'gemini-no-total': ['gemini', { input: 8 }],
  'openrouter-cost': ['openai_chat', { input: 14, output: 4 }],
  'openrouter-byok': ['openai_chat', { input: 480, output: 33 }],
  'openai-chat-reasoning': ['openai_chat', { input: 17, output: 811, reasoning: 704 }],
  'openai-chat-cached': ['openai_chat', { input: 8, cached_input: 4012, output: 4 }],
  'openai-responses-cached': [
    'openai_responses',
    { input: 213, cached_input: 1280, output: 61, reasoning: 64 },
  ],
  'openai-responses-cache-write': ['openai_responses', { input: 8, cache_write: 4012, output: 5 }],
  'openai-compat-total-mismatch': [
    'openai_chat',
    { reason: 'total_differs', field: 'total_tokens', stated: 109, counted: 47 },
  ],
  'details-null': ['openai_chat', { input: 448, output: 38 }],
  embedding: ['openai_chat', { input: 4 }],
  'groq-times': ['openai_chat', { input: 723, output: 29 }],
  'top-level-cached_tokens': ['kimi', { input: 19, output: 29 }],
  'mistral-num_cached_tokens': ['mistral', { input: 1, cached_input: 151, output: 12 }],
  'deepseek-chat': ['deepseek', { input: 51, cached_input: 512, output: 56, reasoning: 60 }],
  'anthropic-cache-read': ['anthropic', { input: 3, cached_input: 9511, output: 1944 }],
  'anthropic-web-search': ['anthropic', { input: 401_468, output: 792, tool_calls: 10 }],
  'anthropic-iterations': [
    'anthropic',
    { reason: 'other_model_in_iterations', field: 'iterations[1].model', model: 'claude-opus-4-8' },
  ],
  // None of our semantics: what it calls tokens it does not bill.
  cohere: ['openai_chat', { reason: 'missing_count', field: 'prompt_tokens' }],
};

interface RealShape {
  readonly shape: string;
  readonly raw: Json;
}

/** Runs `check` over the file; where it is absent, says so aloud. */
export function withRealShapes(check: (shapes: readonly RealShape[]) => void): void {
  if (existsSync(FILE)) describe(FILE, () => check(JSON.parse(readFileSync(FILE, 'utf8')) as RealShape[]));
  else console.warn(`SKIPPED: ${FILE} is absent, so the shapes of real usage objects are NOT checked.`);
}
