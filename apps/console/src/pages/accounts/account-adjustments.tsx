import './words';
import type { View } from '@ciyuan/client';
import { Flex } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { answerOf, client } from '../../api/client';
import { Money } from '../../parts/figures';
import { Instant } from '../../parts/instant';
import { ListTable, type ListColumn } from '../../parts/list-table';
import { ASKERS, useMay } from '../../session/may';
import type { Account } from './accounts-table';
import { AdjustmentDetails } from './adjustment-details';
import { AdjustmentState } from './adjustment-state';
import { RequestAdjustment } from './request-adjustment';

type Adjustment = View<'AdjustmentView'>;

/** Credits, debits and refunds that people asked for, and on demand what became of one. */
export function AccountAdjustments({ account }: { readonly account: Account }): ReactNode {
  const { t } = useTranslation('accounts');
  const { code } = account;
  const [search] = useSearchParams();
  const mayAsk = useMay(ASKERS);
  const shown = search.get('adjustment');
  return (
    <>
      {mayAsk ? (
        <Flex justify="end" style={{ marginBottom: 12 }}>
          <RequestAdjustment account={account} />
        </Flex>
      ) : null}
      <ListTable<Adjustment>
        label={t('tabs.adjustments')}
        queryKey={['account', code, 'adjustments']}
        columns={useColumns()}
        rowKey={({ number }) => number}
        initialSort="-requestedAt"
        load={async (page) => {
          const query = { account: code, ...page } as object;
          const { adjustments, next } = await answerOf(client.GET('/v1/adjustments', { params: { query } }));
          return { items: adjustments, next };
        }}
      />
      {shown === null ? null : <AdjustmentDetails code={code} number={Number(shown)} />}
    </>
  );
}

function useColumns(): ListColumn<Adjustment>[] {
  const { t } = useTranslation('accounts');
  return [
    {
      title: t('number'),
      render: ({ number }) => (
        <Link to={`?tab=adjustments&adjustment=${number}`} aria-label={t('adjustment', { number })}>
          {number}
        </Link>
      ),
    },
    { title: t('kind'), render: ({ kind }) => t(`adjustmentKinds.${kind}`, { defaultValue: kind }) },
    { title: t('status'), render: ({ state }) => <AdjustmentState state={state} /> },
    { title: t('amount'), render: ({ amount }) => <Money amount={amount} />, sort: 'amount', isFigure: true },
    { title: t('currency'), render: ({ currency }) => currency },
    { title: t('reason'), render: ({ reason }) => reason },
    { title: t('reference'), render: ({ reference }) => reference ?? '–' },
    { title: t('requestedBy'), render: ({ requestedBy }) => requestedBy },
    {
      title: t('requestedAt'),
      render: ({ requestedAt }) => <Instant at={requestedAt} />,
      sort: 'requestedAt',
    },
  ];
}
