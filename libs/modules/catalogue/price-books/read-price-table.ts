import type { DocumentFault } from '@ciyuan/core/catalogue';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import {
  COLUMNS_OF,
  MOST_FAULTS,
  MOST_LINES,
  PRICE_COLUMNS,
  ROW_KINDS,
  faultAt,
  type PriceColumn,
  type PriceRow,
  type PriceTable,
  type RowKind,
} from './price-columns';
import { readPriceRow } from './read-price-row';

/** A line with something in it. */
export interface PlacedRow {
  readonly kind: RowKind;
  readonly line: number;
  readonly cells: PriceRow;
  readonly part: object;
}

/** The lines of a file, read one by one; or every cell that cannot be read. */
export function readPriceTable({
  sheet,
  rows,
}: PriceTable): Result<readonly PlacedRow[], readonly DocumentFault[]> {
  if (rows.length > MOST_LINES) {
    return refuse([faultAt({ sheet, line: MOST_LINES + 1 }, 'too_many_lines', `at most ${MOST_LINES}`)]);
  }
  const header = readHeader(sheet, rows[0] ?? []);
  if (!header.ok) return header;
  const faults: DocumentFault[] = [];
  const placed: PlacedRow[] = [];
  rows.forEach((cells, index) => {
    const place = { sheet, line: index + 1 };
    if (index === 0 || faults.length >= MOST_FAULTS || cells.every((cell) => cell === '')) return;
    const named: Partial<Record<PriceColumn, string>> = {};
    const before = faults.length;
    cells.forEach((cell, position) => {
      const column = header.value[position];
      const at = { ...place, column: column ?? String(position + 1) };
      if (cell === '') return;
      if (column === undefined) faults.push(faultAt(at, 'no_column', 'a cell without a name above it'));
      else if (typeof cell === 'object') faults.push(faultAt(at, cell.code, cell.detail));
      else named[column] = cell;
    });
    if (faults.length > before) return;
    const row = readNamed(named, (column, code, detail) =>
      faults.push(faultAt({ ...place, column }, code, detail)),
    );
    if (row !== undefined) placed.push({ ...row, line: place.line, cells: named });
  });
  return faults.length > 0 ? refuse(faults) : ok(placed);
}

function readNamed(
  row: PriceRow,
  blame: (column: PriceColumn, code: string, detail: string) => void,
): Pick<PlacedRow, 'kind' | 'part'> | undefined {
  const kind = ROW_KINDS.find((one) => one === row.row);
  if (kind === undefined) {
    blame('row', 'unknown_row', `${row.row ?? 'nothing'} is none of ${ROW_KINDS.join(', ')}`);
    return undefined;
  }
  for (const column of Object.keys(row) as PriceColumn[]) {
    if (!COLUMNS_OF[kind].includes(column)) blame(column, 'not_of_this_row', `a ${kind} has no ${column}`);
  }
  return { kind, part: readPriceRow(kind, row, blame) };
}

function readHeader(
  sheet: string,
  cells: PriceTable['rows'][number],
): Result<readonly (PriceColumn | undefined)[], readonly DocumentFault[]> {
  const faults: DocumentFault[] = [];
  const columns = cells.map((cell, index) => {
    if (cell === '') return undefined;
    const column = PRICE_COLUMNS.find((name) => name === cell);
    const at = { sheet, line: 1, column: typeof cell === 'string' ? cell : String(index + 1) };
    if (column === undefined)
      faults.push(faultAt(at, 'unknown_column', `none of ${PRICE_COLUMNS.join(', ')}`));
    else if (cells.indexOf(cell) < index) faults.push(faultAt(at, 'column_twice', 'named further left'));
    return column;
  });
  if (faults.length === 0 && !columns.includes('row')) {
    faults.push(faultAt({ sheet, line: 1, column: 'row' }, 'missing_column', 'says what each line is'));
  }
  return faults.length > 0 ? refuse(faults) : ok(columns);
}
