import { PICO_PER_FEN, apportion, ratio, type Fen, type Ratio } from '../kernel';
import type { ColumnRow, ExactColumns } from './exact-columns';

export interface Cell {
  readonly row: ColumnRow;
  readonly fen: Fen;
  readonly exactPico: Ratio;
}

/** One party's part of a split; `column` has a cell for each line that names the party, and adds up to `shareFen`. */
export interface PartyShare {
  readonly party: string;
  readonly shareFen: Fen;
  readonly exactPico: Ratio;
  readonly column: readonly Cell[];
}

export const inFen = (pico: Ratio): Ratio => ratio(pico.n, pico.d * PICO_PER_FEN);

/** Whole fen by largest remainder: over the parties so that they add up to `netFen`, then over each party's rows. */
export function roundColumns(columns: ExactColumns, netFen: Fen): PartyShare[] {
  const parties = columns.parties().map((party) => ({ party, exactPico: columns.total(party) }));
  const shares = apportion(
    parties.map(({ exactPico }) => inFen(exactPico)),
    netFen,
  );
  return parties.map(({ party, exactPico }, index) => {
    const shareFen = shares[index] as Fen;
    return { party, shareFen, exactPico, column: roundColumn(columns, party, shareFen) };
  });
}

function roundColumn(columns: ExactColumns, party: string, shareFen: Fen): Cell[] {
  const cells = columns.column(party);
  const rounded = apportion(
    cells.map(({ exactPico }) => inFen(exactPico)),
    shareFen,
  );
  return cells.map(({ row, exactPico }, index) => ({ row, fen: rounded[index] as Fen, exactPico }));
}
