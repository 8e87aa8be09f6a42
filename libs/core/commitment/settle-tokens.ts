import { multiply, ratio, type PicoYuan, type Ratio } from '../kernel';
import type { TokenContract } from './contract';
import { flowTokens, type TokenFlow } from './token-flow';

export interface TokenPeriod extends TokenFlow {
  /** Charged at the contract price. */
  readonly withinCharge: PicoYuan;
  /** Pico-yuan. A percentage of a price may need more than twelve decimals, so it is kept exact until a document. */
  readonly shortfallCharge: Ratio;
  readonly overCharge: PicoYuan;
}

/**
 * Settles a volume contract, period by period: up to the commitment at the contract price, then make-up credits,
 * oldest first, then the over-commit price. What is missing is charged at contract price × shortfallPercent.
 *
 * `consumption` is in whole tokens, one figure for each period so far: those of the contract's models that no grant
 * covered; trial, gift and promotion tokens never count. It cannot be longer than the contract.
 */
export function settleTokenCommitment(
  contract: TokenContract,
  consumption: readonly bigint[],
): TokenPeriod[] {
  return flowTokens(contract, consumption).map((flow) => ({
    ...flow,
    withinCharge: flow.withinCommitment * contract.pricePico,
    shortfallCharge: shortfallCharge(contract, flow.shortfall),
    overCharge: flow.over * contract.overPricePico,
  }));
}

/**
 * Contract price × shortfallPercent for so many tokens, in pico-yuan. For make-up tokens it is the part of a
 * shortfall's charge that is deferred, and recognised when they are used or expire.
 */
export function shortfallCharge(
  contract: Pick<TokenContract, 'pricePico' | 'shortfallPercent'>,
  tokens: bigint,
): Ratio {
  return multiply(ratio(tokens * contract.pricePico, 100n), contract.shortfallPercent);
}
