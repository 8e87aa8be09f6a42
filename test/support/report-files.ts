import type { StoredLine, Statement } from '@ciyuan/modules/settlement';
import { Workbook } from 'exceljs';
import { statementFile, type ExportedFile } from '../../libs/modules/reporting/formats/statement-file';
import {
  CSV_ALONE,
  type ExportFormat,
  type ReportSettings,
} from '../../libs/modules/reporting/formats/report-format';

export interface WrittenReport {
  readonly bytes: Buffer;
  readonly exported: ExportedFile;
}

/** A statement as a file, its lines in pages. */
export async function writtenReport(
  format: ExportFormat,
  statement: Statement,
  pages: readonly (readonly StoredLine[])[],
  settings: Partial<ReportSettings> = {},
): Promise<WrittenReport> {
  const pieces: Buffer[] = [];
  const write = async (piece: string | Uint8Array): Promise<void> => void pieces.push(Buffer.from(piece));
  const file = await statementFile(statement, format, write, { ...CSV_ALONE, ...settings });
  for (const page of pages) await file.add(page);
  const exported = await file.end();
  return { bytes: Buffer.concat(pieces), exported };
}

export async function readWorkbook(bytes: Uint8Array): Promise<Workbook> {
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  return workbook;
}
