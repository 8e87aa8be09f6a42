import './words';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../parts/chart';
import type { ChartProps } from '../../parts/echarts-chart';
import { figureOf, rowName, type MarginMonth } from './margin-rows';

const BAR_HEIGHT = 16;
const ROW_HEIGHT = 60;
const REST_HEIGHT = 64;
/** More bars than that say nothing; the table has them all. */
const MOST_BARS = 10;

interface MarginChartProps {
  readonly month: MarginMonth;
  readonly by: readonly string[];
}

/** Revenue and cost per million tokens, side by side. */
export function MarginChart({ month, by }: MarginChartProps): ReactNode {
  const { t } = useTranslation('reports');
  const chart = useMemo((): Pick<ChartProps, 'option' | 'height'> | undefined => {
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
      barMaxWidth: BAR_HEIGHT,
      name: t(figure),
      data: bars.map(({ figures }) => numberOf(figures, figure)),
    }));
    const option: ChartProps['option'] = {
      tooltip: { trigger: 'axis' },
      legend: { top: 0 },
      grid: { left: 8, right: 24, top: 32, bottom: 8, containLabel: true },
      xAxis: { type: 'value' },
      // Lying bars: names of models and owners are long.
      yAxis: { type: 'category', inverse: true, data: bars.map(({ name }) => name) },
      series,
    };
    return { option, height: REST_HEIGHT + ROW_HEIGHT * bars.length };
  }, [month, by, t]);
  if (chart === undefined) return null;
  const label = `${t('perMillionChart')} ${month.month} ${month.currency}`;
  return <Chart label={label} {...chart} />;
}

/** For the picture alone; what was not used has no price. */
const numberOf = (figures: object, name: string): number => Number(figureOf(figures, name) ?? 0);
