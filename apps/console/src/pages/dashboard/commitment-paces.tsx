import './words';
import type { View } from '@ciyuan/client';
import { useQuery } from '@tanstack/react-query';
import { Card, Progress } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answerOf, client } from '../../api/client';
import { Count } from '../../parts/figures';
import { Instant } from '../../parts/instant';
import { Loaded } from '../../parts/loaded';
import { PlainTable } from '../../parts/plain-table';
import { StateTag } from '../../parts/state-tag';

type Pace = View<'CommitmentPaceView'>;

const percentOf = (share: string): number => Math.round(Number(share) * 100);

/** How much of each promise is used, beside how much of its time is gone. */
export function CommitmentPaces(): ReactNode {
  const { t } = useTranslation('dashboard');
  const query = useQuery({
    queryKey: ['commitment-paces'],
    queryFn: () => answerOf(client.GET('/v1/overview/commitments')),
  });
  const bar = (share: string, name: string): ReactNode => (
    <Progress percent={percentOf(share)} size="small" aria-label={name} style={{ minWidth: 140 }} />
  );
  return (
    <Card size="small" title={<h2 style={{ fontSize: 15, margin: 0 }}>{t('commitments')}</h2>}>
      <Loaded query={query} rows={3}>
        {({ commitments }) => (
          <PlainTable<Pace>
            label={t('commitments')}
            rows={commitments}
            rowKey={({ account, subscription, period }) => `${account} ${subscription} ${period}`}
            empty={t('noCommitments')}
            columns={[
              {
                title: t('account'),
                render: ({ account }) => <Link to={`/accounts/${account}?tab=commitments`}>{account}</Link>,
              },
              { title: t('plan'), render: ({ plan }) => plan },
              {
                title: `${t('used')} / ${t('commitments')}`,
                render: ({ consumed, committed, unit }) => (
                  <>
                    <Count of={consumed} /> / <Count of={committed} /> {unit}
                  </>
                ),
                isFigure: true,
              },
              { title: t('used'), render: ({ usedShare }) => bar(usedShare, t('used')) },
              { title: t('elapsed'), render: ({ elapsedShare }) => bar(elapsedShare, t('elapsed')) },
              { title: t('ends'), render: ({ endsAt }) => <Instant at={endsAt} dateOnly /> },
              {
                title: '',
                render: ({ behind }) => (
                  <StateTag tone={behind ? 'attention' : 'good'}>{t(behind ? 'behind' : 'onTrack')}</StateTag>
                ),
              },
            ]}
          />
        )}
      </Loaded>
    </Card>
  );
}
