import { isToken } from '../usage';
import { OUTCOMES, type Outcome, type Pair, type Side } from './judge-pair';

/** What one side comes to. */
export interface SideTotal {
  readonly keys: number;
  readonly tokens: bigint;
  readonly amount: bigint;
}

export interface OutcomeTotal {
  readonly keys: number;
  readonly ours: SideTotal;
  readonly theirs: SideTotal;
}

export type MatchTotals = Readonly<Record<Outcome, OutcomeTotal>>;

export const NOTHING: SideTotal = { keys: 0, tokens: 0n, amount: 0n };
const NO_KEY: OutcomeTotal = { keys: 0, ours: NOTHING, theirs: NOTHING };

export const noTotals = (): Record<Outcome, OutcomeTotal> =>
  Object.fromEntries(OUTCOMES.map((outcome) => [outcome, NO_KEY])) as Record<Outcome, OutcomeTotal>;

/** Token classes together; meters are not tokens. One count alone is that of all tokens. */
export function tokensOf({ counts }: Pick<Side, 'counts'>): bigint {
  return counts.reduce((all, count, index) => (isToken(index) ? all + count : all), 0n);
}

/** The totals of an outcome with one key more. */
export function withPair(total: OutcomeTotal, { ours, theirs }: Pair): OutcomeTotal {
  return { keys: total.keys + 1, ours: withSide(total.ours, ours), theirs: withSide(total.theirs, theirs) };
}

/** A side over all outcomes. */
export function sideTotal(totals: MatchTotals, side: 'ours' | 'theirs'): SideTotal {
  return OUTCOMES.reduce((all, outcome) => {
    const { keys, tokens, amount } = totals[outcome][side];
    return { keys: all.keys + keys, tokens: all.tokens + tokens, amount: all.amount + amount };
  }, NOTHING);
}

const withSide = (total: SideTotal, side: Side | undefined): SideTotal =>
  side === undefined
    ? total
    : {
        keys: total.keys + 1,
        tokens: total.tokens + tokensOf(side),
        amount: total.amount + side.amount,
      };
