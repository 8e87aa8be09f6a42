import { formatScaled, formatYuan } from '@ciyuan/core/kernel';
import { ratioText } from '../margin/margin-text';
import { column, type ReportTable, type TableColumn } from '../tables/report-table';
import { breakageRate, type BreakageReport } from './breakage-report';
import type { BreakageFigures } from './breakage.store';

const MILLI_PLACES = 3;

const COLUMNS: readonly TableColumn[] = [
  column.text('month', '月份 Month', 12),
  column.text('currency', '币种 Currency', 12),
  column.text('plan', '套餐 Plan', 24),
  column.exact('soldTokens', '售出词元 Sold', 22),
  column.exact('consumedTokens', '消耗词元 Consumed', 22),
  column.exact('expiredTokens', '过期词元 Expired', 22),
  column.exact('recognisedNet', '消耗收入 Recognised', 24),
  column.exact('breakageNet', '过期收入 Breakage', 24),
  column.rate('breakageRate', '过期率 Breakage %', 18),
];

/** Package tokens with three places, amounts without VAT as exact as they are. */
export const breakageText = (figures: BreakageFigures): Record<string, string | null> => ({
  soldTokens: formatScaled(figures.soldMilli, MILLI_PLACES),
  consumedTokens: formatScaled(figures.consumedMilli, MILLI_PLACES),
  expiredTokens: formatScaled(figures.expiredMilli, MILLI_PLACES),
  recognisedNet: formatYuan(figures.recognisedNet),
  breakageNet: formatYuan(figures.breakageNet),
  breakageRate: ratioText(breakageRate(figures)),
});

export function breakageTable({ until, months, totals }: BreakageReport): ReportTable {
  return {
    name: 'breakage',
    month: until,
    columns: COLUMNS,
    sections: months.map(({ month, currency, rows, total }) => ({
      group: currency,
      rows: rows.map((row) => ({ month, currency, plan: row.plan, ...breakageText(row) })),
      total: { month, currency, plan: '合计 Total', ...breakageText(total) },
    })),
    totals: totals.map(({ currency, figures }) => ({
      group: currency,
      total: { currency, plan: '合计 Total', ...breakageText(figures) },
    })),
  };
}
