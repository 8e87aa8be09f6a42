import type { PicoYuan } from '../kernel';
import type { RollupLine } from './rollup-line';

/** What an accounting month has booked as revenue in one currency, exactly; 10⁻¹² of it. Tax is in the usage alone. */
export interface BookedRevenue {
  readonly packageNet: PicoYuan;
  readonly breakageNet: PicoYuan;
  readonly shortfallNet: PicoYuan;
  readonly feeNet: PicoYuan;
  readonly usageGross: PicoYuan;
}

export const NO_REVENUE: BookedRevenue = {
  packageNet: 0n,
  breakageNet: 0n,
  shortfallNet: 0n,
  feeNet: 0n,
  usageGross: 0n,
};

/** By currency: what is booked in one is never added to another. */
export function bookedRevenue(
  lines: Iterable<RollupLine>,
  accountingMonth: string,
): ReadonlyMap<string, BookedRevenue> {
  const booked = new Map<string, BookedRevenue>();
  for (const line of lines) {
    if (line.accountingMonth !== accountingMonth) continue;
    booked.set(line.currency, plus(booked.get(line.currency) ?? NO_REVENUE, line));
  }
  return booked;
}

function plus(sum: BookedRevenue, { kind, gross, net }: RollupLine): BookedRevenue {
  if (kind === 'package') return { ...sum, packageNet: sum.packageNet + (net ?? 0n) };
  if (kind === 'breakage') return { ...sum, breakageNet: sum.breakageNet + (net ?? 0n) };
  if (kind === 'shortfall') return { ...sum, shortfallNet: sum.shortfallNet + (net ?? 0n) };
  if (kind === 'fee') return { ...sum, feeNet: sum.feeNet + (net ?? 0n) };
  return { ...sum, usageGross: sum.usageGross + gross };
}
