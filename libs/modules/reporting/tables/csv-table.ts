import { writeCsv } from '@ciyuan/platform/csv';
import type { ReportTable, TableRow } from './report-table';

const ROW = 'row';

/** Rows are a `line`, a section's `total`, or what all sections of a group come to: `control`. */
export function csvTable({ columns, sections, totals }: ReportTable): Uint8Array {
  const keys = columns.map(({ key }) => key);
  const snake = (key: string): string => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const named = (kind: string, row: TableRow): TableRow => ({
    [ROW]: kind,
    ...Object.fromEntries(keys.map((key) => [snake(key), row[key] ?? null])),
  });
  return writeCsv(
    [ROW, ...keys.map(snake)],
    [
      ...sections.flatMap(({ rows, total }) => [
        ...rows.map((row) => named('line', row)),
        named('total', total),
      ]),
      ...totals.map(({ total }) => named('control', total)),
    ],
  );
}
