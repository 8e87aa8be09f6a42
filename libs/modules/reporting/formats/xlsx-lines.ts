import { formatYuan } from '@ciyuan/core/kernel';
import type { StoredLine } from '@ciyuan/modules/settlement';
import type { Worksheet } from 'exceljs';
import { yuanText } from './plain-text';
import { EXACT, FEN, WHOLE, cellNumber, numberColumn, textColumn, textOrEmpty } from './xlsx-cells';

export const LINE_COLUMNS = [
  numberColumn('行 Line', 'line', 10, WHOLE),
  textColumn('类型 Line kind', 'lineKind', 14),
  textColumn('归属月 Origin month', 'originMonth', 14),
  textColumn('套餐 Plan', 'plan', 22),
  textColumn('模型 Model', 'model', 28),
  textColumn('厂商 Vendor', 'vendor', 18),
  textColumn('算力方 Compute owner', 'computeOwner', 20),
  textColumn('渠道 Channel', 'channel', 16),
  textColumn('芯片 Chip kind', 'chipKind', 16),
  textColumn('计费 Kind', 'kind', 12),
  textColumn('付费 Paid', 'paid', 10),
  numberColumn('记录数 Records', 'records', 14, WHOLE),
  numberColumn('词元 Tokens', 'tokens', 18, WHOLE),
  numberColumn('收入 Gross', 'gross', 24, EXACT),
  numberColumn('分成 Share', 'share', 18, FEN),
  textColumn('对方 Counterparty', 'counterparty', 18),
  textColumn('事由 Reference', 'reference', 28),
];

/** Columns with a total below them, by what spreadsheets call them. */
export const TOTALLED = { records: 'L', tokens: 'M', gross: 'N', share: 'O' } as const;
export type TotalledColumn = keyof typeof TOTALLED;

export function writeLine(sheet: Worksheet, line: StoredLine): void {
  const { key } = line;
  const row = sheet.addRow({
    line: line.line,
    lineKind: line.lineKind,
    originMonth: line.originMonth,
    plan: textOrEmpty(line.plan),
    model: textOrEmpty(key?.model),
    vendor: textOrEmpty(key?.vendor),
    computeOwner: textOrEmpty(key?.computeOwner),
    channel: textOrEmpty(key?.channel),
    chipKind: textOrEmpty(key?.chipKind),
    kind: textOrEmpty(key?.kind),
    paid: key === null ? null : String(key.paid),
    records: cellNumber(String(line.records)),
    tokens: cellNumber(String(line.tokens)),
    gross: cellNumber(formatYuan(line.gross)),
    share: cellNumber(yuanText(line.shareFen)),
    counterparty: textOrEmpty(line.counterparty),
    reference: textOrEmpty(line.reference),
  });
  row.commit();
}
