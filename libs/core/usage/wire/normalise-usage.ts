import { ok, refuse, type Result } from '../../kernel';
import type { Json } from '../canonical-json';
import { COUNTERS, MAXIMUM_COUNT, countsOf } from '../counters';
import { readAnthropic } from './anthropic';
import { readBedrock } from './bedrock';
import type { NamedCounts } from './disjoint';
import { readGemini } from './gemini';
import type { NormalisedUsage, UsageSemantics } from './normalised-usage';
import { readOpenAiLike } from './openai-like';
import { readFacts } from './served-facts';
import { UsageReader, isObject } from './usage-reader';
import type { UsageShapeRefusal } from './usage-shape-refusal';

/**
 * Tokens of one call by class, disjoint, out of what a provider reported; whole numbers to {@link MAXIMUM_COUNT}.
 * `raw` is the provider's answer with the usage object in it (`usageMetadata` with Gemini, `usage` otherwise), or the
 * usage object itself; fields of a refusal are those of the usage object. Unknown fields change nothing. What does
 * not add up is refused and nothing is guessed: an estimate is for the reporter to make, and to call one.
 * Sources: the field descriptions of the providers' own client libraries.
 */
export function normaliseUsage(
  semantics: UsageSemantics,
  raw: Json,
): Result<NormalisedUsage, UsageShapeRefusal> {
  const container = semantics === 'gemini' ? 'usageMetadata' : 'usage';
  if (!isObject(raw)) return refuse({ reason: 'not_an_object', field: container });
  const whole = Object.hasOwn(raw, container);
  const usage = whole ? raw[container] : raw;
  if (!isObject(usage)) return refuse({ reason: 'not_an_object', field: container });
  const reader = new UsageReader(usage);
  const answer = whole ? new UsageReader(raw) : reader;
  const named = readCounts(semantics, reader, answer);
  const facts = readFacts(semantics, reader, answer);
  const fault = reader.fault ?? answer.fault ?? tooLarge(named);
  if (fault !== undefined) return refuse(fault);
  return ok({ semantics, counts: countsOf(named), ...(facts === undefined ? {} : { facts }) });
}

function readCounts(semantics: UsageSemantics, reader: UsageReader, answer: UsageReader): NamedCounts {
  switch (semantics) {
    case 'anthropic':
      return readAnthropic(reader, answer.text('model'));
    case 'gemini':
      return readGemini(reader);
    case 'bedrock':
      return readBedrock(reader);
    default:
      return readOpenAiLike(semantics, reader);
  }
}

/** A sum of counts that are each within bounds may still be out of them. */
function tooLarge(named: NamedCounts): UsageShapeRefusal | undefined {
  const counter = COUNTERS.find((name) => (named[name] ?? 0) > MAXIMUM_COUNT);
  return counter === undefined ? undefined : { reason: 'count_too_large', field: counter };
}
