import { formatYuan } from '@ciyuan/core/kernel';
import type { StoredLine } from '@ciyuan/modules/settlement';
import type { LineTotals } from './line-totals';
import { groupedText, withPlaces, yuanText } from './plain-text';

export interface PdfColumn {
  readonly chinese: string;
  readonly english: string;
  /** Points, its padding included; all together they fill a page. */
  readonly width: number;
  /** `point`: numbers stand with their decimal points below each other. */
  readonly align: 'left' | 'right' | 'point';
}

export const textColumn = (chinese: string, english: string, width: number): PdfColumn => ({
  chinese,
  english,
  width,
  align: 'left',
});
export const amountColumn = (chinese: string, english: string, width: number): PdfColumn => ({
  ...textColumn(chinese, english, width),
  align: 'right',
});

export const PDF_COLUMNS: readonly PdfColumn[] = [
  amountColumn('行', 'Line', 30),
  textColumn('类型', 'Line kind', 44),
  textColumn('归属月', 'Origin', 40),
  textColumn('套餐', 'Plan', 66),
  textColumn('模型', 'Model', 98),
  textColumn('厂商', 'Vendor', 58),
  textColumn('算力方', 'Compute', 66),
  textColumn('渠道', 'Channel', 48),
  textColumn('计费', 'Kind', 46),
  amountColumn('记录数', 'Records', 50),
  amountColumn('词元', 'Tokens', 70),
  { ...amountColumn('含税收入', 'Gross', 96), align: 'point' },
  amountColumn('分成', 'Share', 57.89),
];

const LINE_KINDS: Readonly<Record<StoredLine['lineKind'], string>> = {
  share: '分成 share',
  guarantee: '保底 guarantee',
  adjustment: '调整 adjustment',
  dispute: '争议 dispute',
  clawback: '追回 clawback',
  minimum: '补足 minimum',
  advance: '预付补足 advance',
  recoupment: '扣回 recoupment',
  commitment: '采购保底 commitment',
  conversion: '币种折算 conversion',
};

export function pdfCells({ key, ...line }: StoredLine): string[] {
  return [
    String(line.line),
    LINE_KINDS[line.lineKind],
    line.originMonth,
    line.plan ?? '',
    key?.model ?? line.reference ?? '',
    key?.vendor ?? '',
    key?.computeOwner ?? '',
    key?.channel ?? '',
    key === null ? '' : `${key.kind}${key.paid ? '' : ' 赠送 free'}`,
    groupedText(String(line.records)),
    groupedText(String(line.tokens)),
    groupedText(withPlaces(formatYuan(line.gross))),
    groupedText(yuanText(line.shareFen)),
  ];
}

export const pdfTotalCells = (totals: LineTotals): string[] => [
  '',
  '合计 Total',
  ...Array<string>(7).fill(''),
  groupedText(String(totals.records)),
  groupedText(String(totals.tokens)),
  groupedText(withPlaces(formatYuan(totals.gross))),
  groupedText(yuanText(totals.shareFen)),
];
