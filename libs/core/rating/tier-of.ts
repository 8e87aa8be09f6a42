/** The index of the tier that `quantity` lies in: the first whose bound reaches it. A bound belongs to the lower tier. */
export function tierIndexOf(tiers: readonly { readonly upTo: bigint | null }[], quantity: bigint): number {
  const index = tiers.findIndex((tier) => tier.upTo === null || quantity <= tier.upTo);
  if (index < 0) throw new RangeError(`no tier reaches ${quantity}: the last one must have no bound`);
  return index;
}

export function tierOf<T extends { readonly upTo: bigint | null }>(tiers: readonly T[], quantity: bigint): T {
  return tiers[tierIndexOf(tiers, quantity)] as T;
}
