import { finished } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { formatYuan, type PicoYuan } from '@ciyuan/core/kernel';
import type { StoredLine } from '@ciyuan/modules/settlement';
import { byteSink } from './byte-sink';
import { controlTotals } from './control-totals';
import type { LineTotals } from './line-totals';
import { pdfCells, pdfTotalCells } from './pdf-columns';
import { BODY_BOTTOM, FAINT_INK, PAGE, numberPages, openPdf, place, type Pdf } from './pdf-page';
import { SUMMARY_BOTTOM, drawSummary } from './pdf-summary';
import { pdfTable } from './pdf-table';
import { groupedText, withPlaces } from './plain-text';
import { PROFORMA_MARK } from './proforma-mark';
import type { OpenDocument } from './report-format';

/** What somebody may want to see on paper; the others are only counted. */
export const MOST_PDF_LINES = 5_000;

/** A page is drawn in so few milliseconds that others have their turn in between. */
const LINES_A_TURN = 100;

/** The summary, then the lines as a table. It keeps the lines that it shows, and is drawn when it ends. */
export const pdfStatement: OpenDocument = async (statement, write) => {
  const shown: StoredLine[] = [];
  return {
    add: async (lines) => void shown.push(...lines.slice(0, MOST_PDF_LINES - shown.length)),
    end: async (totals) => {
      const pdf = openPdf(statement);
      drawSummary(pdf, statement, controlTotals([statement], totals));
      await drawLines(pdf, shown, totals);
      const { kind, month, version, party, currency } = statement;
      const mark = kind === 'proforma' ? `  ${PROFORMA_MARK}` : '';
      numberPages(pdf, `${month} v${version}  ${party}  ${currency}${mark}`);
      const sink = byteSink(write);
      pdf.pipe(sink);
      pdf.end();
      await finished(sink);
    },
  };
};

async function drawLines(pdf: Pdf, lines: readonly StoredLine[], totals: LineTotals): Promise<void> {
  const places = lines.reduce((most, { gross }) => Math.max(most, placesOf(gross)), placesOf(totals.gross));
  const table = pdfTable(pdf, SUMMARY_BOTTOM, places);
  for (const [index, line] of lines.entries()) {
    table.add(pdfCells(line));
    if (index % LINES_A_TURN === 0) await setImmediate();
  }
  table.add(pdfTotalCells(totals), 'bold');
  tellOfRest(pdf, totals, table.bottom());
}

const placesOf = (gross: PicoYuan): number => withPlaces(formatYuan(gross)).split('.')[1]?.length ?? 0;

function tellOfRest(pdf: Pdf, { rows }: LineTotals, y: number): void {
  if (rows <= MOST_PDF_LINES) return;
  const rest = groupedText(String(rows - MOST_PDF_LINES));
  const hasRoom = y + 20 <= BODY_BOTTOM;
  if (!hasRoom) pdf.addPage();
  pdf.font('regular').fontSize(8).fillColor(FAINT_INK);
  const text = `其余 ${rest} 行见 CSV 文件，合计含全部行。  ${rest} further lines are in the CSV; the total is of all lines.`;
  place(pdf, text, PAGE.margin, hasRoom ? y + 6 : PAGE.margin);
}
