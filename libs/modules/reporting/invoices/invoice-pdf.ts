import { finished } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { byteSink } from '../formats/byte-sink';
import { PAGE, numberPages, openPaper, place, type Pdf } from '../formats/pdf-page';
import { pdfTable, type PdfTable } from '../formats/pdf-table';
import type { Write } from '../formats/report-format';
import {
  INVOICE_COLUMNS,
  accountCells,
  lineCells,
  rateCells,
  subtotalCells,
  totalCells,
} from './invoice-pdf-columns';
import { drawHead } from './invoice-pdf-head';
import { TITLES, VOID_MARK, byAccount, isVoid, type InvoicePaper } from './invoice-paper';

/** A page is drawn in so few milliseconds that others have their turn in between. */
const LINES_A_TURN = 100;

/** A document on paper, Chinese and English beside each other: all of its lines, by account. */
export async function invoicePdf(paper: InvoicePaper, write: Write): Promise<void> {
  const { number, kind, issuedAt } = paper.invoice;
  const [chinese, english] = TITLES[kind];
  const pdf = openPaper(`${english} ${number}`, new Date(issuedAt));
  const table = pdfTable(pdf, drawHead(pdf, paper), 0, INVOICE_COLUMNS);
  await drawLines(table, paper);
  if (isVoid(paper)) stampPages(pdf);
  numberPages(pdf, `${chinese} ${english} ${number}${isVoid(paper) ? `  ${VOID_MARK}` : ''}`);
  const sink = byteSink(write);
  pdf.pipe(sink);
  pdf.end();
  await finished(sink);
}

async function drawLines(table: PdfTable, paper: InvoicePaper): Promise<void> {
  for (const group of byAccount(paper.lines)) {
    table.add(accountCells(group), 'bold');
    for (const [index, line] of group.lines.entries()) {
      table.add(lineCells(line));
      if (index % LINES_A_TURN === 0) await setImmediate();
    }
    table.add(subtotalCells(group), 'bold');
  }
  for (const rate of paper.rates) table.add(rateCells(rate));
  table.add(totalCells('合计 Total', paper.invoice), 'bold');
}

/** Across every page, so that none of them alone is taken for a document that stands. */
function stampPages(pdf: Pdf): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    pdf.switchToPage(page);
    pdf.save().fillColor('#b3261e').fillOpacity(0.16).font('bold').fontSize(110);
    const [x, y] = [PAGE.width / 2, PAGE.height / 2];
    pdf.rotate(-24, { origin: [x, y] });
    place(pdf, VOID_MARK, x - pdf.widthOfString(VOID_MARK) / 2, y - 75);
    pdf.restore();
  }
}
