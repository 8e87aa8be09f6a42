import type { Statement } from '@ciyuan/modules/settlement';
import type { CellValue } from 'exceljs';
import type { ControlTotals } from './control-totals';
import { cellText } from './plain-text';
import { versionText } from './proforma-mark';
import { TOTALLED, type TotalledColumn } from './xlsx-lines';
import type { Book } from './xlsx-book';
import { EXACT, FEN, WHOLE, cellNumber, formula, textColumn } from './xlsx-cells';

interface Row {
  readonly label: string;
  readonly value: CellValue;
  readonly numFmt?: string;
  readonly exact?: string;
}

const COLUMNS = [
  textColumn('项目 Item', 'label', 30),
  { header: '值 Value', key: 'value', width: 28 },
  textColumn('精确值 Exact', 'exact', 36),
];

/** The payable is calculated from the rows above it, which the header is one of. */
const SHARE_ROW = 7;
const PAYABLE = `B${SHARE_ROW}+B${SHARE_ROW + 1}-B${SHARE_ROW + 2}-B${SHARE_ROW + 3}+B${SHARE_ROW + 4}`;

/** What the party invoices, and what all lines come to; `totalCells` as sheets of lines name theirs. */
export function writeSummary(
  book: Book,
  statement: Statement,
  totals: ControlTotals,
  totalCells: readonly string[],
): void {
  const sheet = book.addSheet('Summary', COLUMNS);
  for (const row of [...identity(statement), ...invoiced(totals), ...control(totals, totalCells)]) {
    const { label, value, numFmt, exact } = row;
    const added = sheet.addRow({ label, value, exact: exact ?? null });
    added.getCell('value').numFmt = numFmt ?? '@';
    added.getCell('value').alignment = { horizontal: numFmt === undefined ? 'left' : 'right' };
    added.commit();
  }
  sheet.commit();
}

const identity = (statement: Statement): Row[] => [
  { label: '结算方 Party', value: cellText(statement.party) },
  { label: '名称 Name', value: cellText(statement.partyName) },
  { label: '月份 Month', value: statement.month },
  statement.kind === 'proforma'
    ? { label: '版本 Version', value: versionText(statement) }
    : { label: '版本 Version', value: statement.version, numFmt: WHOLE },
  { label: '币种 Currency', value: cellText(statement.currency) },
];

const invoiced = ({ share, vat, withholding, held, released, payable }: ControlTotals): Row[] => [
  { label: '分成 Share', value: cellNumber(share), numFmt: FEN, exact: share },
  { label: '增值税 VAT', value: cellNumber(vat), numFmt: FEN, exact: vat },
  { label: '代扣 Withholding', value: cellNumber(withholding), numFmt: FEN, exact: withholding },
  { label: '暂扣 Held back', value: cellNumber(held), numFmt: FEN, exact: held },
  { label: '释放 Released', value: cellNumber(released), numFmt: FEN, exact: released },
  {
    label: '应付 Payable',
    value: formula(PAYABLE, payable),
    numFmt: FEN,
    exact: payable,
  },
];

function control(totals: ControlTotals, totalCells: readonly string[]): Row[] {
  const row = (label: string, key: TotalledColumn, numFmt: string): Row => {
    const exact = totals[key];
    const sum = totalCells.map((cell) => cell.replace('?', TOTALLED[key])).join('+');
    return { label, value: sum === '' ? cellNumber(exact) : formula(sum, exact), numFmt, exact };
  };
  return [
    { label: '行数 Lines', value: totals.rows, numFmt: WHOLE, exact: String(totals.rows) },
    row('记录数 Records', 'records', WHOLE),
    row('词元 Tokens', 'tokens', WHOLE),
    row('收入 Gross', 'gross', EXACT),
    row('分成合计 Sum of shares', 'share', FEN),
  ];
}
