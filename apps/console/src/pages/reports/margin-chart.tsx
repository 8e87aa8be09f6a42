import './words';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../parts/chart';
import type { ChartProps } from '../../parts/echarts-chart';
import { figureOf, rowName, type MarginMonth } from './margin-rows';

const HEIGHT = 280;
const WIDEST_BAR = 48;
/** More bars than that say nothing; the table has them all. */
const MOST_BARS = 20;

interface MarginChartProps {
  readonly month: MarginMonth;
  readonly by: readonly string[];
}

/** Revenue and cost per million tokens, side by side. */
export function MarginChart({ month, by }: MarginChartProps): ReactNode {
  const { t } = useTranslation('reports');
  const option = useMemo((): ChartProps['option'] | undefined => {
    const bars = month.rows
      .flatMap((row) => {
        const name = rowName(row, by);
        return name === null
          ? []
          : [{ name, figures: row.figures, revenue: numberOf(row.figures, 'revenue') }];
      })
      .sort((a, b) => b.revenue - a.revenue)
      .slice(0, MOST_BARS);
    if (bars.length === 0) return undefined;
    const series = (['revenuePerMillion', 'costPerMillion', 'marginPerMillion'] as const).map((figure) => ({
      type: 'bar' as const,
      barMaxWidth: WIDEST_BAR,
      name: t(figure),
      data: bars.map(({ figures }) => numberOf(figures, figure)),
    }));
    return {
      tooltip: { trigger: 'axis' },
      legend: { top: 0 },
      grid: { left: 8, right: 8, top: 40, bottom: 8, containLabel: true },
      xAxis: { type: 'category', data: bars.map(({ name }) => name), axisLabel: { hideOverlap: true } },
      yAxis: { type: 'value' },
      series,
    };
  }, [month, by, t]);
  if (option === undefined) return null;
  const label = `${t('perMillionChart')} ${month.month} ${month.currency}`;
  return <Chart label={label} option={option} height={HEIGHT} />;
}

/** For the picture alone; what was not used has no price. */
const numberOf = (figures: object, name: string): number => Number(figureOf(figures, name) ?? 0);
