import { readFileSync } from 'node:fs';
import PDFDocument from 'pdfkit';
import type { Statement } from '@ciyuan/modules/settlement';
import { reportDate } from './report-format';
import { unpackFont } from './unpack-font';

/** Points, of A4 laid on its long side. */
export const PAGE = { width: 841.89, height: 595.28, margin: 36, footerHeight: 22 } as const;
export const BODY_BOTTOM = PAGE.height - PAGE.margin - PAGE.footerHeight;
export const INK = '#1d2733';
export const FAINT_INK = '#5c6b7a';
export const RULE_INK = '#c3ccd5';

export type Pdf = PDFKit.PDFDocument;
export type Weight = 'regular' | 'bold';
const WEIGHTS: Readonly<Record<Weight, number>> = { regular: 400, bold: 700 };

const unpacked = new Map<Weight, Buffer>();

/** Chinese, Latin and signs of currencies; of 8,000 characters each document keeps those that it uses. */
function fontOf(weight: Weight): Buffer {
  const known = unpacked.get(weight);
  if (known !== undefined) return known;
  const name = `noto-sans-sc-chinese-simplified-${WEIGHTS[weight]}-normal.woff`;
  const font = unpackFont(readFileSync(require.resolve(`@fontsource/noto-sans-sc/files/${name}`)));
  unpacked.set(weight, font);
  return font;
}

export const openPdf = ({ month, party, currency }: Statement): Pdf =>
  openPaper(`${month} ${party} ${currency}`, reportDate(month));

/** Its pages wait for their numbers until it ends, so it is for documents of some hundred pages. */
export function openPaper(title: string, date: Date): Pdf {
  const pdf = new PDFDocument({
    size: [PAGE.width, PAGE.height],
    margin: 0,
    bufferPages: true,
    lang: 'zh-CN',
    info: {
      Title: title,
      Producer: 'ciyuan',
      Creator: 'ciyuan',
      CreationDate: date,
    },
  });
  for (const weight of Object.keys(WEIGHTS) as Weight[]) pdf.registerFont(weight, fontOf(weight));
  return pdf.font('regular').fillColor(INK);
}

/** One line of text where it is put, whatever its length. */
export function place(pdf: Pdf, text: string, x: number, y: number): void {
  pdf.text(text, x, y, { lineBreak: false });
}

export function placeRight(pdf: Pdf, text: string, right: number, y: number): void {
  place(pdf, text, right - pdf.widthOfString(text), y);
}

export function rule(pdf: Pdf, y: number, colour: string = RULE_INK): void {
  pdf.moveTo(PAGE.margin, y).lineTo(PAGE.width - PAGE.margin, y);
  pdf.lineWidth(0.5).stroke(colour);
}

/** `footer` on the left of every page, its number on the right. */
export function numberPages(pdf: Pdf, footer: string): void {
  const { start, count } = pdf.bufferedPageRange();
  const y = PAGE.height - PAGE.margin - 9;
  for (let page = start; page < start + count; page++) {
    pdf.switchToPage(page);
    pdf.font('regular').fontSize(7.5).fillColor(FAINT_INK);
    place(pdf, footer, PAGE.margin, y);
    const number = page - start + 1;
    placeRight(
      pdf,
      `第 ${number} 页，共 ${count} 页  Page ${number} of ${count}`,
      PAGE.width - PAGE.margin,
      y,
    );
  }
}
