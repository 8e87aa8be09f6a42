import './words';
import type { View } from '@ciyuan/client';
import { useQuery } from '@tanstack/react-query';
import { Alert, Flex } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { Download } from '../../parts/download';
import { Money } from '../../parts/figures';
import { Loading } from '../../parts/loading';
import { PlainTable } from '../../parts/plain-table';
import { DifferentLines } from './different-lines';

type Differences = View<'RunsDifferencesView'>;

interface RunDifferencesProps {
  readonly runId: number;
  readonly version: number;
}

/** What a version changed against the one before it: party by party, and the lines that moved most. */
export function RunDifferences({ runId, version }: RunDifferencesProps): ReactNode {
  const { t } = useTranslation('settlement');
  const params = { path: { id: runId } };
  const isFirst = version === 1;
  const { data, isLoading } = useQuery({
    queryKey: ['settlement-run', runId, 'differences'],
    queryFn: () => answerOf(client.GET('/v1/settlement-runs/{id}/differences', { params })),
    enabled: !isFirst,
  });
  if (isLoading) return <Loading />;
  if (data === undefined) return <Alert type="info" showIcon title={t('noDifferences')} />;
  const { before, after, counts, linesLeftOut } = data;
  return (
    <>
      <Flex gap={16} align="center" style={{ marginBottom: 12 }} wrap>
        <strong>{t('comparedWith', { before: before.version, after: after.version })}</strong>
        <span>{t('counts', { ...counts })}</span>
        {linesLeftOut === 0 ? null : <span>{t('linesLeftOut', { count: linesLeftOut })}</span>}
        <Download href={`/v1/settlement-runs/${runId}/differences/export.csv`} label={t('csv')} />
      </Flex>
      <h2>{t('byParty')}</h2>
      <PartyDifferences parties={data.parties} />
      <h2>{t('lines')}</h2>
      <DifferentLines lines={data.lines} />
    </>
  );
}

function PartyDifferences({ parties }: { readonly parties: Differences['parties'] }): ReactNode {
  const { t } = useTranslation('settlement');
  return (
    <PlainTable
      label={t('byParty')}
      rows={parties}
      rowKey={({ party, currency }) => `${party} ${currency}`}
      columns={[
        { title: t('party'), render: ({ party }) => party },
        { title: t('currency'), render: ({ currency }) => currency },
        { title: t('sharesBefore'), render: ({ before }) => <Money amount={before.share} />, isFigure: true },
        { title: t('sharesAfter'), render: ({ after }) => <Money amount={after.share} />, isFigure: true },
        {
          title: t('shareDifference'),
          render: ({ difference }) => <Money amount={difference.share} />,
          isFigure: true,
        },
      ]}
    />
  );
}
