export {
  claimedFen,
  lineOfDifference,
  type AmountsOf,
  type LineTraits,
  type SettledLine,
  type SettledShare,
} from './claims';
export { OUTCOMES, judgePair, type MatchRules, type Outcome, type Pair, type Side } from './judge-pair';
export { compareKeys, pairSorted } from './pair-sorted';
export { RESOLUTIONS, mayResolve, type Resolution, type ResolutionState } from './resolution';
export { NO_TOLERANCE, TOLERANCE_RULES, isWithin, type Tolerance, type ToleranceRule } from './tolerance';
export {
  NOTHING,
  noTotals,
  sideTotal,
  tokensOf,
  withPair,
  type MatchTotals,
  type OutcomeTotal,
  type SideTotal,
} from './totals';
