import './words';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { Choice } from '../../parts/choice';
import { dayFromToday } from '../../parts/instant';
import { useListState } from '../../parts/list-state';
import { Loaded } from '../../parts/loaded';
import { Page } from '../../parts/page';
import { Alerts, useAlerts } from './alerts';
import { CommitmentPaces } from './commitment-paces';
import { DailyCharts } from './daily-charts';
import { Headlines } from './headlines';
import { TopModels } from './top-models';

const WINDOWS = [7, 30, 90];
const USUAL_WINDOW = 30;

/** How the business goes, by the days of the books. */
export function DashboardPage(): ReactNode {
  const { t } = useTranslation('dashboard');
  const { filters, setFilter } = useListState();
  const days = Number(filters['days'] ?? USUAL_WINDOW) || USUAL_WINDOW;
  const range = { from: dayFromToday(1 - days), to: dayFromToday(0) };
  const query = useQuery({
    queryKey: ['overview', range],
    queryFn: () => answerOf(client.GET('/v1/overview', { params: { query: range } })),
  });
  const alerts = useAlerts();
  return (
    <Page
      title={t('title')}
      actions={
        <Choice
          label={t('days')}
          value={days}
          options={WINDOWS.map((count) => ({ value: count, label: t('lastDays', { count }) }))}
          onChange={(count) => setFilter('days', count === USUAL_WINDOW ? undefined : String(count))}
          style={{ width: 150 }}
        />
      }
    >
      {/* Nobody knows beforehand how long the list of alerts is: the figures below come with it. */}
      <Loaded query={alerts} rows={12}>
        {(found) => (
          <Loaded query={query} rows={12}>
            {(overview) => (
              <>
                <Alerts alerts={found.alerts} />
                <Headlines overview={overview} />
                <DailyCharts overview={overview} />
                <TopModels overview={overview} />
                <CommitmentPaces />
              </>
            )}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}
