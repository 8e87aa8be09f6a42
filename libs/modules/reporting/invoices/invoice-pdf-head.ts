import { FAINT_INK, INK, PAGE, place, placeRight, rule, type Pdf } from '../formats/pdf-page';
import { groupedText, yuanText } from '../formats/plain-text';
import { wrapText } from '../formats/wrap-text';
import { TITLES, VOID_MARK, amountDue, isVoid, localDay, notesOf, type InvoicePaper } from './invoice-paper';

const ROW_HEIGHT = 15;
const TITLE_HEIGHT = 34;
const PARTY_WIDTH = 250;
const LABEL_WIDTH = 92;
const AMOUNTS_LEFT = 590;

type Entry = readonly [chinese: string, english: string, value: string];

/** Who sells what to whom, and what is due; resolves to where the lines begin. */
export function drawHead(pdf: Pdf, paper: InvoicePaper): number {
  title(pdf, paper);
  const top = PAGE.margin + TITLE_HEIGHT;
  rule(pdf, top - 6, INK);
  const bottoms = [
    entries(pdf, identity(paper), PAGE.margin, top),
    entries(pdf, buyer(paper), PAGE.margin + PARTY_WIDTH + 20, top),
    amounts(pdf, paper, top),
  ];
  return Math.max(...bottoms) + 12;
}

function title(pdf: Pdf, paper: InvoicePaper): void {
  const [chinese, english] = TITLES[paper.invoice.kind];
  pdf.font('bold').fontSize(18).fillColor(INK);
  place(pdf, chinese, PAGE.margin, PAGE.margin - 6);
  const width = pdf.widthOfString(chinese);
  pdf.font('regular').fontSize(11).fillColor(FAINT_INK);
  place(pdf, english, PAGE.margin + width + 10, PAGE.margin + 2);
  pdf.font('bold').fontSize(14).fillColor('#b3261e');
  if (isVoid(paper)) placeRight(pdf, VOID_MARK, PAGE.width - PAGE.margin, PAGE.margin - 2);
}

const identity = ({ invoice, seller, voidRequest }: InvoicePaper): Entry[] => [
  ['号码', 'Number', invoice.number],
  ['开具日期', 'Date', localDay(invoice.issuedAt)],
  ['币种', 'Currency', invoice.currency],
  ['销售方', 'Seller', seller.name],
  ...present('更正', 'Corrects', invoice.corrects),
  ...present('重开', 'Replaces', invoice.replaces),
  ...present('作废日期', 'Void since', dayOrNull(voidRequest?.approvedAt)),
  ...present('作废原因', 'Reason', invoice.state === 'voided' ? (voidRequest?.reason ?? null) : null),
];

const dayOrNull = (at: number | null | undefined): string | null =>
  at === null || at === undefined ? null : localDay(at);

function buyer({ invoice }: InvoicePaper): Entry[] {
  const one = invoice.buyer;
  if (one === null) return [['购买方', 'Buyer', invoice.payer.code]];
  return [
    ['购买方', 'Buyer', one.title],
    ['客户', 'Customer', one.customer],
    ...present('税号', 'Taxpayer id', one.taxpayerId),
    ['发票类型', 'Fapiao', one.fapiaoKind === 'special' ? '专用 special' : '普通 general'],
    ...present('地址', 'Address', one.registeredAddress),
    ...present('电话', 'Phone', one.phone),
    ...present('开户行', 'Bank', one.bankName),
    ...present('账号', 'Account', one.bankAccount),
    ...present('邮箱', 'E-mail', one.email),
  ];
}

const present = (chinese: string, english: string, value: string | null): Entry[] =>
  value === null ? [] : [[chinese, english, value]];

function entries(pdf: Pdf, rows: readonly Entry[], left: number, top: number): number {
  let y = top;
  for (const [chinese, english, value] of rows) {
    label(pdf, chinese, english, left, y);
    pdf.font('regular').fontSize(9).fillColor(INK);
    const room = PARTY_WIDTH - LABEL_WIDTH;
    const lines = wrapText(value, room, (text) => pdf.widthOfString(text));
    for (const [index, text] of lines.entries()) place(pdf, text, left + LABEL_WIDTH, y + index * 11);
    y += ROW_HEIGHT + (lines.length - 1) * 11;
  }
  return y;
}

function amounts(pdf: Pdf, paper: InvoicePaper, top: number): number {
  const { netFen, taxFen, grossFen, creditedFen } = paper.invoice;
  const notes = notesOf(paper);
  const rows: (readonly [chinese: string, english: string, fen: bigint])[] = [
    ['不含税金额', 'Net', netFen],
    ['税额', 'VAT', taxFen],
    ['含税金额', 'Gross', grossFen],
    ...(notes.length === 0 ? [] : [['已冲减', `Credited ${noted(notes)}`, -creditedFen] as const]),
    ['应付金额', 'Amount due', amountDue(paper)],
  ];
  let y = top;
  for (const [chinese, english, fen] of rows) {
    const isDue = english === 'Amount due';
    label(pdf, chinese, english, AMOUNTS_LEFT, y);
    pdf
      .font(isDue ? 'bold' : 'regular')
      .fontSize(isDue ? 11 : 9)
      .fillColor(INK);
    placeRight(pdf, groupedText(yuanText(fen)), PAGE.width - PAGE.margin, y);
    y += ROW_HEIGHT;
  }
  return y;
}

/** There is room for one number. */
const noted = ([first = '', ...more]: readonly string[]): string =>
  more.length === 0 ? first : `${first} + ${more.length}`;

function label(pdf: Pdf, chinese: string, english: string, left: number, y: number): void {
  pdf.font('regular').fontSize(9).fillColor(INK);
  place(pdf, chinese, left, y);
  const width = pdf.widthOfString(chinese);
  pdf.fontSize(7).fillColor(FAINT_INK);
  place(pdf, english, left + width + 5, y + 2);
}
