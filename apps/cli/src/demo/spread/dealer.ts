import { stableHash, weightTable } from '../stable-hash';

const FIRST_WEIGHT = 100_000;

/** Deals names out among `choices` by their hash: the same name gets the same choice, whatever else is dealt. */
export class Dealer<T> {
  readonly #purpose: string;
  readonly #choices: readonly T[];
  readonly #indexOf: (hash: number) => number;

  constructor(purpose: string, choices: readonly T[], weights: readonly number[]) {
    if (choices.length === 0) throw new RangeError(`nothing to choose from: ${purpose}`);
    this.#purpose = purpose;
    this.#choices = choices;
    this.#indexOf = weightTable(weights);
  }

  deal(name: string): T {
    return this.#choices[this.#indexOf(stableHash(this.#purpose, name))] as T;
  }
}

export const evenDealer = <T>(purpose: string, choices: readonly T[]): Dealer<T> =>
  new Dealer(
    purpose,
    choices,
    choices.map(() => 1),
  );

/** The n-th choice weighs 1/n: the first of three gets more than half. */
export const skewedDealer = <T>(purpose: string, choices: readonly T[]): Dealer<T> =>
  new Dealer(
    purpose,
    choices,
    choices.map((_, index) => Math.floor(FIRST_WEIGHT / (index + 1))),
  );

/** The n-th choice weighs 1/n^1.25, at least a hundred-thousandth: of 200 the first gets 28 %, the last 0.04 %. */
export const steepDealer = <T>(purpose: string, choices: readonly T[]): Dealer<T> =>
  new Dealer(
    purpose,
    choices,
    choices.map((_, index) => steepWeight(index + 1)),
  );

// Roots of roots, for a square root is the same to the last bit everywhere and a power is not.
const steepWeight = (n: number): number =>
  Math.max(1, Math.floor(FIRST_WEIGHT / (n * Math.sqrt(Math.sqrt(n)))));
