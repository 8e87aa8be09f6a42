import type { CellValue } from 'exceljs';
import { cellText, yuanText } from '../formats/plain-text';
import type { Write } from '../formats/report-format';
import { openBook, type Book } from '../formats/xlsx-book';
import { FEN, cellNumber, formula, textColumn } from '../formats/xlsx-cells';
import { TITLES, VOID_MARK, amountDue, isVoid, localDay, notesOf, type InvoicePaper } from './invoice-paper';
import { FOOTED, LINES_SHEET, writeLines } from './invoice-xlsx-lines';

interface SummaryRow {
  readonly label: string;
  readonly value: CellValue;
  /** The digits that prove an amount; only amounts have them. */
  readonly exact?: string;
}

const COLUMNS = [
  textColumn('项目 Item', 'label', 30),
  { header: '值 Value', key: 'value', width: 40 },
  textColumn('精确值 Exact', 'exact', 24),
];

/** A sheet with who, when and how much, and one with the lines; amounts of the first are formulas over the second. */
export async function invoiceXlsx(paper: InvoicePaper, write: Write): Promise<void> {
  const book = openBook(write, new Date(paper.invoice.issuedAt));
  const totalsRow = writeLines(book, paper);
  const identity = identityRows(paper);
  writeSummary(book, [...identity, ...amountRows(paper, totalsRow, identity.length)]);
  await book.end();
}

function writeSummary(book: Book, rows: readonly SummaryRow[]): void {
  const sheet = book.addSheet('Summary', COLUMNS);
  for (const { label, value, exact } of rows) {
    const added = sheet.addRow({ label, value, exact: exact ?? null });
    added.getCell('value').numFmt = exact === undefined ? '@' : FEN;
    added.getCell('value').alignment = { horizontal: exact === undefined ? 'left' : 'right' };
    added.commit();
  }
  sheet.commit();
}

function identityRows(paper: InvoicePaper): SummaryRow[] {
  const { invoice, seller } = paper;
  const { buyer, payer } = invoice;
  const [chinese, english] = TITLES[invoice.kind];
  const fapiao = buyer?.fapiaoKind === 'special' ? '专用 special' : '普通 general';
  const rows: (readonly [label: string, text: string | null | undefined])[] = [
    ['单据 Document', `${chinese} ${english}`],
    ['号码 Number', invoice.number],
    ['状态 State', isVoid(paper) ? VOID_MARK : '有效 final'],
    ['开具日期 Date', localDay(invoice.issuedAt)],
    ['更正 Corrects', invoice.corrects],
    ['重开 Replaces', invoice.replaces],
    ['销售方 Seller', seller.name],
    ['购买方 Buyer', buyer?.title ?? payer.code],
    ['客户 Customer', buyer?.customer],
    ['税号 Taxpayer id', buyer?.taxpayerId],
    ['发票类型 Fapiao', buyer === null ? null : fapiao],
    ['地址 Address', buyer?.registeredAddress],
    ['电话 Phone', buyer?.phone],
    ['开户行 Bank', buyer?.bankName],
    ['账号 Bank account', buyer?.bankAccount],
    ['邮箱 E-mail', buyer?.email],
    ['币种 Currency', invoice.currency],
    ['红字账单 Credit notes', notesOf(paper).join(' ') || null],
  ];
  return rows.flatMap(([label, text]) =>
    text === null || text === undefined ? [] : [{ label, value: cellText(text) }],
  );
}

/** `above` rows stand between the header and these. */
function amountRows(paper: InvoicePaper, totalsRow: number, above: number): SummaryRow[] {
  const { netFen, taxFen, grossFen, creditedFen } = paper.invoice;
  const total = (label: string, key: keyof typeof FOOTED, fen: bigint): SummaryRow => ({
    label,
    value: formula(`'${LINES_SHEET}'!${FOOTED[key]}${totalsRow}`, yuanText(fen)),
    exact: yuanText(fen),
  });
  const due = yuanText(amountDue(paper));
  const [gross, credited] = [above + 4, above + 5];
  return [
    total('不含税金额 Net', 'net', netFen),
    total('税额 VAT', 'tax', taxFen),
    total('含税金额 Gross', 'gross', grossFen),
    total('已冲减 Credited', 'credited', creditedFen),
    {
      label: '应付金额 Amount due',
      value: isVoid(paper) ? cellNumber(due) : formula(`B${gross}-B${credited}`, due),
      exact: due,
    },
  ];
}
