import './words';
import { Flex } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { answerOf, client } from '../../api/client';
import { ListTable } from '../../parts/list-table';
import { ASKERS, useMay } from '../../session/may';
import type { Account } from './accounts-table';
import { adjustmentColumns, type Adjustment } from './adjustment-columns';
import { AdjustmentDetails } from './adjustment-details';
import { RequestAdjustment } from './request-adjustment';

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
        columns={adjustmentColumns(t)}
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
