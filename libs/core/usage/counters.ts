/** Token classes in canonical order: disjoint, and the order in which a record draws from its grants. */
export const TOKEN_CLASSES = [
  'input',
  'cached_input',
  'cache_write',
  'cache_write_1h',
  'output',
  'reasoning',
  'image_input',
  'audio_input',
  'video_input',
  'image_output',
  'audio_output',
  'video_output',
] as const;

/** What is counted and priced per unit, and never drawn from an allowance. */
export const METERS = ['requests', 'tool_calls', 'images', 'seconds', 'characters', 'pages'] as const;

export const COUNTERS = [...TOKEN_CLASSES, ...METERS] as const;

export type TokenClass = (typeof TOKEN_CLASSES)[number];
export type Meter = (typeof METERS)[number];
export type Counter = (typeof COUNTERS)[number];

/** Quantities by the index of their counter in {@link COUNTERS}; each a whole number from 0 to {@link MAXIMUM_COUNT}. */
export type Counts = readonly number[];

/** Far above what one call can use, and low enough that a number holds every sum of a record exactly. */
export const MAXIMUM_COUNT = 1_000_000_000_000;

const INDEX = new Map<string, number>(COUNTERS.map((name, index) => [name, index]));
const INPUTS = TOKEN_CLASSES.flatMap((name, index) => (isInput(name) ? [index] : []));
const OUTPUTS = TOKEN_CLASSES.flatMap((name, index) => (isInput(name) ? [] : [index]));
const INPUT_INDEX = 0;
const OUTPUT_INDEX = 4;

export const counterIndex = (name: string): number | undefined => INDEX.get(name);
export const isToken = (index: number): boolean => index < TOKEN_CLASSES.length;

export function countsOf(named: Readonly<Partial<Record<Counter, number>>>): number[] {
  return COUNTERS.map((name) => named[name] ?? 0);
}

export function namedCounts(counts: Counts): Partial<Record<Counter, number>> {
  const named: Partial<Record<Counter, number>> = {};
  COUNTERS.forEach((name, index) => {
    const count = counts[index] ?? 0;
    if (count !== 0) named[name] = count;
  });
  return named;
}

/** The input classes together: what a bound on the prompt's length looks at. */
export const promptTokens = (counts: Counts): number => total(counts, INPUTS);
/** The output classes together. */
export const completionTokens = (counts: Counts): number => total(counts, OUTPUTS);
/** All token classes together; meters are not tokens. */
export function totalTokens(counts: Counts): number {
  let all = 0;
  for (let index = 0; index < TOKEN_CLASSES.length; index++) all += counts[index] ?? 0;
  return all;
}

/** The counter whose price is asked when no entry of this one applies; `undefined` at the end of the line. */
export function parentCounter(index: number): number | undefined {
  if (!isToken(index) || index === INPUT_INDEX || index === OUTPUT_INDEX) return undefined;
  const name = TOKEN_CLASSES[index];
  if (name === 'cache_write_1h') return INDEX.get('cache_write');
  return name !== undefined && isInput(name) ? INPUT_INDEX : OUTPUT_INDEX;
}

function isInput(name: TokenClass): boolean {
  return name === 'cache_write' || name === 'cache_write_1h' || name.endsWith('input');
}

function total(counts: Counts, indexes: readonly number[]): number {
  let all = 0;
  for (const index of indexes) all += counts[index] ?? 0;
  return all;
}
