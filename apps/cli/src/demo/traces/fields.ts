import { MAXIMUM_COUNT } from '@ciyuan/core/usage';
import type { TraceCounts } from './trace-call';

const WHOLE = /^\d{1,13}$/;
const SECONDS = /^\d{1,9}(\.\d{1,9})?$/;

/** A count in digits alone: no sign, no exponent, no white space. */
export function countFrom(name: string, text: string): number {
  const count = WHOLE.test(text) ? Number(text) : Number.NaN;
  if (!(count <= MAXIMUM_COUNT)) throw new Error(`${name} is not a count: "${text}"`);
  return count;
}

/** Seconds with a fraction, to the nearest millisecond. */
export function millisecondsFrom(name: string, text: string): number {
  if (!SECONDS.test(text)) throw new Error(`${name} is not a number of seconds: "${text}"`);
  return Math.round(Number(text) * 1000);
}

/** Splits a prompt, whose count includes what a cache held, into disjoint counts. */
export function disjoint(promptTokens: number, cachedInput: number, output: number): TraceCounts {
  if (cachedInput > promptTokens)
    throw new Error(`${cachedInput} cached tokens in a prompt of ${promptTokens}`);
  return { input: promptTokens - cachedInput, cachedInput, output };
}
