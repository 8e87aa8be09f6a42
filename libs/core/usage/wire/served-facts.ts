import type { ServedFacts, UsageSemantics } from './normalised-usage';
import type { UsageReader } from './usage-reader';

type FactPaths = Readonly<Partial<Record<keyof ServedFacts, string>>>;

const OPENAI: FactPaths = { serviceTier: 'service_tier' };
const PATHS: Readonly<Partial<Record<UsageSemantics, FactPaths>>> = {
  openai_chat: OPENAI,
  openai_responses: OPENAI,
  anthropic: { serviceTier: 'service_tier', geography: 'inference_geo', speed: 'speed' },
  gemini: { serviceTier: 'serviceTier', trafficType: 'trafficType' },
};
/** Said in so many words that nothing is said. */
const UNSAID = 'not_available';

/** Some say it in the usage object, some beside it in the answer; the usage object is what is billed, so it is first. */
export function readFacts(
  semantics: UsageSemantics,
  usage: UsageReader,
  answer: UsageReader,
): ServedFacts | undefined {
  const found = Object.entries(PATHS[semantics] ?? {}).flatMap(([name, path]) => {
    const said = usage.text(path) ?? answer.text(path);
    return said === undefined || said === UNSAID ? [] : [[name, said] as const];
  });
  return found.length === 0 ? undefined : Object.fromEntries(found);
}
