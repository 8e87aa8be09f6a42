import { formatYuan, type Fen } from '@ciyuan/core/kernel';
import type { Statement } from '@ciyuan/modules/settlement';
import type { LineTotals } from './line-totals';
import { yuanText } from './plain-text';

/** Large numbers are texts, amounts plain decimals in the currency. */
export interface ControlTotals {
  readonly rows: number;
  readonly records: string;
  readonly tokens: string;
  readonly gross: string;
  readonly share: string;
  readonly vat: string;
  readonly withholding: string;
  /** Kept for a later month, and paid of earlier ones. */
  readonly held: string;
  readonly released: string;
  readonly payable: string;
}

export function controlTotals(statements: readonly Statement[], totals: LineTotals): ControlTotals {
  const sum = (fen: (statement: Statement) => Fen): string =>
    yuanText(statements.reduce((total, one) => total + fen(one), 0n));
  return {
    rows: totals.rows,
    records: String(totals.records),
    tokens: String(totals.tokens),
    gross: formatYuan(totals.gross),
    share: yuanText(totals.shareFen),
    vat: sum((one) => one.vatFen),
    withholding: sum((one) => one.withholdingFen),
    held: sum((one) => one.heldFen),
    released: sum((one) => one.releasedFen),
    payable: sum((one) => one.payableFen),
  };
}
