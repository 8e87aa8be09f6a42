import type { TierComponent } from '../catalogue';
import type { PicoYuan } from '../kernel';
import { graduatedCharge } from './rules/graduated';
import { packageCharge, packagesBegun } from './rules/package';
import { stairstepCharge } from './rules/stairstep';
import { volumeCharge } from './rules/volume';
import { tierIndexOf } from './tier-of';

/** T(q), the charge for a cumulative quantity of tokens or units; nothing at or below 0. Exact. */
export function totalCharge(component: TierComponent, quantity: bigint): PicoYuan {
  if (quantity <= 0n) return 0n;
  switch (component.mode) {
    case 'graduated':
      return graduatedCharge(component, quantity);
    case 'volume':
      return volumeCharge(component, quantity);
    case 'stairstep':
      return stairstepCharge(component, quantity);
    case 'package':
      return packageCharge(component, quantity);
  }
}

/**
 * T(after) − T(before): what a record costs that moves the cumulative quantity, in every mode. So charges add up
 * exactly, a void (after < before) gives back what was charged, and a fall in a volume price is a credit.
 */
export function chargeBetween(component: TierComponent, before: bigint, after: bigint): PicoYuan {
  return totalCharge(component, after) - totalCharge(component, before);
}

/** Where `quantity` lies, to explain a charge. */
export interface TierSlice {
  /** Of the tier, or of the package begun last; 0 is the first. Undefined where nothing is charged yet. */
  readonly index: number | undefined;
  /** The slice is (lower, upper]; upper is null in the last tier. */
  readonly lower: bigint;
  readonly upper: bigint | null;
}

export function tierSlice(component: TierComponent, quantity: bigint): TierSlice {
  if (component.mode === 'package') {
    const begun = packagesBegun(component, quantity);
    const upper = component.freeUnits + begun * component.packageSize;
    if (begun === 0n) return { index: undefined, lower: 0n, upper };
    return { index: Number(begun) - 1, lower: upper - component.packageSize, upper };
  }
  const index = tierIndexOf(component.tiers, quantity);
  return {
    index: quantity <= 0n ? undefined : index,
    lower: component.tiers[index - 1]?.upTo ?? 0n,
    upper: component.tiers[index]?.upTo ?? null,
  };
}
