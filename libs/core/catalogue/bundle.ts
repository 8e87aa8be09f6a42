import { apportion, parseFen, ratio, type Fen } from '../kernel';

/** One of the things that a bundle sells for one price. */
export interface BundlePart {
  readonly code: string;
  readonly name: string;
  /** The plan's own allowance, or another product, whose price is a fee of the cycle. */
  readonly kind: 'tokens' | 'product';
  /** Yuan with VAT that it costs when it is sold alone; whole fen. */
  readonly standAlonePrice: string;
}

/** One price over several things, of which exactly one is the plan's allowance. */
export interface Bundle {
  readonly parts: readonly BundlePart[];
}

/**
 * The price of a bundle shared among its parts in proportion to what each costs alone, in whole fen by largest
 * remainder, of equal remainders the earlier part first: the parts always add up to the price. That is how revenue of
 * what is sold together is told apart (IFRS 15, 76 to 80). Stand-alone prices are above 0.
 */
export function allocatePrice({ parts }: Bundle, priceFen: Fen): Fen[] {
  const weights = parts.map(({ standAlonePrice }) => parseFen(standAlonePrice));
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  const exact = weights.map((weight) => ratio(priceFen * weight, total));
  return apportion(exact, priceFen);
}
