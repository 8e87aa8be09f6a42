import { formatYuan, type PicoYuan } from '@ciyuan/core/kernel';
import { countsTokens } from './focus-unit';
import type { FocusCharge } from './focus-charge';

/** Control totals of a file in one currency, plain decimals. */
export interface FocusTotals {
  readonly currency: string;
  readonly rows: number;
  readonly billedCost: string;
  readonly effectiveCost: string;
  /** What the ledger has as revenue: of packages, fees and shortfalls without VAT, of usage as charged. */
  readonly effectiveCostNet: string;
  readonly consumedTokens: string;
}

interface Sums {
  rows: number;
  billed: PicoYuan;
  effective: PicoYuan;
  ledger: PicoYuan;
  tokens: bigint;
}

/** Adds up as rows pass by. */
export class FocusControl {
  private readonly sums = new Map<string, Sums>();

  add(charge: FocusCharge): void {
    const sums = this.sums.get(charge.currency) ?? {
      rows: 0,
      billed: 0n,
      effective: 0n,
      ledger: 0n,
      tokens: 0n,
    };
    sums.rows += 1;
    sums.billed += charge.billed;
    sums.effective += charge.effective;
    sums.ledger += charge.effectiveLedger;
    if (countsTokens(charge.counter)) sums.tokens += charge.quantity;
    this.sums.set(charge.currency, sums);
  }

  totals(): FocusTotals[] {
    return [...this.sums]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([currency, { rows, billed, effective, ledger, tokens }]) => ({
        currency,
        rows,
        billedCost: formatYuan(billed),
        effectiveCost: formatYuan(effective),
        effectiveCostNet: formatYuan(ledger),
        consumedTokens: String(tokens),
      }));
  }
}
