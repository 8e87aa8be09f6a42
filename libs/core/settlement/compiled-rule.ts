import type { Pattern, Ratio } from '../kernel';
import type { SplitBasis } from './split-rule';

interface CompiledStepOf<Type extends string> {
  readonly type: Type;
  readonly party: string;
  readonly floorPico: Ratio | undefined;
  /** The part, from 0 to 1, that is due on free lines. */
  readonly dueOnFree: Ratio;
}

export interface CompiledPercent extends CompiledStepOf<'percent'> {
  readonly basis: SplitBasis;
  /** A fraction, not a percentage. */
  readonly rate: Ratio;
}

export type CompiledCost = CompiledStepOf<'cost'>;

export interface CompiledRate {
  readonly model: Pattern;
  /** Undefined for all. */
  readonly chipKind: string | undefined;
  readonly picoPerToken: Ratio;
}

export interface CompiledPerMillion extends CompiledStepOf<'perMillion'> {
  /** The token classes that are paid for. */
  readonly classes: readonly string[];
  /** The most specific first; the last is for every line. */
  readonly rates: readonly CompiledRate[];
  readonly onFree: boolean;
}

export interface RateTier {
  readonly upToPico: Ratio | null;
  readonly rate: Ratio;
}

export interface CompiledTieredPercent extends CompiledStepOf<'tieredPercent'> {
  readonly basis: Exclude<SplitBasis, 'gross'>;
  readonly tiers: readonly RateTier[];
}

export type CompiledStep = CompiledPercent | CompiledCost | CompiledPerMillion | CompiledTieredPercent;

export interface CompiledDeduction {
  readonly name: string;
  readonly party: string;
  readonly basis: 'gross' | 'net';
  /** A fraction, not a percentage. */
  readonly rate: Ratio;
}

/** A split rule read once: every decimal an exact ratio, money in pico-yuan. */
export interface CompiledSplitRule {
  /** 1 + the VAT rate. */
  readonly vatFactor: Ratio;
  readonly vatIncluded: boolean;
  readonly residual: string;
  readonly deductions: readonly CompiledDeduction[];
  readonly steps: readonly CompiledStep[];
  readonly minimumGuarantees: readonly { readonly party: string; readonly amountPico: Ratio }[];
}
