import './words';
import type { View } from '@ciyuan/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Money } from '../../parts/figures';
import { Instant } from '../../parts/instant';
import { PlainTable } from '../../parts/plain-table';

type Dispute = View<'DisputeReadView'>;

/** What was said of its lines, the latest first. */
export function DisputeEvents({ dispute }: { readonly dispute: Dispute }): ReactNode {
  const { t } = useTranslation('disputes');
  const events = dispute.lines
    .flatMap(({ line, events: told }) => told.map((event, index) => ({ line, index, ...event })))
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : b.index - a.index));
  return (
    <PlainTable
      label={t('events')}
      rows={events}
      rowKey={({ line, index }) => `${line} ${index}`}
      columns={[
        { title: t('line'), render: ({ line }) => line, isFigure: true },
        { title: t('step'), render: ({ step }) => t(`steps.${step}`, { defaultValue: step }) },
        { title: t('granted'), render: ({ granted }) => <Money amount={granted} />, isFigure: true },
        { title: t('reason'), render: ({ reason }) => reason },
        { title: t('by'), render: ({ by }) => by },
        { title: t('at'), render: ({ at }) => <Instant at={at} /> },
      ]}
    />
  );
}
