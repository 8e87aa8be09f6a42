export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
}

const GAP = '  ';

/** A table of printable ASCII, each column as wide as its widest cell; what is not ASCII is shown as `?`. */
export function textTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const titles = columns.map(({ title }) => title);
  const cells = [titles, ...rows].map((row) => columns.map((_, index) => ascii(row[index] ?? '')));
  const widths = columns.map((_, index) => Math.max(...cells.map((row) => row[index]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, index) => padded(cell, widths[index] ?? 0, columns[index]?.align))
      .join(GAP)
      .trimEnd();
  const [header = [], ...body] = cells;
  const rule = widths.map((width) => '-'.repeat(width)).join(GAP);
  return [line(header), rule, ...body.map(line)].join('\n');
}

/** A wide character takes two columns on some terminals and one on others: the demo's tables do without. */
const ascii = (text: string): string => text.replace(/[^\x20-\x7e]/gu, '?');

const padded = (cell: string, width: number, align: Column['align'] | undefined): string =>
  align === 'right' ? cell.padStart(width) : cell.padEnd(width);
