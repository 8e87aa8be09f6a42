import type { AmountContract, TokenContract } from './contract';
import { settleAmountCommitment, type AmountPeriod } from './settle-amount';
import { settleTokenCommitment, type TokenPeriod } from './settle-tokens';

export type CommitmentContract = TokenContract | AmountContract;

export type SettledCommitment =
  | { readonly metric: 'tokens'; readonly periods: readonly TokenPeriod[] }
  | { readonly metric: 'amount'; readonly periods: readonly AmountPeriod[] };

/** Settles a contract of either metric: `consumption` in whole tokens or pico-yuan, one figure a period. */
export function settleCommitment(
  contract: CommitmentContract,
  consumption: readonly bigint[],
): SettledCommitment {
  switch (contract.metric) {
    case 'tokens':
      return { metric: 'tokens', periods: settleTokenCommitment(contract, consumption) };
    case 'amount':
      return { metric: 'amount', periods: settleAmountCommitment(contract, consumption) };
  }
}
