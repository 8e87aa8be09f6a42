import './words';
import type { View } from '@ciyuan/client';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../parts/chart';
import type { ChartProps } from '../../parts/echarts-chart';
import { figureOf } from './margin-rows';

type Month = View<'BreakageView'>['months'][number];

const HEIGHT = 260;
const WIDEST_BAR = 72;

/** What was recognised because it was used, and because it lapsed, month by month. */
export function BreakageChart({ months }: { readonly months: readonly Month[] }): ReactNode {
  const { t } = useTranslation('reports');
  const option = useMemo((): ChartProps['option'] => {
    const numbers = (figure: string): number[] =>
      months.map(({ total }) => Number(figureOf(total, figure) ?? 0));
    return {
      tooltip: { trigger: 'axis' },
      legend: { top: 0 },
      grid: { left: 8, right: 8, top: 40, bottom: 8, containLabel: true },
      xAxis: { type: 'category', data: months.map(({ month, currency }) => `${month} ${currency}`) },
      yAxis: { type: 'value' },
      series: [
        {
          type: 'bar',
          stack: 'net',
          barMaxWidth: WIDEST_BAR,
          name: t('recognised'),
          data: numbers('recognisedNet'),
        },
        {
          type: 'bar',
          stack: 'net',
          barMaxWidth: WIDEST_BAR,
          name: t('breakageNet'),
          data: numbers('breakageNet'),
        },
      ],
    };
  }, [months, t]);
  return <Chart label={t('breakageChart')} option={option} height={HEIGHT} />;
}
