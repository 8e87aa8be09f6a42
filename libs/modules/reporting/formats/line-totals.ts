import type { Fen, PicoYuan } from '@ciyuan/core/kernel';
import type { StoredLine } from '@ciyuan/modules/settlement';

/** What lines add up to, so that whoever receives them can see that none is missing. */
export interface LineTotals {
  readonly rows: number;
  readonly records: bigint;
  readonly tokens: bigint;
  readonly gross: PicoYuan;
  readonly shareFen: Fen;
}

export const NO_LINES: LineTotals = { rows: 0, records: 0n, tokens: 0n, gross: 0n, shareFen: 0n };

export function addTotals(a: LineTotals, b: LineTotals): LineTotals {
  return {
    rows: a.rows + b.rows,
    records: a.records + b.records,
    tokens: a.tokens + b.tokens,
    gross: a.gross + b.gross,
    shareFen: a.shareFen + b.shareFen,
  };
}

export const totalsOf = (lines: readonly StoredLine[]): LineTotals =>
  lines.reduce((totals, line) => addTotals(totals, { ...line, rows: 1 }), NO_LINES);
