import { TOKEN_CLASSES } from '@ciyuan/core/usage';
import { column, type ReportTable, type TableColumn, type TableRow } from '../tables/report-table';
import type { MarginDimension } from './margin-dimension';
import { REVENUE_KINDS, type RevenueKind } from './margin-figures';
import type { MarginMonth, MarginReport, MarginRow } from './margin-report';
import { classKey, marginText } from './margin-text';

const DIMENSIONS: Readonly<Record<MarginDimension, TableColumn>> = {
  model: column.text('model', '模型 Model', 28),
  vendor: column.text('vendor', '厂商 Vendor', 18),
  computeOwner: column.text('computeOwner', '算力方 Compute owner', 20),
  plan: column.text('plan', '套餐 Plan', 22),
  channel: column.text('channel', '渠道 Channel', 16),
  chipKind: column.text('chipKind', '芯片 Chip kind', 16),
};

const REVENUE: Readonly<Record<RevenueKind, string>> = {
  package: '套餐收入 Package',
  usage: '按量收入 Usage',
  breakage: '过期收入 Breakage',
  shortfall: '保底差额 Shortfall',
  fee: '产品费 Fee',
  adjustment: '调整 Adjustment',
};

const FIGURES: readonly TableColumn[] = [
  column.whole('records', '记录数 Records', 14),
  column.whole('tokens', '词元 Tokens', 18),
  column.whole('paidTokens', '付费词元 Paid tokens', 18),
  column.whole('freeTokens', '免费词元 Free tokens', 18),
  column.whole('overdrawTokens', '超额词元 Overdraw tokens', 18),
  ...TOKEN_CLASSES.map((name) => column.whole(classKey(name), name, 16)),
  ...REVENUE_KINDS.map((kind) => column.fen(`${kind}Revenue`, REVENUE[kind], 18)),
  column.fen('revenue', '不含税收入 Revenue', 18),
  column.fen('cost', '分成成本 Cost', 18),
  column.fen('margin', '毛利 Margin', 18),
  column.fen('overdrawCost', '其中超额成本 Overdraw cost', 18),
  column.fen('trialCost', '其中免费成本 Trial cost', 18),
  column.rate('marginPercent', '毛利率 Margin %', 16),
  column.rate('revenuePerMillion', '百万词元收入 Revenue per million', 20),
  column.rate('costPerMillion', '百万词元成本 Cost per million', 20),
  column.rate('marginPerMillion', '百万词元毛利 Margin per million', 20),
];

/** The report as a table: a section for each month and currency, and a total for each currency. */
export function marginTable({ until, by, months, totals }: MarginReport): ReportTable {
  return {
    name: 'margin',
    month: until,
    columns: [
      column.text('month', '月份 Month', 12),
      column.text('currency', '币种 Currency', 12),
      column.text('state', '状态 State', 14),
      column.text('lineKind', '类型 Line kind', 16),
      ...by.map((name) => DIMENSIONS[name]),
      ...FIGURES,
    ],
    sections: months.map((one) => ({
      group: one.currency,
      rows: one.rows.map((row) => rowOf(one, row, by)),
      total: { ...headOf(one), lineKind: '合计 Total', ...marginText(one.total) },
    })),
    totals: totals.map(({ currency, figures }) => ({
      group: currency,
      total: { currency, lineKind: '合计 Total', ...marginText(figures) },
    })),
  };
}

export const marginState = ({ isProvisional }: MarginMonth): string =>
  isProvisional ? 'provisional' : 'issued';

const headOf = (one: MarginMonth): TableRow => ({
  month: one.month,
  currency: one.currency,
  state: marginState(one),
});

const rowOf = (one: MarginMonth, row: MarginRow, by: readonly MarginDimension[]): TableRow => ({
  ...headOf(one),
  lineKind: row.lineKind,
  ...Object.fromEntries(by.map((name, index) => [name, row.values[index] ?? null])),
  ...marginText(row.figures),
});
