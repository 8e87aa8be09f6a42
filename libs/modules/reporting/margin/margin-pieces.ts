import type { Fen } from '@ciyuan/core/kernel';
import type { RollupKind } from '@ciyuan/core/settlement';
import type { MarginValues } from './margin-dimension';
import { NO_FIGURES, type MarginFigures, type RevenueKind } from './margin-figures';

/** What a row of the report is of. */
export interface MarginKey {
  readonly month: string;
  readonly currency: string;
  /** `share` of lines that have dimensions; the others of a statement are of a month as a whole. */
  readonly lineKind: string;
  readonly values: MarginValues;
}

/** What parties have of some statement lines. */
export interface SharePiece extends MarginKey {
  /** Null but for shares. */
  readonly kind: RollupKind | null;
  readonly paid: boolean | null;
  readonly isOperators: boolean;
  readonly shareFen: Fen;
}

/** What was used, out of roll-ups. */
export interface TokenPiece extends MarginKey {
  readonly kind: RollupKind;
  readonly paid: boolean;
  readonly records: bigint;
  /** By the index of the token class. */
  readonly classes: readonly bigint[];
}

export const WHOLE_MONTH_KIND = 'adjustment';

/** Revenue is what all parties have of a line together; what is not the operator's of it is cost. */
export function shareFigures({ lineKind, kind, paid, isOperators, shareFen }: SharePiece): MarginFigures {
  const cost = isOperators ? 0n : shareFen;
  const isShare = lineKind === 'share' && kind !== null;
  return {
    ...NO_FIGURES,
    revenueFen: { ...NO_FIGURES.revenueFen, [isShare ? revenueKind(kind) : 'adjustment']: shareFen },
    costFen: cost,
    marginFen: shareFen - cost,
    overdrawCostFen: isShare && kind === 'overdraw' ? cost : 0n,
    trialCostFen: isShare && kind !== 'overdraw' && paid === false ? cost : 0n,
  };
}

/** Overdraw is charged nothing; what is stated of it all the same is usage. */
const revenueKind = (kind: RollupKind): RevenueKind => (kind === 'overdraw' ? 'usage' : kind);

export function tokenFigures({ kind, paid, records, classes }: TokenPiece): MarginFigures {
  const tokens = classes.reduce((sum, count) => sum + count, 0n);
  const isOverdraw = kind === 'overdraw';
  return {
    ...NO_FIGURES,
    records,
    classes,
    paidTokens: paid && !isOverdraw ? tokens : 0n,
    freeTokens: paid || isOverdraw ? 0n : tokens,
    overdrawTokens: isOverdraw ? tokens : 0n,
  };
}
