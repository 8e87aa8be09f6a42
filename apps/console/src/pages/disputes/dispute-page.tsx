import './words';
import type { View } from '@ciyuan/client';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { answerOf, client } from '../../api/client';
import { Facts } from '../../parts/facts';
import { Instant } from '../../parts/instant';
import { Loaded } from '../../parts/loaded';
import { Page } from '../../parts/page';
import { DisputeEvents } from './dispute-events';
import { DisputeLines } from './dispute-lines';
import { DueOn } from './due-on';
import { Evidence } from './evidence';

type Dispute = View<'DisputeReadView'>;

interface DisputePageProps {
  /** Where the list is that it was opened from, and where its statement is. */
  readonly base?: string;
  readonly statements?: string;
}

export function DisputePage({ base = '/disputes', statements = '/statements' }: DisputePageProps): ReactNode {
  const { t } = useTranslation('disputes');
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['dispute', id],
    queryFn: () => answerOf(client.GET('/v1/disputes/{id}', { params: { path: { id: Number(id) } } })),
  });
  return (
    <Page title={t('dispute', { id })} crumbs={[{ title: t('disputes'), to: base }]}>
      <Loaded query={query}>{(dispute) => <Details dispute={dispute} statements={statements} />}</Loaded>
    </Page>
  );
}

interface DetailsProps {
  readonly dispute: Dispute;
  readonly statements: string;
}

function Details({ dispute, statements }: DetailsProps): ReactNode {
  const { t } = useTranslation('disputes');
  const { runId, party, currency, month } = dispute;
  const statement = `${statements}/${runId}/${party}?currency=${encodeURIComponent(currency)}`;
  return (
    <>
      <Facts
        facts={[
          { label: t('party'), value: party },
          { label: t('statement'), value: <Link to={statement}>{`${party} · ${month}`}</Link> },
          { label: t('currency'), value: currency },
          { label: t('openedAt'), value: <Instant at={dispute.openedAt} /> },
          { label: t('openedBy'), value: dispute.openedBy },
          { label: t('dueOn'), value: <DueOn dispute={dispute} /> },
          { label: t('note'), value: dispute.note, isWide: true },
        ]}
      />
      <h2>{t('lines')}</h2>
      <DisputeLines dispute={dispute} />
      <h2>{t('evidence')}</h2>
      <Evidence dispute={dispute} />
      <h2>{t('events')}</h2>
      <DisputeEvents dispute={dispute} />
    </>
  );
}
