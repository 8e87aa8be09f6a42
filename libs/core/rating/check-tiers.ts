import type { PackageComponent, TierComponent } from '../catalogue';

/**
 * Why a component cannot be a price. A bound that does not rise makes a row that nothing can lie in, and so does a
 * row after the unbounded one; gaps cannot be written down.
 */
export interface TierFault {
  /** Of the field, dot-separated, from the component. */
  readonly path: string;
  readonly code:
    | 'no_tiers'
    | 'bound_does_not_rise'
    | 'row_after_unbounded'
    | 'last_is_bounded'
    | 'negative'
    | 'not_positive';
}

/** All faults, in the order of the rows; none for a component that can rate. */
export function checkTierComponent(component: TierComponent): TierFault[] {
  if (component.mode === 'package') return checkPackage(component);
  if (component.tiers.length === 0) return [{ path: 'tiers', code: 'no_tiers' }];
  const prices = component.tiers.flatMap((tier, index) => negativePrices(tier, `tiers.${index}`));
  return [...checkBounds(component.tiers.map((tier) => tier.upTo)), ...prices];
}

function checkBounds(bounds: readonly (bigint | null)[]): TierFault[] {
  const faults: TierFault[] = [];
  let below: bigint | null = 0n;
  bounds.forEach((bound, index) => {
    const path = `tiers.${index}.upTo`;
    if (below === null) faults.push({ path, code: 'row_after_unbounded' });
    else if (bound !== null && bound <= below) faults.push({ path, code: 'bound_does_not_rise' });
    else below = bound;
  });
  if (below !== null) faults.push({ path: `tiers.${bounds.length - 1}.upTo`, code: 'last_is_bounded' });
  return faults;
}

function negativePrices(
  tier: { readonly unitPricePico?: bigint; readonly flatFeePico: bigint },
  path: string,
): TierFault[] {
  const faults: TierFault[] = [];
  if ((tier.unitPricePico ?? 0n) < 0n) faults.push({ path: `${path}.unitPrice`, code: 'negative' });
  if (tier.flatFeePico < 0n) faults.push({ path: `${path}.flatFee`, code: 'negative' });
  return faults;
}

function checkPackage(component: PackageComponent): TierFault[] {
  const faults: TierFault[] = [];
  if (component.packageSize <= 0n) faults.push({ path: 'packageSize', code: 'not_positive' });
  if (component.packagePricePico < 0n) faults.push({ path: 'packagePrice', code: 'negative' });
  if (component.freeUnits < 0n) faults.push({ path: 'freeUnits', code: 'negative' });
  return faults;
}
