import type { Column } from 'exceljs';
import type { ModelRow, OperatorReport, PartyRow } from './operator-report';
import { reportDate, type Write } from './report-format';
import { openBook, type Book } from './xlsx-book';
import { EXACT, FEN, WHOLE, cellNumber, formula, numberColumn, textColumn, textOrEmpty } from './xlsx-cells';

const PARTY_TEXTS = [
  textColumn('币种 Currency', 'currency', 14),
  textColumn('结算方 Party', 'party', 26),
  textColumn('名称 Name', 'partyName', 30),
];
const PARTY_NUMBERS = [
  numberColumn('行数 Lines', 'rows', 12, WHOLE),
  numberColumn('记录数 Records', 'records', 16, WHOLE),
  numberColumn('词元 Tokens', 'tokens', 20, WHOLE),
  numberColumn('含税收入 Gross', 'gross', 24, EXACT),
  numberColumn('分成 Share', 'share', 18, FEN),
  numberColumn('增值税 VAT', 'vat', 16, FEN),
  numberColumn('代扣 Withholding', 'withholding', 18, FEN),
  numberColumn('暂扣 Held back', 'held', 18, FEN),
  numberColumn('释放 Released', 'released', 18, FEN),
  numberColumn('应付 Payable', 'payable', 18, FEN),
];
const MODEL_TEXTS = [
  textColumn('币种 Currency', 'currency', 14),
  textColumn('类型 Line kind', 'lineKind', 16),
  textColumn('模型 Model', 'model', 30),
  textColumn('计费 Kind', 'kind', 14),
];
const MODEL_NUMBERS = [
  numberColumn('不含税收入 Revenue', 'revenue', 22, FEN),
  numberColumn('成本 Costs', 'costs', 20, FEN),
  numberColumn('运营商留存 Share', 'share', 22, FEN),
];

type Sums = Readonly<Record<string, string | number>>;

interface Table {
  readonly name: string;
  readonly texts: readonly Partial<Column>[];
  readonly numbers: readonly Partial<Column>[];
  readonly rows: readonly (PartyRow | ModelRow)[];
  readonly totals: readonly { readonly currency: string; readonly sums: Sums }[];
}

export async function xlsxOperator(report: OperatorReport, write: Write): Promise<void> {
  const { parties, models, totals } = report;
  const mark = report.mark === undefined ? '' : ' 试算 proforma';
  const book = openBook(write, reportDate(report.month));
  writeTable(book, {
    name: `Models${mark}`,
    texts: MODEL_TEXTS,
    numbers: MODEL_NUMBERS,
    rows: models,
    totals: totals.map((one) => ({ currency: one.currency, sums: { ...one.models } })),
  });
  await book.settle();
  writeTable(book, {
    name: `Parties${mark}`,
    texts: PARTY_TEXTS,
    numbers: PARTY_NUMBERS,
    rows: parties,
    totals: totals.map(({ currency, models: _models, ...sums }) => ({ currency, sums })),
  });
  await book.end();
}

/** Rows, and below them what those of each currency come to. */
function writeTable(book: Book, { name, texts, numbers, rows, totals }: Table): void {
  const columns = [...texts, ...numbers];
  const sheet = book.addSheet(name, columns);
  for (const row of rows) {
    const values: Sums = { ...row };
    const cells = [
      ...texts.map(({ key = '' }) => [key, textOrEmpty(String(values[key] ?? ''))]),
      ...numbers.map(({ key = '' }) => [key, cellNumber(values[key] ?? 0)]),
    ];
    sheet.addRow(Object.fromEntries(cells)).commit();
  }
  const last = rows.length + 1;
  for (const { currency, sums } of totals) {
    const cells = numbers.map(({ key = '' }, index) => {
      const letter = String.fromCharCode('A'.charCodeAt(0) + texts.length + index);
      const named = `SUMIF(A2:A${last},"${currency.replaceAll('"', '""')}",${letter}2:${letter}${last})`;
      return [key, formula(named, String(sums[key] ?? 0))] as const;
    });
    const row = sheet.addRow({
      currency: textOrEmpty(currency),
      [texts[1]?.key ?? '']: '合计 Total',
      ...Object.fromEntries(cells),
    });
    row.font = { bold: true };
    row.commit();
  }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: last, column: columns.length } };
  sheet.commit();
}
