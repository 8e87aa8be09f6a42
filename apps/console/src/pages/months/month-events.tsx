import './words';
import type { View } from '@ciyuan/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Instant } from '../../parts/instant';
import { PlainTable } from '../../parts/plain-table';

type Event = View<'EventView'>;

/** What was done to a month, the latest first. */
export function MonthEvents({ events }: { readonly events: readonly Event[] }): ReactNode {
  const { t } = useTranslation('months');
  return (
    <PlainTable<Event>
      label={t('events')}
      rows={[...events].reverse()}
      rowKey={({ number }) => number}
      columns={[
        { title: t('event'), render: ({ kind }) => t(`eventKinds.${kind}`, { defaultValue: kind }) },
        {
          title: t('item'),
          render: ({ item }) => (item === null ? '–' : t(`items.${item}`, { defaultValue: item })),
        },
        { title: t('reason'), render: ({ reason }) => reason ?? '–' },
        { title: t('by'), render: ({ by }) => by },
        { title: t('at'), render: ({ at }) => <Instant at={at} /> },
        {
          title: t('run'),
          render: ({ runId }) =>
            runId === null ? '–' : <Link to={`/settlement-runs/${runId}`}>{String(runId)}</Link>,
        },
      ]}
    />
  );
}
