import fc from 'fast-check';
import type { Json } from '../canonical-json';
import { COUNTERS, completionTokens, promptTokens, totalTokens } from '../counters';
import { normaliseUsage } from './normalise-usage';
import { USAGE_SEMANTICS, type UsageSemantics } from './normalised-usage';

type Members = Readonly<Record<string, Json>>;

interface Sample {
  readonly semantics: UsageSemantics;
  readonly usage: Members;
  readonly prompt: number;
  readonly completion: number;
}

const count = fc.nat({ max: 1_000_000_000 });
const NAMES: Readonly<Partial<Record<UsageSemantics, string>>> = {
  mistral: 'num_cached_tokens',
  kimi: 'cached_tokens',
};

/** An object that adds up, made from disjoint parts by what each family includes where. */
const parts = fc.record({
  plain: count,
  cached: count,
  written: count,
  hourly: count,
  answer: count,
  reasoning: count,
});
const sample: fc.Arbitrary<Sample> = fc
  .tuple(fc.constantFrom(...USAGE_SEMANTICS), parts)
  .map(([semantics, made]) => sampleOf(semantics, made));

function sampleOf(
  semantics: UsageSemantics,
  made: typeof parts extends fc.Arbitrary<infer P> ? P : never,
): Sample {
  const { plain, cached, written, hourly, answer, reasoning } = made;
  const read = plain + cached;
  const completion = answer + reasoning;
  switch (semantics) {
    case 'anthropic': {
      const cache_creation = { ephemeral_5m_input_tokens: written, ephemeral_1h_input_tokens: hourly };
      const usage = {
        input_tokens: plain,
        cache_read_input_tokens: cached,
        cache_creation_input_tokens: written + hourly,
        cache_creation,
        output_tokens: completion,
        output_tokens_details: { thinking_tokens: reasoning },
      };
      return { semantics, usage, prompt: read + written + hourly, completion };
    }
    case 'bedrock': {
      const prompt = read + written + hourly;
      const cache = { cacheReadInputTokens: cached, cacheWriteInputTokens: written + hourly };
      const usage = {
        inputTokens: plain,
        outputTokens: completion,
        totalTokens: prompt + completion,
        ...cache,
      };
      return { semantics, usage, prompt, completion };
    }
    case 'gemini': {
      const usage = {
        promptTokenCount: read,
        cachedContentTokenCount: cached,
        toolUsePromptTokenCount: written,
        candidatesTokenCount: answer,
        thoughtsTokenCount: reasoning,
        totalTokenCount: read + written + completion,
      };
      return { semantics, usage, prompt: read + written, completion };
    }
    default: {
      const [input, output] =
        semantics === 'openai_responses' ? ['input', 'output'] : ['prompt', 'completion'];
      const own = NAMES[semantics];
      const usage = {
        [`${input}_tokens`]: read,
        [`${output}_tokens`]: completion,
        total_tokens: read + completion,
        ...(own === undefined
          ? { [`${input}_tokens_details`]: { cached_tokens: cached } }
          : { [own]: cached }),
        [`${output}_tokens_details`]: { reasoning_tokens: reasoning },
      };
      return { semantics, usage, prompt: read, completion };
    }
  }
}

const outcome = (semantics: UsageSemantics, raw: Json): string =>
  JSON.stringify(normaliseUsage(semantics, raw));
/** No provider's field begins so. */
const unknown = fc.dictionary(
  fc.string().map((name) => `~${name}`),
  fc.json({ maxDepth: 2 }).map((text) => JSON.parse(text) as Json),
);

describe('normalised usage', () => {
  it('is disjoint: its classes add up to what the object says of the prompt, the answer and all', () => {
    fc.assert(
      fc.property(sample, ({ semantics, usage, prompt, completion }) => {
        const found = normaliseUsage(semantics, usage);
        if (!found.ok) throw new Error(JSON.stringify(found.refusal));
        const { counts } = found.value;
        expect([promptTokens(counts), completionTokens(counts)]).toEqual([prompt, completion]);
        expect(totalTokens(counts)).toBe(prompt + completion);
        expect(counts).toHaveLength(COUNTERS.length);
        expect(counts.every((one) => Number.isInteger(one) && one >= 0)).toBe(true);
      }),
    );
  });

  it('does not depend on fields that nobody knows, nor on the answer around the object', () => {
    fc.assert(
      fc.property(sample, unknown, unknown, ({ semantics, usage }, inside, around) => {
        const plain = outcome(semantics, usage);
        expect(outcome(semantics, { ...inside, ...usage })).toBe(plain);
        const container = semantics === 'gemini' ? 'usageMetadata' : 'usage';
        expect(outcome(semantics, { ...around, [container]: { ...usage, ...inside } })).toBe(plain);
      }),
    );
  });

  it('gives counts or a refusal with its field for whatever it is given, and never throws', () => {
    const names = sample.chain(({ semantics, usage }) =>
      fc.tuple(
        fc.constant(semantics),
        fc.constant(usage),
        fc.constantFrom(...Object.keys(usage)),
        fc.jsonValue(),
      ),
    );
    fc.assert(
      fc.property(names, ([semantics, usage, name, value]) => {
        const found = normaliseUsage(semantics, { ...usage, [name]: value as Json });
        if (found.ok) expect(found.value.counts.every((one) => Number.isInteger(one) && one >= 0)).toBe(true);
        else expect(found.refusal.field).not.toBe('');
      }),
    );
  });
});
