import './words';
import type { View } from '@ciyuan/client';
import { Card } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../parts/chart';
import type { ChartOption } from '../../parts/echarts-chart';
import { compact } from '../../parts/figures';

type Overview = View<'OverviewView'>;
type Series = NonNullable<ChartOption['series']>;

const HEIGHT = 240;
const MONTH_AND_DAY = 'YYYY-'.length;

/** Of figures for the eye alone; the exact ones stand in tables. */
export function DailyCharts({ overview: { days } }: { readonly overview: Overview }): ReactNode {
  const { t } = useTranslation('dashboard');
  const axis = days.map(({ day }) => day.slice(MONTH_AND_DAY));
  const currencies = [...new Set(days.flatMap(({ revenue }) => revenue.map(({ currency }) => currency)))];
  const revenueOf = (currency: string): Series => {
    const kinds = new Set(days.flatMap(({ revenue }) => revenue.map(({ kind }) => kind)));
    return [...kinds].map((kind) => ({
      type: 'bar' as const,
      stack: 'revenue',
      name: t(`kinds.${kind}`),
      data: days.map(({ revenue }) =>
        revenue
          .filter((one) => one.kind === kind && one.currency === currency)
          .reduce((sum, { amount }) => sum + Number(amount), 0),
      ),
    }));
  };
  const line = (name: string, data: readonly number[]): Series => [
    { type: 'line', name, data: [...data], areaStyle: { opacity: 0.15 }, showSymbol: false },
  ];
  return (
    <div className="columns">
      <DailyChart
        title={t('tokensByDay')}
        axis={axis}
        series={line(
          t('tokens'),
          days.map(({ tokens }) => Number(tokens)),
        )}
      />
      <DailyChart
        title={t('payingByDay')}
        axis={axis}
        series={line(
          t('payingByDay'),
          days.map((day) => day.payingAccounts),
        )}
      />
      {currencies.map((currency) => (
        <DailyChart
          key={currency}
          title={t('revenueByDay', { currency })}
          axis={axis}
          series={revenueOf(currency)}
        />
      ))}
    </div>
  );
}

interface DailyChartProps {
  readonly title: string;
  readonly axis: readonly string[];
  readonly series: Series;
}

function DailyChart({ title, axis, series }: DailyChartProps): ReactNode {
  const option = useMemo<ChartOption>(
    () => ({
      aria: { enabled: true },
      grid: { left: 64, right: 16, top: 32, bottom: 24 },
      legend: { top: 0 },
      tooltip: { trigger: 'axis', valueFormatter: (value) => compact(Number(value)) },
      xAxis: { type: 'category', data: [...axis] },
      yAxis: { type: 'value', axisLabel: { formatter: (value: number) => compact(value) } },
      series,
    }),
    [axis, series],
  );
  return (
    <Card size="small" title={<h2 style={{ fontSize: 15, margin: 0 }}>{title}</h2>}>
      <Chart label={title} option={option} height={HEIGHT} />
    </Card>
  );
}
