import { formatYuan, parseYuan } from '@ciyuan/core/kernel';
import type { Cell, Workbook, Worksheet } from 'exceljs';

/** A formula of a workbook, with what the file says that it comes to and what its cells do: exact decimals. */
export interface Recalculated {
  readonly at: string;
  readonly formula: string;
  readonly cached: string;
  readonly exact: string;
}

/** Every formula that the reports have, calculated from the cells without rounding. */
export function recalculated(workbook: Workbook): Recalculated[] {
  const found: Recalculated[] = [];
  for (const sheet of workbook.worksheets)
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.formula === undefined || cell.formula === '') return;
        const cached = formatYuan(parseYuan(String(cell.result)));
        const exact = formatYuan(valueOf(sheet, cell));
        found.push({ at: `${sheet.name}!${cell.address}`, formula: cell.formula, cached, exact });
      }),
    );
  return found;
}

function valueOf(sheet: Worksheet, cell: Cell): bigint {
  if (cell.formula !== undefined && cell.formula !== '') return evaluated(sheet, cell.formula);
  if (typeof cell.value !== 'number') throw new Error(`${cell.address} is no number`);
  return parseYuan(String(cell.value));
}

function evaluated(sheet: Worksheet, formula: string): bigint {
  const sum = /^SUM\(([A-Z]+)(\d+):\1(\d+)\)$/.exec(formula);
  if (sum !== null) return range(sheet, sum[1] ?? '', Number(sum[2]), Number(sum[3]), () => true);
  const sumIf = /^SUMIF\(([A-Z])2:\1(\d+),("?)([\w.]+)\3,([A-Z]+)2:\5\2\)$/.exec(formula);
  if (sumIf !== null) {
    const [, by = '', last, , criterion, column = ''] = sumIf;
    const counts = (row: number): boolean => sheet.getCell(`${by}${row}`).text === criterion;
    return range(sheet, column, 2, Number(last), counts);
  }
  const terms = [...formula.matchAll(/([+-]?)(?:'([^']+)'!)?([A-Z]+\d+)/g)];
  if (terms.map(([term]) => term).join('') !== formula) throw new Error(`not understood: ${formula}`);
  return terms.reduce((total, [, sign, name, address = '']) => {
    const named = name === undefined ? sheet : sheet.workbook.getWorksheet(name);
    if (named === undefined) throw new Error(`no sheet ${name}`);
    const value = valueOf(named, named.getCell(address));
    return sign === '-' ? total - value : total + value;
  }, 0n);
}

function range(
  sheet: Worksheet,
  column: string,
  first: number,
  last: number,
  counts: (row: number) => boolean,
): bigint {
  let total = 0n;
  for (let row = first; row <= last; row++)
    if (counts(row)) total += valueOf(sheet, sheet.getCell(`${column}${row}`));
  return total;
}
