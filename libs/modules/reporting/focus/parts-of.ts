import { apportion, ratio } from '@ciyuan/core/kernel';

/** Something that has a part of a sum, in proportion to its weight. */
export interface Weighed {
  readonly quantity: bigint;
  readonly weight: bigint;
}

/** Whole units that add up to the sum, by largest remainder; by quantity where nothing weighs anything. */
export function partsOf(sum: bigint, parts: readonly Weighed[]): bigint[] {
  const weights = parts.map(({ weight }) => weight);
  const usable = weights.every((weight) => weight >= 0n) && weights.some((weight) => weight > 0n);
  const shares = usable ? weights : parts.map(({ quantity }) => quantity);
  const all = shares.reduce((total, share) => total + share, 0n);
  if (all === 0n) return parts.map((_, index) => (index === 0 ? sum : 0n));
  return apportion(
    shares.map((share) => ratio(sum * share, all)),
    sum,
  );
}
