/** Rows as text by column, each under a key that names its table and its place in it. */
export type FigureRows = Map<string, Readonly<Record<string, string>>>;

/** A figure that is not what its records give. */
export interface FigureDifference {
  /** The table and the place in it, such as `journal_line 7/12 2026-10 CNY receivable`. */
  readonly figure: string;
  /** `row` where the whole of it is missing, or should not be there. */
  readonly column: string;
  readonly stored: string;
  readonly computed: string;
}

const ABSENT = 'absent';
const PRESENT = 'present';

/** What is stored against what was computed again, row by row and column by column, in the order of the keys. */
export function compareFigures(stored: FigureRows, computed: FigureRows): FigureDifference[] {
  const differences: FigureDifference[] = [];
  for (const key of [...new Set([...stored.keys(), ...computed.keys()])].sort()) {
    const [has, should] = [stored.get(key), computed.get(key)];
    if (has !== undefined && should !== undefined) differences.push(...compareRow(key, has, should));
    else differences.push(has === undefined ? missingRow(key) : brokenRow(key, ABSENT));
  }
  return differences;
}

/** A row that is not there, and should be. */
export const missingRow = (figure: string): FigureDifference => ({
  figure,
  column: 'row',
  stored: ABSENT,
  computed: PRESENT,
});

/** A row that cannot have come about; `detail` says why. */
export const brokenRow = (figure: string, detail: string): FigureDifference => ({
  figure,
  column: 'row',
  stored: PRESENT,
  computed: detail,
});

/** What the rules cannot make anything of is a difference; what the database refuses is not. */
export function brokenBy(figure: string, error: unknown): FigureDifference {
  if (!(error instanceof Error) || 'code' in error) throw error;
  return brokenRow(figure, error.message);
}

function compareRow(
  figure: string,
  stored: Readonly<Record<string, string>>,
  computed: Readonly<Record<string, string>>,
): FigureDifference[] {
  return Object.keys(computed)
    .filter((column) => stored[column] !== computed[column])
    .map((column) => ({ figure, column, stored: stored[column] ?? '', computed: computed[column] ?? '' }));
}

/** As stored rows are read: nothing for null, flags as the database writes them. */
export function text(value: string | number | bigint | boolean | null | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}

export function countOf(rows: FigureRows): number {
  let count = 0;
  for (const row of rows.values()) count += Object.keys(row).length;
  return count;
}
