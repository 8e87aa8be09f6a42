import { splitInput, splitOutput, type Modalities, type NamedCounts } from './disjoint';
import type { UsageSemantics } from './normalised-usage';
import type { UsageReader } from './usage-reader';

/** The families that count alike, cached tokens and reasoning inside the totals, and differ in their names. */
export type OpenAiLike = Exclude<UsageSemantics, 'anthropic' | 'gemini' | 'bedrock'>;

interface FieldPaths {
  readonly input: string;
  readonly output: string;
  readonly inputDetails: string;
  readonly outputDetails: string;
  /** Names of one and the same count. */
  readonly cached: readonly string[];
  /** What of the input was not cached, where it is stated. */
  readonly uncached?: string;
  readonly written?: string;
}

const CHAT: FieldPaths = {
  input: 'prompt_tokens',
  output: 'completion_tokens',
  inputDetails: 'prompt_tokens_details',
  outputDetails: 'completion_tokens_details',
  cached: ['prompt_tokens_details.cached_tokens'],
};

const PATHS: Readonly<Record<OpenAiLike, FieldPaths>> = {
  openai_chat: { ...CHAT, written: 'prompt_tokens_details.cache_write_tokens' },
  openai_responses: {
    input: 'input_tokens',
    output: 'output_tokens',
    inputDetails: 'input_tokens_details',
    outputDetails: 'output_tokens_details',
    cached: ['input_tokens_details.cached_tokens'],
    written: 'input_tokens_details.cache_write_tokens',
  },
  deepseek: {
    ...CHAT,
    cached: ['prompt_cache_hit_tokens', 'prompt_tokens_details.cached_tokens'],
    uncached: 'prompt_cache_miss_tokens',
  },
  dashscope: { ...CHAT, written: 'prompt_tokens_details.cache_creation_input_tokens' },
  zhipu: CHAT,
  kimi: { ...CHAT, cached: ['cached_tokens', 'prompt_tokens_details.cached_tokens'] },
  // Of the chat endpoint; its Anthropic-like endpoint has the meaning of `anthropic`.
  minimax: CHAT,
  mistral: { ...CHAT, cached: ['num_cached_tokens', 'prompt_tokens_details.cached_tokens'] },
};

export function readOpenAiLike(semantics: OpenAiLike, reader: UsageReader): NamedCounts {
  const paths = PATHS[semantics];
  const total = reader.required(paths.input);
  const completion = readCompletion(reader, paths, total);
  const reasoningField = `${paths.outputDetails}.reasoning_tokens`;
  const cached = reader.sameUnder(paths.cached) ?? 0;
  if (paths.uncached !== undefined) {
    reader.expect('parts_differ', paths.uncached, reader.optional(paths.uncached), total - cached);
  }
  const counts = {
    ...splitInput(reader, {
      total,
      cached,
      written: paths.written === undefined ? 0 : reader.part(paths.written),
      modalities: modalitiesOf(reader, paths.inputDetails),
      cachedField: paths.cached[0] ?? paths.inputDetails,
      modalitiesField: paths.inputDetails,
    }),
    ...splitOutput(reader, {
      total: completion,
      reasoning: reader.part(reasoningField),
      modalities: modalitiesOf(reader, paths.outputDetails),
      reasoningField,
      modalitiesField: paths.outputDetails,
    }),
  };
  reader.expect('total_differs', 'total_tokens', reader.optional('total_tokens'), total + completion);
  return counts;
}

/** An embedding has no completion to count; that there was none is believed where the total says so, too. */
function readCompletion(reader: UsageReader, { output }: FieldPaths, input: number): number {
  const nothingElse = reader.optional('total_tokens') === input;
  return nothingElse ? reader.part(output) : reader.required(output);
}

const modalitiesOf = (reader: UsageReader, details: string): Modalities => ({
  image: reader.part(`${details}.image_tokens`),
  audio: reader.part(`${details}.audio_tokens`),
  video: reader.part(`${details}.video_tokens`),
});
