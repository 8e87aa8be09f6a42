import { multiply, ratio, type PicoYuan, type Ratio } from '../kernel';
import type { TokenContract } from './contract';
import { MakeUpCredits, type MakeUpMovement } from './make-up';

export interface TokenPeriod {
  readonly consumed: bigint;
  /** Charged at the contract price. */
  readonly withinCommitment: bigint;
  readonly withinCharge: PicoYuan;
  readonly shortfall: bigint;
  /** Pico-yuan. A percentage of a price may need more than twelve decimals, so it is kept exact until a document. */
  readonly shortfallCharge: Ratio;
  /** Beyond the commitment, free of further charge; and from which periods' shortfalls, oldest first. */
  readonly makeUpUsed: bigint;
  readonly makeUpDrawn: readonly MakeUpMovement[];
  readonly makeUpGranted: bigint;
  readonly makeUpExpired: readonly MakeUpMovement[];
  /** Beyond the commitment and the make-up. */
  readonly over: bigint;
  readonly overCharge: PicoYuan;
  /** What can still be used in a later period. */
  readonly makeUpBalance: bigint;
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
  const credits = new MakeUpCredits(contract.makeUp);
  return consumption.map((consumed, period) => settlePeriod(contract, consumed, period, credits));
}

function settlePeriod(
  contract: TokenContract,
  consumed: bigint,
  period: number,
  credits: MakeUpCredits,
): TokenPeriod {
  const committed = contract.committedTokens[period];
  if (committed === undefined) throw new RangeError(`the contract has no period ${period}`);
  if (consumed < 0n) throw new RangeError(`consumption below zero: ${consumed}`);
  const withinCommitment = consumed < committed ? consumed : committed;
  const shortfall = committed - withinCommitment;
  const beyond = consumed - withinCommitment;
  const makeUpDrawn = credits.use(beyond);
  const makeUpUsed = makeUpDrawn.reduce((total, movement) => total + movement.tokens, 0n);
  const makeUpExpired = credits.expire(period);
  const makeUpGranted = credits.grant(period, shortfall);
  const over = beyond - makeUpUsed;
  return {
    consumed,
    withinCommitment,
    withinCharge: withinCommitment * contract.pricePico,
    shortfall,
    shortfallCharge: shortfallCharge(contract, shortfall),
    makeUpUsed,
    makeUpDrawn,
    makeUpGranted,
    makeUpExpired,
    over,
    overCharge: over * contract.overPricePico,
    makeUpBalance: credits.balance,
  };
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
