import { ZERO, add, sum, type Ratio } from '../kernel';

/** A row of a column: a line by its index, or the top-up to a minimum guarantee. */
export type ColumnRow = number | 'guarantee';

export interface ExactCell {
  readonly row: ColumnRow;
  readonly exactPico: Ratio;
}

/** What each party has of each line before anything is rounded. A party has a cell for each line that names it. */
export class ExactColumns {
  private readonly cells = new Map<string, { row: ColumnRow; exactPico: Ratio }[]>();

  constructor(private readonly residual: string) {}

  /** Rows come in order, so what a party has of the same row is its last cell. */
  add(party: string, row: ColumnRow, amount: Ratio): void {
    let column = this.cells.get(party);
    if (column === undefined) this.cells.set(party, (column = []));
    const last = column[column.length - 1];
    if (last?.row === row) last.exactPico = add(last.exactPico, amount);
    else column.push({ row, exactPico: amount });
  }

  total(party: string): Ratio {
    return sum((this.cells.get(party) ?? []).map((cell) => cell.exactPico));
  }

  column(party: string): readonly ExactCell[] {
    return this.cells.get(party) ?? [];
  }

  /** In order of first appearance, the residual last: the order in which ties of rounding are settled. */
  parties(): string[] {
    return [...[...this.cells.keys()].filter((party) => party !== this.residual), this.residual];
  }
}

/** What the steps of one rule have accumulated, by step and party. */
export class Accumulations {
  private readonly steps: Map<string, Ratio>[] = [];

  get(step: number, party: string): Ratio {
    return this.steps[step]?.get(party) ?? ZERO;
  }

  set(step: number, party: string, amount: Ratio): void {
    (this.steps[step] ??= new Map()).set(party, amount);
  }
}
