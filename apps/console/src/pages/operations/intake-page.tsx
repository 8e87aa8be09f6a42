import './words';
import type { View } from '@ciyuan/client';
import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Choice } from '../../parts/choice';
import { answerOf, client } from '../../api/client';
import { Chart } from '../../parts/chart';
import { Count } from '../../parts/figures';
import { Instant, instantText } from '../../parts/instant';
import { useListState } from '../../parts/list-state';
import { Loaded } from '../../parts/loaded';
import { Page } from '../../parts/page';
import { PlainTable } from '../../parts/plain-table';

type Intake = View<'IntakeView'>;
type PartnerIntake = View<'PartnerIntakeView'>;

const WINDOWS = [15, 60, 180];
const EVERY_MS = 5_000;
const MINUTE_MS = 60_000;
const CHART_HEIGHT = 240;

export function IntakePage(): ReactNode {
  const { t } = useTranslation('operations');
  const { filters, setFilter } = useListState();
  const minutes = Number(filters['minutes'] ?? WINDOWS[0]);
  const query = useQuery({
    queryKey: ['intake', minutes],
    queryFn: () => answerOf(client.GET('/v1/intake', { params: { query: { minutes } } })),
    refetchInterval: EVERY_MS,
  });
  return (
    <Page
      title={t('intake')}
      actions={
        <Choice
          label={t('minutes')}
          value={minutes}
          options={WINDOWS.map((count) => ({ value: count, label: t('window', { count }) }))}
          onChange={(count: number) => setFilter('minutes', String(count))}
          style={{ width: 160 }}
        />
      }
    >
      <Loaded query={query}>
        {(intake) => (
          <>
            <Card size="small" title={<h2 style={{ fontSize: 15, margin: 0 }}>{t('perMinute')}</h2>}>
              <IntakeChart intake={intake} minutes={minutes} />
            </Card>
            <p>{t('note')}</p>
            <PartnersTable partners={intake.partners} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function IntakeChart({ intake, minutes }: { readonly intake: Intake; readonly minutes: number }): ReactNode {
  const { t } = useTranslation('operations');
  const begins = Date.parse(intake.from);
  const axis = Array.from({ length: minutes }, (_, index) => begins + index * MINUTE_MS);
  const series = intake.partners.map(({ partner, minutes: written }) => {
    const byStart = new Map(written.map((one) => [Date.parse(one.startsAt), one.charged + one.suspended]));
    const data = axis.map((start) => byStart.get(start) ?? 0);
    return { type: 'bar' as const, stack: 'all', name: partner ?? t('several'), data };
  });
  const labels = axis.map((start) => instantText(new Date(start).toISOString()).slice(-8, -3));
  return (
    <Chart
      label={t('perMinute')}
      height={CHART_HEIGHT}
      option={{
        aria: { enabled: true },
        grid: { left: 48, right: 16, top: 32, bottom: 24 },
        legend: { top: 0 },
        tooltip: { trigger: 'axis' },
        xAxis: { type: 'category', data: labels },
        yAxis: { type: 'value', minInterval: 1 },
        series,
      }}
    />
  );
}

function PartnersTable({ partners }: { readonly partners: readonly PartnerIntake[] }): ReactNode {
  const { t } = useTranslation('operations');
  return (
    <PlainTable<PartnerIntake>
      label={t('intake')}
      rows={partners}
      rowKey={({ partner }) => partner ?? ''}
      columns={[
        {
          title: t('partner'),
          render: ({ partner }) =>
            partner === null ? t('several') : <Link to={`/records?partner=${partner}`}>{partner}</Link>,
        },
        {
          title: t('rate'),
          render: ({ recordsPerSecond }) => <Count of={recordsPerSecond} />,
          isFigure: true,
        },
        { title: t('charged'), render: ({ charged }) => <Count of={charged} />, isFigure: true },
        { title: t('suspended'), render: ({ suspended }) => <Count of={suspended} />, isFigure: true },
        { title: t('refused'), render: ({ refused }) => <Count of={refused} />, isFigure: true },
        { title: t('duplicates'), render: ({ duplicates }) => <Count of={duplicates} />, isFigure: true },
        { title: t('conflicts'), render: ({ conflicts }) => <Count of={conflicts} />, isFigure: true },
        { title: t('lastWrite'), render: ({ lastWriteAt }) => <Instant at={lastWriteAt} /> },
        {
          title: t('openSuspense'),
          render: ({ partner, openSuspense }) => (
            <Link to={`/suspense${partner === null ? '' : `?partner=${partner}`}`}>
              <Count of={openSuspense} />
            </Link>
          ),
          isFigure: true,
        },
        {
          title: t('silences'),
          render: ({ silences }) =>
            silences.length === 0
              ? t('noSilences')
              : silences.map(({ from, until }) => (
                  <div key={from}>
                    <Instant at={from} /> – <Instant at={until} />
                  </div>
                )),
        },
      ]}
    />
  );
}
