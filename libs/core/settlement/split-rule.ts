import type { Deduction } from './deduction';
import type { TrialCost } from './trial-cost';

/** What the parties of a rule stand for; a line says which partner each of them is. Any other name is a party itself. */
export const SETTLEMENT_ROLES = ['vendor', 'compute', 'channel', 'data_owner', 'operator'] as const;
export type SettlementRole = (typeof SETTLEMENT_ROLES)[number];

/**
 * `gross`: the amount as the line states it; `net`: without VAT; `distributable`: the net less the deductions;
 * `remaining`: what earlier steps left of the distributable.
 */
export type SplitBasis = 'gross' | 'net' | 'distributable' | 'remaining';

interface StepOf<Type extends string> {
  readonly type: Type;
  /** A role, or a party by name; it may be the residual party. */
  readonly party: string;
  /** Yuan. The step takes at least this much of every line that it is due on. */
  readonly floor?: string;
  /**
   * Who bears, on free lines, what no revenue pays for: a cost, a price a million, a floor. Where a step says nothing,
   * the rule does.
   */
  readonly trialCost?: TrialCost;
}

export interface PercentStep extends StepOf<'percent'> {
  readonly basis: SplitBasis;
  readonly value: string;
}

/** What the party's own price book asks for the records of the line. */
export type CostStep = StepOf<'cost'>;

/** Yuan for a million tokens of a model, on a kind of chip. */
export interface PerMillionRate {
  /** Exact, or a pattern with `*`; absent for all. */
  readonly model?: string;
  /** Absent for all; a line that knows none has only rates that name none. */
  readonly chipKind?: string;
  readonly value: string;
}

/** Yuan for a million tokens, on lines without a price paid only where `onFree` says so. */
export interface PerMillionStep extends StepOf<'perMillion'> {
  /** A token class, or `*` for all of them. */
  readonly class: string;
  /** For every line that no rate names. */
  readonly value: string;
  /** The most specific one holds: exact model, longer literal, then a named chip kind. */
  readonly rates?: readonly PerMillionRate[];
  readonly onFree?: boolean;
}

/** A percentage by tiers of what the split has accumulated for the party, each part at its own tier's. */
export interface TieredPercentStep extends StepOf<'tieredPercent'> {
  readonly basis: Exclude<SplitBasis, 'gross'>;
  readonly tiers: readonly {
    /** Yuan, inclusive; null for the last. */
    readonly upTo: string | null;
    readonly value: string;
  }[];
}

export type SplitStep = PercentStep | CostStep | PerMillionStep | TieredPercentStep;

/** Yuan that the party has at least, of the whole split; the difference comes from the residual party. */
export interface MinimumGuarantee {
  readonly party: string;
  readonly amount: string;
}

/** Who gets what of a line, as a waterfall; decimals are text. One version of it is a document of the catalogue. */
export interface SplitRule {
  /** A fraction: 0.06. */
  readonly vatRate: string;
  /** Whether the stated amounts include VAT; otherwise it comes on top. */
  readonly vatIncluded: boolean;
  /** The party that has what remains, which may be negative. Never resolved by a line: a split has one. */
  readonly residual: string;
  /** Taken off each line before its first step. */
  readonly deductions?: readonly Deduction[];
  /** The operator, that is the residual party, where it is not said. */
  readonly trialCost?: TrialCost;
  readonly steps: readonly SplitStep[];
  readonly minimumGuarantees?: readonly MinimumGuarantee[];
}
