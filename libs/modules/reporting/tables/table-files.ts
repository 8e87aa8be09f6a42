import type { Write } from '../formats/report-format';
import { provedFile, type Proof } from '../formats/proved-file';
import { csvTable } from './csv-table';
import type { ReportTable, TableRow } from './report-table';
import { xlsxTable } from './xlsx-table';

export const TABLE_FORMATS = ['csv', 'xlsx'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

const WRITERS: Readonly<Record<TableFormat, (table: ReportTable, write: Write) => Promise<void>>> = {
  csv: (table, write) => write(csvTable(table)),
  xlsx: xlsxTable,
};

export interface TableFile extends Proof {
  readonly file: string;
  readonly format: TableFormat;
}

/** What proves the files of a report: nothing in it changes when they are made again of the same figures. */
export interface TableManifest {
  readonly format: string;
  readonly files: readonly TableFile[];
  /** Of lines, without their totals. */
  readonly rows: number;
  /** By group, the totals of the columns that add up. */
  readonly totals: readonly TableRow[];
}

/** The bytes of a report: it is small, and comes whole. */
export async function tableBytes(table: ReportTable, format: TableFormat): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  await WRITERS[format](table, async (piece) => {
    pieces.push(Buffer.from(piece));
  });
  return Buffer.concat(pieces);
}

export async function tableManifest(table: ReportTable, named: string): Promise<TableManifest> {
  const files: TableFile[] = [];
  for (const format of TABLE_FORMATS) {
    const proved = provedFile(async () => undefined);
    await proved.write(await tableBytes(table, format));
    files.push({ file: `${named}.${format}`, format, ...proved.proof() });
  }
  const kept = new Set(table.columns.filter(({ totalled }) => totalled).map(({ key }) => key));
  return {
    format: `ciyuan-${table.name}-1`,
    files,
    rows: table.sections.reduce((sum, { rows }) => sum + rows.length, 0),
    totals: table.totals.map(({ group, total }) => ({
      currency: group,
      ...Object.fromEntries(Object.entries(total).filter(([key]) => kept.has(key))),
    })),
  };
}
