import type { TokenContract } from './contract';
import { MakeUpCredits, type MakeUpMovement } from './make-up';

/** Where the tokens of one period went, before anything is priced. */
export interface TokenFlow {
  readonly consumed: bigint;
  readonly withinCommitment: bigint;
  readonly shortfall: bigint;
  /** Beyond the commitment, free of further charge; and from which periods' shortfalls, oldest first. */
  readonly makeUpUsed: bigint;
  readonly makeUpDrawn: readonly MakeUpMovement[];
  readonly makeUpGranted: bigint;
  readonly makeUpExpired: readonly MakeUpMovement[];
  /** Beyond the commitment and the make-up. */
  readonly over: bigint;
  /** What can still be used in a later period. */
  readonly makeUpBalance: bigint;
}

type FlowTerms = Pick<TokenContract, 'committedTokens' | 'makeUp'>;

/** Follows whole tokens through the periods so far. Throws on a period that there is not, and on less than nothing. */
export function flowTokens(contract: FlowTerms, consumption: readonly bigint[]): TokenFlow[] {
  const credits = new MakeUpCredits(contract.makeUp);
  return consumption.map((consumed, period) => flowPeriod(contract, consumed, period, credits));
}

function flowPeriod(
  contract: FlowTerms,
  consumed: bigint,
  period: number,
  credits: MakeUpCredits,
): TokenFlow {
  const committed = contract.committedTokens[period];
  if (committed === undefined) throw new RangeError(`the contract has no period ${period}`);
  if (consumed < 0n) throw new RangeError(`consumption below zero: ${consumed}`);
  const withinCommitment = consumed < committed ? consumed : committed;
  const shortfall = committed - withinCommitment;
  const beyond = consumed - withinCommitment;
  const makeUpDrawn = beyond > 0n ? credits.use(beyond) : [];
  const makeUpUsed = makeUpDrawn.reduce((total, movement) => total + movement.tokens, 0n);
  const makeUpExpired = credits.expire(period);
  const makeUpGranted = credits.grant(period, shortfall);
  return {
    consumed,
    withinCommitment,
    shortfall,
    makeUpUsed,
    makeUpDrawn,
    makeUpGranted,
    makeUpExpired,
    over: beyond - makeUpUsed,
    makeUpBalance: credits.balance,
  };
}
