import type { Fen } from '@ciyuan/core/kernel';
import { TOKEN_CLASSES } from '@ciyuan/core/usage';

/** What revenue is of; `adjustment` is everything that a statement says of a month as a whole. */
export const REVENUE_KINDS = ['package', 'usage', 'breakage', 'shortfall', 'fee', 'adjustment'] as const;
export type RevenueKind = (typeof REVENUE_KINDS)[number];

/** Columns that add up: over rows to the month's total, and over months. Money is net of VAT. */
export interface MarginFigures {
  readonly records: bigint;
  /** By the index of the token class. */
  readonly classes: readonly bigint[];
  readonly paidTokens: bigint;
  /** Of trials, gifts and promotions. */
  readonly freeTokens: bigint;
  /** Beyond a hard limit, charged nothing. */
  readonly overdrawTokens: bigint;
  readonly revenueFen: Readonly<Record<RevenueKind, Fen>>;
  /** What vendors, compute owners, channels and data owners have of it. */
  readonly costFen: Fen;
  /** What the operator keeps. */
  readonly marginFen: Fen;
  /** Of the cost, what overdraw caused, and what was given away did. */
  readonly overdrawCostFen: Fen;
  readonly trialCostFen: Fen;
}

const NO_REVENUE = Object.fromEntries(REVENUE_KINDS.map((kind) => [kind, 0n])) as Record<RevenueKind, Fen>;

export const NO_FIGURES: MarginFigures = {
  records: 0n,
  classes: TOKEN_CLASSES.map(() => 0n),
  paidTokens: 0n,
  freeTokens: 0n,
  overdrawTokens: 0n,
  revenueFen: NO_REVENUE,
  costFen: 0n,
  marginFen: 0n,
  overdrawCostFen: 0n,
  trialCostFen: 0n,
};

export function addFigures(a: MarginFigures, b: MarginFigures): MarginFigures {
  const revenue = REVENUE_KINDS.map((kind) => [kind, a.revenueFen[kind] + b.revenueFen[kind]] as const);
  return {
    records: a.records + b.records,
    classes: a.classes.map((count, index) => count + (b.classes[index] ?? 0n)),
    paidTokens: a.paidTokens + b.paidTokens,
    freeTokens: a.freeTokens + b.freeTokens,
    overdrawTokens: a.overdrawTokens + b.overdrawTokens,
    revenueFen: Object.fromEntries(revenue) as Record<RevenueKind, Fen>,
    costFen: a.costFen + b.costFen,
    marginFen: a.marginFen + b.marginFen,
    overdrawCostFen: a.overdrawCostFen + b.overdrawCostFen,
    trialCostFen: a.trialCostFen + b.trialCostFen,
  };
}

export const tokensOf = ({ paidTokens, freeTokens, overdrawTokens }: MarginFigures): bigint =>
  paidTokens + freeTokens + overdrawTokens;

export const revenueOf = ({ revenueFen }: MarginFigures): Fen =>
  REVENUE_KINDS.reduce((sum, kind) => sum + revenueFen[kind], 0n);
