const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const TWO_TO_32 = 2 ** 32;
// Taken once: the loops below run for every call of a trace.
const { imul } = Math;
/** A hash times the total of the weights stays exact in a number. */
const MAXIMUM_TOTAL = 2 ** 21;

/**
 * A 32-bit hash of `text`, the same on every machine and in every version: FNV-1a over the UTF-16 code units, then
 * the finaliser of MurmurHash3, without which names that differ in their last digit would lie close together.
 * `purpose` makes the choices that hang on one name independent of each other.
 */
export function stableHash(purpose: string, text: string): number {
  const whole = `${purpose}\n${text}`;
  let hash = FNV_OFFSET;
  for (let i = 0; i < whole.length; i++) hash = imul(hash ^ whole.charCodeAt(i), FNV_PRIME);
  return scramble(hash);
}

/** Every bit of the answer hangs on every bit of `value`. */
export function scramble(value: number): number {
  let hash = value;
  hash = imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A whole number from 0 to `limit` - 1, evenly spread. */
export const hashBelow = (limit: number, hash: number): number => Math.floor((hash * limit) / TWO_TO_32);

/** Turns a hash into an index, each as likely as its weight says. Weights are whole, not all of them zero. */
export function weightTable(weights: readonly number[]): (hash: number) => number {
  let total = 0;
  const bounds = weights.map((weight) => (total += weight));
  if (total < 1 || total > MAXIMUM_TOTAL) throw new RangeError(`weights that add up to ${total}`);
  return (hash) => firstAbove(bounds, hashBelow(total, hash));
}

function firstAbove(bounds: readonly number[], value: number): number {
  let [low, high] = [0, bounds.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bounds[middle] as number) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
