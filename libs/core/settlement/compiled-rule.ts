import type { Ratio } from '../kernel';
import type { SplitBasis } from './split-rule';

interface CompiledStepOf<Type extends string> {
  readonly type: Type;
  readonly party: string;
  readonly floorPico: Ratio | undefined;
}

export interface CompiledPercent extends CompiledStepOf<'percent'> {
  readonly basis: SplitBasis;
  /** A fraction, not a percentage. */
  readonly rate: Ratio;
}

export type CompiledCost = CompiledStepOf<'cost'>;

export interface CompiledPerMillion extends CompiledStepOf<'perMillion'> {
  /** The token classes that are paid for. */
  readonly classes: readonly string[];
  readonly picoPerToken: Ratio;
  readonly onFree: boolean;
}

export interface RateTier {
  readonly upToPico: Ratio | null;
  readonly rate: Ratio;
}

export interface CompiledTieredPercent extends CompiledStepOf<'tieredPercent'> {
  readonly basis: 'net' | 'remaining';
  readonly tiers: readonly RateTier[];
}

export type CompiledStep = CompiledPercent | CompiledCost | CompiledPerMillion | CompiledTieredPercent;

/** A split rule read once: every decimal an exact ratio, money in pico-yuan. */
export interface CompiledSplitRule {
  /** 1 + the VAT rate. */
  readonly vatFactor: Ratio;
  readonly vatIncluded: boolean;
  readonly residual: string;
  readonly steps: readonly CompiledStep[];
  readonly minimumGuarantees: readonly { readonly party: string; readonly amountPico: Ratio }[];
}
