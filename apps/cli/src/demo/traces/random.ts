import { scramble, stableHash } from '../stable-hash';

const GOLDEN_RATIO = 0x9e3779b9;
const TWO_TO_32 = 2 ** 32;
/** The sum of twelve even draws has variance 1. */
const DRAWS = 12;

/** Numbers that look like chance and are the same for the same seed on every machine. */
export class SeededRandom {
  #state: number;

  constructor(seed: string) {
    this.#state = stableHash('random', seed);
  }

  /** From 0, inclusive, to 1, exclusive. */
  even(): number {
    this.#state = (this.#state + GOLDEN_RATIO) >>> 0;
    return scramble(this.#state) / TWO_TO_32;
  }

  /** Near a normal distribution of mean 0 and deviation 1; never beyond 6. */
  normal(): number {
    let sum = -DRAWS / 2;
    for (let draw = 0; draw < DRAWS; draw++) sum += this.even();
    return sum;
  }

  /** A whole number; half of all lie above `median`, the logarithms spread by `sigma`. */
  logNormal(median: number, sigma: number): number {
    return Math.round(median * Math.exp(sigma * this.normal()));
  }
}
