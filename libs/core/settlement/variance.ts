import type { Fen } from '../kernel';

/** What a party has in one currency; of a model, only the lines that name it. */
export interface PartySum {
  readonly party: string;
  readonly currency: string;
  readonly shareFen: Fen;
}
export interface ModelSum extends PartySum {
  readonly model: string;
  readonly tokens: bigint;
}

/** A settlement as variances are looked for in it: each party and currency once, and each model of theirs once. */
export interface SettledSums {
  readonly parties: readonly PartySum[];
  readonly models: readonly ModelSum[];
}

export const VARIANCE_KINDS = [
  'party_share',
  'model_tokens',
  'new_party',
  'party_gone',
  'zero_bill',
  'negative_statement',
] as const;
export type VarianceKind = (typeof VARIANCE_KINDS)[number];

/** How something moved from the month before; what was not there is 0. Fen of the currency, or whole tokens. */
export interface Movement {
  readonly party: string;
  readonly currency: string;
  /** Null of the party's whole share. */
  readonly model: string | null;
  readonly before: bigint;
  readonly after: bigint;
  readonly change: bigint;
  /** Of what was before, half away from zero to a hundredth of a per cent; null where that was nothing. */
  readonly basisPoints: bigint | null;
}

/** Something that the policy wants a reason for. Of `model_tokens` the figures are tokens, else fen. */
export interface VarianceFinding extends Movement {
  readonly kind: VarianceKind;
  /** What it is known by within its run. */
  readonly finding: string;
  /** By how many fen the share moved that it is about: findings come by this, the largest first. */
  readonly sizeFen: Fen;
}

export interface Variances {
  readonly findings: readonly VarianceFinding[];
  /** The largest changes of shares, of parties and of their models, whatever the thresholds are; in fen. */
  readonly topMovers: readonly Movement[];
}
