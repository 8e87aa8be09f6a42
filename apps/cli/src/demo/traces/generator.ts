import { SeededRandom } from './random';
import type { TraceCall } from './trace-call';

export interface GeneratorInput {
  /** The same seed gives the same calls. */
  readonly seed: string;
  /** 300 unless said otherwise: some 20,000 calls. */
  readonly sessions?: number;
}

const SESSIONS = 300;
const CALLS = { median: 52, sigma: 0.8, most: 800 };
const OPENING_TOKENS = { median: 1_800, sigma: 0.9 };
const ADDED_TOKENS = { median: 420, sigma: 1.1 };
const OUTPUT_TOKENS = { median: 260, sigma: 1.0 };
const PAUSE_MS = { median: 24_000, sigma: 1.2 };
/** A prompt longer than this is summarised: the next begins anew from a tenth. */
const LONGEST_PROMPT = 120_000;
const CACHE_BLOCK = 64;
const CACHE_HIT_SHARE = 0.86;

/**
 * A trace without a file: conversations whose prompt grows by each answer and question, and whose beginning a cache
 * mostly holds. Sizes and pauses are log-normal, as those of real traces nearly are. Names no models.
 */
export function* generateCalls({ seed, sessions = SESSIONS }: GeneratorInput): Generator<TraceCall> {
  for (let session = 1; session <= sessions; session++) {
    yield* sessionCalls(`session-${session}`, new SeededRandom(`${seed}/${session}`));
  }
}

function* sessionCalls(session: string, random: SeededRandom): Generator<TraceCall> {
  const calls = Math.min(1 + draw(random, CALLS), CALLS.most);
  let prompt = 1 + draw(random, OPENING_TOKENS);
  let before = 0;
  let offsetMs = 0;
  for (let call = 1; call <= calls; call++) {
    const cachedInput = random.even() < CACHE_HIT_SHARE ? before - (before % CACHE_BLOCK) : 0;
    const output = draw(random, OUTPUT_TOKENS);
    const counts = { input: prompt - cachedInput, cachedInput, output };
    yield { session, offsetMs, counts, recordKey: `${session}-${call}` };
    const next = prompt + output + draw(random, ADDED_TOKENS);
    const summarised = next > LONGEST_PROMPT;
    before = summarised ? 0 : prompt;
    prompt = summarised ? Math.floor(next / 10) : next;
    offsetMs += 1 + draw(random, PAUSE_MS);
  }
}

const draw = (random: SeededRandom, { median, sigma }: { median: number; sigma: number }): number =>
  random.logNormal(median, sigma);
