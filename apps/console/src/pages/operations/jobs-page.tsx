import './words';
import type { View } from '@ciyuan/client';
import { Progress } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { AsJson } from '../../parts/as-json';
import { ChoiceFilter, Filters } from '../../parts/filters';
import { Count } from '../../parts/figures';
import { Instant } from '../../parts/instant';
import { useListState } from '../../parts/list-state';
import { ListTable } from '../../parts/list-table';
import { Page } from '../../parts/page';
import { StateTag, type StateTone } from '../../parts/state-tag';
import { Term, useTermText } from '../../parts/term';

type Job = View<'JobView'>;

const STATES = ['queued', 'running', 'done', 'failed'] as const;
const TONES: Readonly<Record<string, StateTone>> = {
  queued: 'waiting',
  running: 'waiting',
  done: 'good',
  failed: 'bad',
};
const KINDS = [
  'settlement',
  're_rating',
  'export',
  'focus_export',
  'billing',
  'reconciliation',
  'order_import',
  'renewal',
  'expiry',
  'confirmation',
];
const EVERY_MS = 3_000;

export function JobsPage(): ReactNode {
  const { t } = useTranslation('operations');
  const { filters } = useListState();
  return (
    <Page title={t('jobs')}>
      <JobFilters />
      <ListTable<Job>
        label={t('jobs')}
        queryKey={['jobs', filters]}
        rowKey={({ id }) => id}
        refetchEveryMs={EVERY_MS}
        expanded={({ parameters, result }) => <AsJson value={{ parameters, result }} label={t('detail')} />}
        columns={[
          { title: '#', render: ({ id }) => id, isFigure: true },
          { title: t('kind'), render: ({ kind }) => <Term of="job" code={kind} /> },
          {
            title: t('state'),
            render: ({ state }) => (
              <StateTag tone={TONES[state] ?? 'quiet'}>
                {t(`jobStates.${state}`, { defaultValue: state })}
              </StateTag>
            ),
          },
          { title: t('progress'), render: ({ progress }) => <JobProgress {...progress} />, width: 200 },
          { title: t('requestedBy'), render: ({ requestedBy }) => requestedBy },
          { title: t('requestedAt'), render: ({ requestedAt }) => <Instant at={requestedAt} /> },
          { title: t('finishedAt'), render: ({ finishedAt }) => <Instant at={finishedAt} /> },
          { title: t('attempts'), render: ({ attempts }) => <Count of={attempts} />, isFigure: true },
          { title: t('error'), render: ({ error }) => error ?? '–' },
        ]}
        load={async (page) => {
          const query = { ...filters, ...page } as object;
          const { jobs, next } = await answerOf(client.GET('/v1/jobs', { params: { query } }));
          return { items: jobs, next };
        }}
      />
    </Page>
  );
}

function JobFilters(): ReactNode {
  const { t } = useTranslation('operations');
  const termText = useTermText();
  return (
    <Filters>
      <ChoiceFilter
        name="kind"
        label={t('kind')}
        options={KINDS.map((value) => ({ value, label: termText('job', value) }))}
      />
      <ChoiceFilter
        name="state"
        label={t('state')}
        options={STATES.map((value) => ({ value, label: t(`jobStates.${value}`) }))}
      />
    </Filters>
  );
}

/** How far a job is; a count where nobody knows how much there is. */
function JobProgress({ done, total }: Job['progress']): ReactNode {
  const { t } = useTranslation('operations');
  if (total === null) return <Count of={done} />;
  const percent = total === 0 ? 100 : Math.floor((done * 100) / total);
  return (
    <Progress
      percent={percent}
      status="normal"
      size="small"
      aria-label={t('progress')}
      format={() => `${done} / ${total}`}
    />
  );
}
