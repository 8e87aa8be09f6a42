import type { Statement, StoredLine } from '@ciyuan/modules/settlement';
import { NO_LINES, addTotals, totalsOf, type LineTotals } from './line-totals';
import { versionName } from './proforma-mark';
import { provedFile, type Proof } from './proved-file';
import type { ExportFormat, OpenDocument, ReportSettings, Write } from './report-format';
import { csvStatement } from './statement-csv';
import { jsonStatement } from './statement-json';
import { pdfStatement } from './statement-pdf';
import { xlsxStatement } from './statement-xlsx';

const DOCUMENTS: Readonly<Record<ExportFormat, OpenDocument>> = {
  csv: csvStatement,
  xlsx: xlsxStatement,
  pdf: pdfStatement,
  json: jsonStatement,
};

/** One file of an export: what is in it, and what proves it. */
export interface ExportedFile extends Proof {
  readonly file: string;
  readonly format: ExportFormat;
  readonly statement: Statement;
  readonly totals: LineTotals;
}

/** A statement as one file, page by page; only at the end is all known of it. */
export interface StatementFile {
  add(lines: readonly StoredLine[]): Promise<void>;
  end(): Promise<ExportedFile>;
}

export async function statementFile(
  statement: Statement,
  format: ExportFormat,
  write: Write,
  settings: ReportSettings,
): Promise<StatementFile> {
  const file = fileName(statement, format);
  const proved = provedFile(write);
  const document = await DOCUMENTS[format](statement, proved.write, settings);
  let totals = NO_LINES;
  return {
    add: (lines) => {
      totals = addTotals(totals, totalsOf(lines));
      return document.add(lines);
    },
    end: async () => {
      if (totals.shareFen !== statement.shareFen)
        throw new Error(`${file}: its lines are ${totals.shareFen} fen, its share ${statement.shareFen}`);
      await document.end(totals);
      return { file, format, statement, ...proved.proof(), totals };
    },
  };
}

/** A currency may be any text; a file name may not. */
export const fileName = (statement: Statement, format: ExportFormat): string =>
  `${statement.month}-${versionName(statement)}-${statement.party}-${encodeURIComponent(statement.currency)}.${format}`;
