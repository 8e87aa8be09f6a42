import type { PicoYuan } from '../kernel';
import type { RollupLine } from './rollup-line';

/** What an accounting month has booked as revenue, exactly; pico-yuan. Tax is in the usage alone. */
export interface BookedRevenue {
  readonly packageNet: PicoYuan;
  readonly breakageNet: PicoYuan;
  readonly shortfallNet: PicoYuan;
  readonly feeNet: PicoYuan;
  readonly usageGross: PicoYuan;
}

export function bookedRevenue(lines: Iterable<RollupLine>, accountingMonth: string): BookedRevenue {
  let [packageNet, breakageNet, shortfallNet, feeNet, usageGross] = [0n, 0n, 0n, 0n, 0n];
  for (const line of lines) {
    if (line.accountingMonth !== accountingMonth) continue;
    if (line.kind === 'package') packageNet += line.net ?? 0n;
    else if (line.kind === 'breakage') breakageNet += line.net ?? 0n;
    else if (line.kind === 'shortfall') shortfallNet += line.net ?? 0n;
    else if (line.kind === 'fee') feeNet += line.net ?? 0n;
    else usageGross += line.gross;
  }
  return { packageNet, breakageNet, shortfallNet, feeNet, usageGross };
}
