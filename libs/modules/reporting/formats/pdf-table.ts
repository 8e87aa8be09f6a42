import { PDF_COLUMNS, type PdfColumn } from './pdf-columns';
import {
  BODY_BOTTOM,
  FAINT_INK,
  INK,
  PAGE,
  place,
  placeRight,
  rule,
  type Pdf,
  type Weight,
} from './pdf-page';
import { wrapText } from './wrap-text';

const TEXT_SIZE = 6.8;
const LINE_HEIGHT = 9;
const PADDING = 3;
const HEADER_HEIGHT = 26;
/** The font has no more characters than twice as many. */
const REMEMBERED = 4_096;

export interface PdfTable {
  add(cells: readonly string[], weight?: Weight): void;
  /** Where the next thing goes. */
  bottom(): number;
}

/**
 * Rows of any height below each other, with the header again on top of each page. `places` is how many decimals the
 * numbers have at most that stand with their points below each other.
 */
export function pdfTable(
  pdf: Pdf,
  top: number,
  places: number,
  columns: readonly PdfColumn[] = PDF_COLUMNS,
): PdfTable {
  const widths = { regular: summedWidths(pdf), bold: summedWidths(pdf) };
  let y = header(pdf, top, columns);
  return {
    bottom: () => y,
    add: (cells, weight = 'regular') => {
      pdf.font(weight).fontSize(TEXT_SIZE);
      const wrapped = columns.map((column, index) => linesOf(column, cells[index] ?? '', widths[weight]));
      const height = Math.max(...wrapped.map((lines) => lines.length)) * LINE_HEIGHT + PADDING;
      if (y + height > BODY_BOTTOM) {
        pdf.addPage();
        y = header(pdf, PAGE.margin, columns);
      }
      pdf.font(weight).fontSize(TEXT_SIZE).fillColor(INK);
      row(pdf, wrapped, y + PADDING / 2, places, columns);
      y += height;
      rule(pdf, y);
    },
  };
}

/** A number is never parted: one that is too long stands smaller. */
const linesOf = (column: PdfColumn, text: string, widthOf: (text: string) => number): string[] =>
  column.align === 'left' ? wrapText(text, column.width - 2 * PADDING, widthOf) : [text];

function header(pdf: Pdf, top: number, columns: readonly PdfColumn[]): number {
  pdf.rect(PAGE.margin, top, PAGE.width - 2 * PAGE.margin, HEADER_HEIGHT).fill('#eef2f6');
  eachColumn(columns, (column, left) => {
    const put = (text: string, y: number): void => {
      if (column.align === 'left') place(pdf, text, left + PADDING, y);
      else placeRight(pdf, text, left + column.width - PADDING, y);
    };
    pdf.font('bold').fontSize(7.5).fillColor(INK);
    put(column.chinese, top + 3);
    pdf.font('regular').fontSize(6.5).fillColor(FAINT_INK);
    put(column.english, top + 13.5);
  });
  return top + HEADER_HEIGHT;
}

function row(
  pdf: Pdf,
  cells: readonly (readonly string[])[],
  top: number,
  places: number,
  columns: readonly PdfColumn[],
): void {
  eachColumn(columns, (column, left, index) => {
    const right = left + column.width - PADDING;
    for (const [line, text] of (cells[index] ?? []).entries()) {
      if (text === '') continue;
      const y = top + line * LINE_HEIGHT;
      if (column.align === 'left') place(pdf, text, left + PADDING, y);
      else
        shrunk(
          pdf,
          text,
          right - (column.align === 'point' ? missing(pdf, text, places) : 0),
          y,
          column.width,
        );
    }
  });
}

/** The width of the decimals that a number has less than the longest. */
function missing(pdf: Pdf, text: string, places: number): number {
  const decimals = text.split('.')[1] ?? '';
  return pdf.widthOfString('0'.repeat(places - decimals.length));
}

function shrunk(pdf: Pdf, text: string, right: number, y: number, width: number): void {
  const room = width - PADDING;
  const natural = pdf.widthOfString(text);
  if (natural > room) pdf.fontSize((TEXT_SIZE * room) / natural);
  placeRight(pdf, text, right, y);
  pdf.fontSize(TEXT_SIZE);
}

function eachColumn(
  columns: readonly PdfColumn[],
  visit: (column: PdfColumn, left: number, index: number) => void,
): void {
  let left: number = PAGE.margin;
  for (const [index, column] of columns.entries()) {
    visit(column, left, index);
    left += column.width;
  }
}

/** The sum of its characters' widths: to lay out each name as a whole would take most of the time. */
function summedWidths(pdf: Pdf): (text: string) => number {
  const known = new Map<string, number>();
  const widthOf = (character: string): number => {
    const found = known.get(character) ?? pdf.widthOfString(character);
    if (known.size < REMEMBERED) known.set(character, found);
    return found;
  };
  return (text) => Array.from(text).reduce((sum, character) => sum + widthOf(character), 0);
}
