import './words';
import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from './loading';
import type { ChartProps } from './echarts-chart';

const EChartsChart = lazy(() => import('./echarts-chart'));

/** The code of charts is loaded when the first one is shown. */
export function Chart(props: ChartProps): ReactNode {
  const { t } = useTranslation('parts');
  return (
    <div
      style={{ minHeight: props.height, marginBottom: 12 }}
      role="img"
      aria-label={`${t('chart')}: ${props.label}`}
    >
      <Suspense fallback={<Loading rows={5} />}>
        <EChartsChart {...props} />
      </Suspense>
    </div>
  );
}
