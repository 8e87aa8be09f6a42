import {
  COUNTERS,
  METERS,
  TOKEN_CLASSES,
  completionTokens,
  counterIndex,
  countsOf,
  isToken,
  namedCounts,
  parentCounter,
  promptTokens,
  totalTokens,
  type Counter,
} from './counters';

const indexOf = (name: Counter): number => COUNTERS.indexOf(name);
/** A count of its own for each counter, so that a sum tells which ones are in it. */
const DISTINCT = COUNTERS.map((_, index) => 2 ** index);
const sumOf = (names: readonly Counter[]): number =>
  names.reduce((total, name) => total + 2 ** indexOf(name), 0);

const INPUTS = [
  'input',
  'cached_input',
  'cache_write',
  'cache_write_1h',
  'image_input',
  'audio_input',
  'video_input',
] as const;
const OUTPUTS = ['output', 'reasoning', 'image_output', 'audio_output', 'video_output'] as const;

describe('the counters of a record', () => {
  it('are twelve token classes in canonical order, then six meters', () => {
    expect(COUNTERS.join(' ')).toBe(
      'input cached_input cache_write cache_write_1h output reasoning image_input audio_input video_input ' +
        'image_output audio_output video_output requests tool_calls images seconds characters pages',
    );
    expect(TOKEN_CLASSES.every((name) => isToken(indexOf(name)))).toBe(true);
    expect(METERS.some((name) => isToken(indexOf(name)))).toBe(false);
  });

  it.each<[Counter, Counter | undefined]>([
    ['input', undefined],
    ['cached_input', 'input'],
    ['cache_write', 'input'],
    ['cache_write_1h', 'cache_write'],
    ['output', undefined],
    ['reasoning', 'output'],
    ['image_input', 'input'],
    ['audio_input', 'input'],
    ['video_input', 'input'],
    ['image_output', 'output'],
    ['audio_output', 'output'],
    ['video_output', 'output'],
    ['requests', undefined],
    ['tool_calls', undefined],
    ['images', undefined],
    ['seconds', undefined],
    ['characters', undefined],
    ['pages', undefined],
  ])('the parent of %s is %s', (name, parent) => {
    expect(parentCounter(indexOf(name))).toBe(parent === undefined ? undefined : indexOf(parent));
  });

  it('adds up inputs, outputs and all tokens, each class once and no meter', () => {
    expect(promptTokens(DISTINCT)).toBe(sumOf(INPUTS));
    expect(completionTokens(DISTINCT)).toBe(sumOf(OUTPUTS));
    expect(totalTokens(DISTINCT)).toBe(sumOf(TOKEN_CLASSES));
    expect(promptTokens([])).toBe(0);
  });

  it('names counts and reads names, leaving out what is zero', () => {
    const counts = countsOf({ pages: 2, reasoning: 7 });
    expect(counts).toHaveLength(COUNTERS.length);
    expect([counts[indexOf('pages')], counts[indexOf('reasoning')], counts[indexOf('input')]]).toEqual([
      2, 7, 0,
    ]);
    expect(namedCounts(counts)).toEqual({ reasoning: 7, pages: 2 });
    expect(namedCounts(countsOf({ input: 0 }))).toEqual({});
    expect(counterIndex('pages')).toBe(indexOf('pages'));
    expect(counterIndex('constructor')).toBeUndefined();
  });
});
