import { multiply, ratio, type PicoYuan, type Ratio } from '../kernel';
import type { AmountContract } from './contract';

export interface AmountPeriod {
  readonly consumed: PicoYuan;
  readonly shortfall: PicoYuan;
  /** Pico-yuan, exact. */
  readonly shortfallCharge: Ratio;
}

/**
 * Settles a spend contract, period by period: (committed − eligible charges) × shortfallPercent, never below zero.
 * `consumption` has the eligible charges of each period so far and cannot be longer than the contract.
 */
export function settleAmountCommitment(
  contract: AmountContract,
  consumption: readonly PicoYuan[],
): AmountPeriod[] {
  return consumption.map((consumed, period) => {
    const committed = contract.committedPico[period];
    if (committed === undefined) throw new RangeError(`the contract has no period ${period}`);
    const shortfall = consumed < committed ? committed - consumed : 0n;
    return {
      consumed,
      shortfall,
      shortfallCharge: multiply(ratio(shortfall, 100n), contract.shortfallPercent),
    };
  });
}
