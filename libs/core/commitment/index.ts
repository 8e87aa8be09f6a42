export type { AmountContract, MakeUpTerms, TokenContract } from './contract';
export { settleCommitment, type CommitmentContract, type SettledCommitment } from './settle-commitment';
export { settleTokenCommitment, shortfallCharge, type TokenPeriod } from './settle-tokens';
export { settleAmountCommitment, type AmountPeriod } from './settle-amount';
export type { MakeUpMovement } from './make-up';
export { prorateCommitted } from './prorate-committed';
export {
  NO_PERIOD,
  commitmentPosition,
  lastUse,
  type ClosedPeriod,
  type CommitmentPosition,
  type NetOfFen,
} from './position';
export type { TokenFlow } from './token-flow';
