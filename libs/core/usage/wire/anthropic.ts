import { splitOutput, NO_MODALITIES, type NamedCounts } from './disjoint';
import type { UsageReader } from './usage-reader';

/** Disjoint as stated: the input is without the tokens that the cache gave or took. */
interface MessageTokens {
  readonly input: number;
  readonly cached: number;
  readonly written: number;
  readonly writtenForAnHour: number;
  readonly output: number;
}

const NOTHING: MessageTokens = { input: 0, cached: 0, written: 0, writtenForAnHour: 0, output: 0 };
const THINKING = 'output_tokens_details.thinking_tokens';
const SEARCHES = 'server_tool_use.web_search_requests';
/** The kinds that run on the model of the message itself when they name none. */
const OWN_KINDS: readonly (string | undefined)[] = ['message', 'compaction'];

/**
 * The totals cover the iterations of kind `message` alone; where iterations are listed each of them is billed.
 * `model` is that of the message, where it is known: an iteration on another one has another price, and is refused.
 */
export function readAnthropic(reader: UsageReader, model: string | undefined): NamedCounts {
  const stated = readTokens(reader);
  const iterations = reader.list('iterations') ?? [];
  const billed = iterations.length === 0 ? stated : readIterations(reader, iterations, stated, model);
  return {
    input: billed.input,
    cached_input: billed.cached,
    cache_write: billed.written,
    cache_write_1h: billed.writtenForAnHour,
    ...splitOutput(reader, {
      total: billed.output,
      reasoning: reader.part(THINKING),
      modalities: NO_MODALITIES,
      reasoningField: THINKING,
      modalitiesField: THINKING,
    }),
    // A search has a fee of its own; a fetch costs its tokens alone.
    tool_calls: reader.part(SEARCHES),
  };
}

function readTokens(reader: UsageReader): MessageTokens {
  const all = reader.optional('cache_creation_input_tokens');
  const short = reader.optional('cache_creation.ephemeral_5m_input_tokens');
  const long = reader.optional('cache_creation.ephemeral_1h_input_tokens');
  const split = short !== undefined || long !== undefined;
  if (split)
    reader.expect(
      'parts_differ',
      'cache_creation',
      (short ?? 0) + (long ?? 0),
      all ?? (short ?? 0) + (long ?? 0),
    );
  return {
    input: reader.required('input_tokens'),
    cached: reader.part('cache_read_input_tokens'),
    // Unsplit, a write is of five minutes: the time to live unless another one was asked for.
    written: split ? (short ?? 0) : (all ?? 0),
    writtenForAnHour: long ?? 0,
    output: reader.required('output_tokens'),
  };
}

function readIterations(
  reader: UsageReader,
  iterations: readonly UsageReader[],
  stated: MessageTokens,
  model: string | undefined,
): MessageTokens {
  let all = NOTHING;
  let messages = NOTHING;
  for (const iteration of iterations) {
    const kind = iteration.text('type');
    refuseOtherModel(iteration, kind, model);
    const tokens = readTokens(iteration);
    all = plus(all, tokens);
    if (kind === 'message') messages = plus(messages, tokens);
  }
  reader.expect('total_differs', 'input_tokens', stated.input, messages.input);
  reader.expect('total_differs', 'output_tokens', stated.output, messages.output);
  reader.expect('total_differs', 'cache_read_input_tokens', stated.cached, messages.cached);
  const written = stated.written + stated.writtenForAnHour;
  reader.expect(
    'total_differs',
    'cache_creation_input_tokens',
    written,
    messages.written + messages.writtenForAnHour,
  );
  return all;
}

function refuseOtherModel(iteration: UsageReader, kind: string | undefined, model: string | undefined): void {
  const own = iteration.text('model');
  if (own === undefined ? OWN_KINDS.includes(kind) : own === model) return;
  iteration.refuse({
    reason: 'other_model_in_iterations',
    field: 'model',
    ...(own === undefined ? {} : { model: own }),
  });
}

const plus = (a: MessageTokens, b: MessageTokens): MessageTokens => ({
  input: a.input + b.input,
  cached: a.cached + b.cached,
  written: a.written + b.written,
  writtenForAnHour: a.writtenForAnHour + b.writtenForAnHour,
  output: a.output + b.output,
});
