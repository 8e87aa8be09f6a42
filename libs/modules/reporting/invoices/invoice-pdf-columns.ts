import type { InvoiceLine, RateTotals } from '@ciyuan/modules/billing';
import { amountColumn, textColumn, type PdfColumn } from '../formats/pdf-columns';
import { groupedText, yuanText } from '../formats/plain-text';
import { sumOf, type AccountLines, type Amounts } from './invoice-paper';
import { percentOf, periodOf, tokensOf, wordsOf } from './line-words';

export const INVOICE_COLUMNS: readonly PdfColumn[] = [
  amountColumn('行', 'Line', 30),
  textColumn('说明', 'Description', 232),
  textColumn('账期', 'Period', 106),
  amountColumn('天数', 'Days', 34),
  amountColumn('词元', 'Tokens', 82),
  textColumn('税收编码', 'Tax code', 58),
  amountColumn('税率', 'VAT rate', 40),
  amountColumn('不含税金额', 'Net', 66),
  amountColumn('税额', 'VAT', 56),
  amountColumn('含税金额', 'Gross', 65.89),
];

export const lineCells = (line: InvoiceLine): string[] => [
  String(line.line),
  wordsOf(line),
  periodOf(line),
  line.days === null ? '' : String(line.days),
  groupedText(tokensOf(line)),
  line.taxCode,
  percentOf(line.vatRate),
  ...amountCells(line),
];

export const accountCells = ({ account }: AccountLines): string[] => ['', `账户 Account ${account}`];

export const subtotalCells = ({ account, lines }: AccountLines): string[] =>
  totalCells(`小计 Subtotal ${account}`, sumOf(lines));

export const rateCells = (rate: RateTotals): string[] =>
  totalCells('按税率合计 Total by rate', rate, percentOf(rate.vatRate));

export const totalCells = (words: string, amounts: Amounts, rate = ''): string[] => [
  ...['', words, '', '', '', '', rate],
  ...amountCells(amounts),
];

const amountCells = ({ netFen, taxFen, grossFen }: Amounts): string[] =>
  [netFen, taxFen, grossFen].map((fen) => groupedText(yuanText(fen)));
