import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import type { Counter } from '@ciyuan/core/usage';

const COUNTERS: ReadonlyMap<string, Counter> = new Map<string, Counter>([
  ['input', 'input'],
  ['cache_read', 'cached_input'],
  ['cache_write', 'cache_write'],
  ['cache_write_1h', 'cache_write_1h'],
  ['audio_in', 'audio_input'],
  ['image_in', 'image_input'],
  ['video_in', 'video_input'],
  ['output', 'output'],
  ['reasoning', 'reasoning'],
  ['image_out', 'image_output'],
  ['characters', 'characters'],
  ['images', 'images'],
  ['pages', 'pages'],
  ['web_searches', 'tool_calls'],
]);

/** What each total holds; a part is taken out of it, so that no token is counted twice. */
const INPUT_PARTS: readonly Counter[] = [
  'cached_input',
  'cache_write',
  'audio_input',
  'image_input',
  'video_input',
];
const OUTPUT_PARTS: readonly Counter[] = ['reasoning', 'image_output'];
const HOUR: Counter = 'cache_write_1h';

type Parts = readonly (readonly [Counter, readonly Counter[]])[];

const HOUR_WITHIN: Parts = [
  ['input', INPUT_PARTS],
  ['output', OUTPUT_PARTS],
  ['cache_write', [HOUR]],
];
const HOUR_BESIDE: Parts = [
  ['input', [...INPUT_PARTS, HOUR]],
  ['output', OUTPUT_PARTS],
];

/**
 * Whether what is cached for an hour is within the count of cache writes, as upstream's own rows have it, or beside it,
 * as the rows that were derived from the list do.
 */
export type HourOfCache = 'within' | 'beside';

/** Disjoint counts out of totals with their parts. Refuses a count that nothing counts, and parts above their total. */
export function disjointUsage(
  usage: Readonly<Record<string, unknown>>,
  hourOfCache: HourOfCache,
): Result<Partial<Record<Counter, number>>, string> {
  const counts: Partial<Record<Counter, number>> = {};
  for (const [name, value] of Object.entries(usage)) {
    const counter = COUNTERS.get(name);
    const count = Number(value);
    if (counter === undefined) return refuse(`the usage has ${name}, which is no token of a kind`);
    if (!Number.isSafeInteger(count) || count < 0) return refuse(`the usage has ${String(value)} of ${name}`);
    counts[counter] = count;
  }
  for (const [total, parts] of hourOfCache === 'within' ? HOUR_WITHIN : HOUR_BESIDE) {
    const within = parts.reduce((sum, part) => sum + (counts[part] ?? 0), 0);
    if (within === 0) continue;
    const rest = (counts[total] ?? 0) - within;
    if (rest < 0) return refuse(`the parts of ${total} are more than it`);
    counts[total] = rest;
  }
  return ok(counts);
}
