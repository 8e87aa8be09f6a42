import type { Counts } from '../../usage';
import type { ChargingCatalogue, PricesInForce } from '../catalogue-view';

/** So many like calls, and the tokens of all of them together. */
export interface LikeCalls {
  readonly calls: number;
  readonly counts: Counts;
}

/** Those of the calls from the one to before the other: what does not divide is spread over them. */
export const countsBetween = ({ calls, counts }: LikeCalls, from: number, until: number): number[] =>
  counts.map((count) => upTo(count, until, calls) - upTo(count, from, calls));

/**
 * The catalogue as many like calls find it that are charged as one: bounds on the length of a prompt or an answer look
 * at a single call; what lies between whole tokens counts as one more.
 */
export function pricedAsOneOf(catalogue: ChargingCatalogue, { calls, counts }: LikeCalls): ChargingCatalogue {
  const own = counts.map((count) => Math.ceil(count / calls));
  const asOne = (found: PricesInForce | undefined): PricesInForce | undefined =>
    found && {
      ...found,
      prices: {
        currency: found.prices.currency,
        priceOf: (call, counter) => found.prices.priceOf({ ...call, counts: own }, counter),
      },
    };
  return { ...catalogue, pricesAt: (book, at) => asOne(catalogue.pricesAt(book, at)) };
}

/** In whole numbers of any size: a product of two counts may exceed what a number holds. */
const upTo = (count: number, until: number, calls: number): number =>
  Number((BigInt(count) * BigInt(until)) / BigInt(calls));
