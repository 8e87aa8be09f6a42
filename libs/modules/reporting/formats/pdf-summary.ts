import type { Statement } from '@ciyuan/modules/settlement';
import type { ControlTotals } from './control-totals';
import { FAINT_INK, INK, PAGE, place, placeRight, rule, type Pdf } from './pdf-page';
import { groupedText, withPlaces } from './plain-text';

const ROW_HEIGHT = 17;
const TITLE_HEIGHT = 34;
const VALUES_LEFT = PAGE.margin + 132;
const AMOUNTS_LEFT = 540;
const ROWS = 6;

const TITLES = {
  settlement: ['结算单', 'Settlement statement'],
  proforma: ['试算单', 'Proforma: an indication, not a statement that was issued'],
} as const;

/** Below it the lines begin. */
export const SUMMARY_BOTTOM = PAGE.margin + TITLE_HEIGHT + ROWS * ROW_HEIGHT + 44;

type Entry = readonly [chinese: string, english: string, value: string];

/** Who, when and how much: on top of the first page. */
export function drawSummary(pdf: Pdf, statement: Statement, totals: ControlTotals): void {
  pdf.font('bold').fontSize(18).fillColor(INK);
  const [chinese, english] = TITLES[statement.kind];
  place(pdf, chinese, PAGE.margin, PAGE.margin - 6);
  const titleWidth = pdf.widthOfString(chinese);
  pdf.font('regular').fontSize(11).fillColor(FAINT_INK);
  place(pdf, english, PAGE.margin + titleWidth + 10, PAGE.margin + 2);
  const top = PAGE.margin + TITLE_HEIGHT;
  rule(pdf, top - 6, INK);
  entries(pdf, identity(statement, totals), PAGE.margin, top, (text, y) => place(pdf, text, VALUES_LEFT, y));
  entries(pdf, amounts(totals), AMOUNTS_LEFT, top, (text, y) =>
    placeRight(pdf, text, PAGE.width - PAGE.margin, y),
  );
  pdf.font('bold').fontSize(10).fillColor(INK);
  place(pdf, '明细', PAGE.margin, SUMMARY_BOTTOM - 20);
  pdf.font('regular').fontSize(8).fillColor(FAINT_INK);
  place(pdf, 'Lines', PAGE.margin + 26, SUMMARY_BOTTOM - 18.5);
}

const identity = (statement: Statement, totals: ControlTotals): Entry[] => [
  ['结算方', 'Party', partyText(statement)],
  ['月份', 'Month', `${statement.month}（第 ${statement.version} 版 version ${statement.version}）`],
  ['币种', 'Currency', statement.currency],
  [
    '行数／记录数',
    'Lines / records',
    `${groupedText(String(totals.rows))} ／ ${groupedText(totals.records)}`,
  ],
  ['词元', 'Tokens', groupedText(totals.tokens)],
  ['含税收入', 'Gross', groupedText(withPlaces(totals.gross))],
];

const partyText = ({ party, partyName }: Statement): string =>
  party === partyName ? party : `${partyName}（${party}）`;

const amounts = (totals: ControlTotals): Entry[] => [
  ['分成', 'Share', groupedText(totals.share)],
  ['增值税', 'VAT', groupedText(totals.vat)],
  ['代扣', 'Withholding', groupedText(totals.withholding)],
  ['暂扣', 'Held back', groupedText(totals.held)],
  ['释放', 'Released', groupedText(totals.released)],
  ['应付', 'Payable', groupedText(totals.payable)],
];

function entries(
  pdf: Pdf,
  rows: readonly Entry[],
  left: number,
  top: number,
  put: (value: string, y: number) => void,
): void {
  for (const [index, [chinese, english, value]] of rows.entries()) {
    const y = top + index * ROW_HEIGHT;
    pdf
      .font(english === 'Payable' ? 'bold' : 'regular')
      .fontSize(9.5)
      .fillColor(INK);
    place(pdf, chinese, left, y);
    const labelled = left + pdf.widthOfString(chinese) + 6;
    put(value, y);
    pdf.font('regular').fontSize(7.5).fillColor(FAINT_INK);
    place(pdf, english, labelled, y + 2.2);
  }
}
