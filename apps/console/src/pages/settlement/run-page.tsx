import './words';
import type { View } from '@ciyuan/client';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { answerOf, client } from '../../api/client';
import { AddressTabs } from '../../parts/address-tabs';
import { Facts } from '../../parts/facts';
import { Count, Money } from '../../parts/figures';
import { Instant } from '../../parts/instant';
import { Loaded } from '../../parts/loaded';
import { Page } from '../../parts/page';
import { PlainTable } from '../../parts/plain-table';
import { MONEY_READERS, useMay } from '../../session/may';
import { ExportsOfRun } from './exports-of-run';
import { RunActions } from './run-actions';
import { RunDifferences } from './run-differences';
import { RunManifest } from './run-manifest';
import { RunStatements } from './run-statements';
import { RunVariances } from './run-variances';
import { SettlementState } from './settlement-state';

type RunDetails = View<'RunDetailsView'>;

export function RunPage(): ReactNode {
  const { t } = useTranslation('settlement');
  const { id = '' } = useParams();
  const query = useQuery({
    queryKey: ['settlement-run', id],
    queryFn: () => answerOf(client.GET('/v1/settlement-runs/{id}', { params: { path: { id: Number(id) } } })),
  });
  const { data: run } = query;
  return (
    <Page
      title={t('run', { id })}
      aside={run === undefined ? null : <SettlementState state={run.state} />}
      crumbs={[{ title: t('runs'), to: '/settlement-runs' }]}
      actions={run === undefined ? null : <RunActions run={run} />}
    >
      <Loaded query={query}>{(found) => <RunDetailsTabs run={found} />}</Loaded>
    </Page>
  );
}

function RunDetailsTabs({ run }: { readonly run: RunDetails }): ReactNode {
  const { t } = useTranslation('settlement');
  const mayReadJobs = useMay(MONEY_READERS);
  const exportsTab = <ExportsOfRun runId={run.id} isSuperseded={run.state === 'superseded'} />;
  const facts = [
    { label: t('month'), value: run.month },
    { label: t('version'), value: run.version },
    { label: t('kind'), value: t(`kinds.${run.kind}`) },
    { label: t('createdBy'), value: run.createdBy },
    { label: t('createdAt'), value: <Instant at={run.createdAt} /> },
    { label: t('approvedBy'), value: run.approvedBy },
    { label: t('approvedAt'), value: <Instant at={run.approvedAt} /> },
    { label: t('postedAt'), value: <Instant at={run.postedAt} /> },
    { label: t('inputs'), value: <code>{run.inputDigest}</code>, isWide: true },
  ];
  const tabs = [
    { key: 'statements', label: t('statements'), children: <RunStatements runId={run.id} kind={run.kind} /> },
    { key: 'totals', label: t('totals'), children: <RunTotals run={run} /> },
    { key: 'variances', label: t('variances'), children: <RunVariances runId={run.id} /> },
    {
      key: 'differences',
      label: t('differences'),
      children: <RunDifferences runId={run.id} version={run.version} />,
    },
    { key: 'manifest', label: t('manifest'), children: <RunManifest runId={run.id} /> },
    ...(mayReadJobs ? [{ key: 'exports', label: t('exports'), children: exportsTab }] : []),
  ];
  return (
    <>
      <Facts facts={facts} />
      <AddressTabs tabs={tabs} />
    </>
  );
}

function RunTotals({ run: { totals, splits } }: { readonly run: RunDetails }): ReactNode {
  const { t } = useTranslation('settlement');
  return (
    <>
      <PlainTable
        label={t('totals')}
        rows={totals}
        rowKey={({ currency }) => currency}
        columns={[
          { title: t('currency'), render: ({ currency }) => currency },
          { title: t('statements'), render: ({ statements }) => <Count of={statements} />, isFigure: true },
          { title: t('paid'), render: ({ paid }) => <Money amount={paid} />, isFigure: true },
          { title: t('net'), render: ({ net }) => <Money amount={net} />, isFigure: true },
          { title: t('tax'), render: ({ tax }) => <Money amount={tax} />, isFigure: true },
          { title: t('payable'), render: ({ payable }) => <Money amount={payable} />, isFigure: true },
        ]}
      />
      <h2>{t('splits')}</h2>
      <PlainTable
        label={t('splits')}
        rows={splits}
        rowKey={({ originMonth, splitRuleVersion, currency }) =>
          `${originMonth} ${splitRuleVersion} ${currency}`
        }
        columns={[
          { title: t('origin'), render: ({ originMonth }) => originMonth },
          { title: t('rule'), render: ({ splitRuleVersion }) => splitRuleVersion, isFigure: true },
          { title: t('currency'), render: ({ currency }) => currency },
          { title: t('lines'), render: ({ lines }) => <Count of={lines} />, isFigure: true },
          { title: t('paid'), render: ({ paid }) => <Money amount={paid} />, isFigure: true },
          { title: t('net'), render: ({ net }) => <Money amount={net} />, isFigure: true },
          { title: t('tax'), render: ({ tax }) => <Money amount={tax} />, isFigure: true },
        ]}
      />
    </>
  );
}
