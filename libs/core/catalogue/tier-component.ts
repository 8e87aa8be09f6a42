import type { PicoYuan } from '../kernel';

/**
 * A tier of a ladder. It begins where the one before it ends, so that there can be no gap; a bound belongs to the
 * lower tier. The last tier of a ladder has no bound.
 */
export interface UnitPriceTier {
  /** Inclusive, in tokens (units, for a meter); null for the last. */
  readonly upTo: bigint | null;
  /** For one token: yuan per million with six decimals is a whole number of pico-yuan. */
  readonly unitPricePico: PicoYuan;
  readonly flatFeePico: PicoYuan;
}

export interface FlatFeeTier {
  readonly upTo: bigint | null;
  readonly flatFeePico: PicoYuan;
}

/** Each part of the quantity at its own tier's price. */
export interface GraduatedComponent {
  readonly mode: 'graduated';
  readonly tiers: readonly UnitPriceTier[];
}

/** All of the quantity at the price of the tier that it lies in. */
export interface VolumeComponent {
  readonly mode: 'volume';
  readonly tiers: readonly UnitPriceTier[];
}

/** Only the flat fee of the tier that the quantity lies in. */
export interface StairstepComponent {
  readonly mode: 'stairstep';
  readonly tiers: readonly FlatFeeTier[];
}

/** A price for every package begun. */
export interface PackageComponent {
  readonly mode: 'package';
  readonly packageSize: bigint;
  readonly packagePricePico: PicoYuan;
  /** The first units, which no package is charged for. */
  readonly freeUnits: bigint;
}

export type TierComponent = GraduatedComponent | VolumeComponent | StairstepComponent | PackageComponent;

export type TierMode = TierComponent['mode'];
