import { nextMonth } from '@ciyuan/core/kernel';
import type { Statement, StoredLine } from '@ciyuan/modules/settlement';
import type { LineTotals } from './line-totals';

export const EXPORT_FORMATS = ['csv', 'xlsx', 'pdf', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** A sheet of a spreadsheet has 1,048,576 rows; a header and a row of totals are ours. */
export const MOST_ROWS_A_SHEET = 1_048_574;
export const USUAL_ROWS_A_SHEET = 1_000_000;

/** Which files an export consists of. */
export interface ReportSettings {
  /** Each once. */
  readonly formats: readonly ExportFormat[];
  /** Lines of a spreadsheet's sheet; those beyond it go onto a further one. */
  readonly rowsPerSheet: number;
}

export const CSV_ALONE: ReportSettings = { formats: ['csv'], rowsPerSheet: USUAL_ROWS_A_SHEET };

/** Takes the next piece of a file; resolves once the following one may come. */
export type Write = (piece: string | Uint8Array) => Promise<void>;

/** A statement on its way into one file. Between two calls it keeps no more than a page of lines. */
export interface StatementDocument {
  add(lines: readonly StoredLine[]): Promise<void>;
  /** Resolves when the last piece was taken. */
  end(totals: LineTotals): Promise<void>;
}

export type OpenDocument = (
  statement: Statement,
  write: Write,
  settings: ReportSettings,
) => Promise<StatementDocument>;

/** What a file says of when it was made: of the month alone, so that making it again gives the same bytes. */
export const reportDate = (month: string): Date => new Date(`${nextMonth(month)}-01T00:00:00Z`);
