import type { ExportTarget } from '../export-target';
import { csvOperator } from './operator-csv';
import { jsonOperator } from './operator-json';
import type { OperatorReport } from './operator-report';
import { xlsxOperator } from './operator-xlsx';
import { provedFile, type Proof } from './proved-file';
import type { ExportFormat, ReportSettings, Write } from './report-format';

type Written = Exclude<ExportFormat, 'pdf'>;

/** The operator calculates on with its summary: there is none to print. */
const WRITERS: Readonly<Record<Written, (report: OperatorReport, write: Write) => Promise<void>>> = {
  csv: csvOperator,
  xlsx: xlsxOperator,
  json: jsonOperator,
};

export interface OperatorFile extends Proof {
  readonly file: string;
  readonly format: ExportFormat;
  /** By currency, over all statements. */
  readonly totals: OperatorReport['totals'];
}

export async function writeOperatorFiles(
  report: OperatorReport,
  target: ExportTarget,
  { formats }: ReportSettings,
): Promise<readonly OperatorFile[]> {
  const written: OperatorFile[] = [];
  for (const format of formats) {
    if (format === 'pdf') continue;
    const name = `operator-${report.month}${report.mark === undefined ? '' : '-proforma'}.${format}`;
    const file = await target(name);
    const proved = provedFile((piece) => file.write(piece));
    await WRITERS[format](report, proved.write);
    await file.close();
    written.push({ file: name, format, ...proved.proof(), totals: report.totals });
  }
  return written.sort((a, b) => (a.file < b.file ? -1 : 1));
}
