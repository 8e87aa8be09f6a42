import './adjustment-words';
import './words';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answerOf, client } from '../../api/client';
import { ChoiceFilter, Filters, TextFilter } from '../../parts/filters';
import { useListState } from '../../parts/list-state';
import { ListTable, type ListColumn } from '../../parts/list-table';
import { Page } from '../../parts/page';
import { adjustmentColumns, adjustmentPath, type Adjustment } from './adjustment-columns';
import { ADJUSTMENT_KINDS } from './adjustment-kinds';

const STATES = ['requested', 'posted', 'rejected', 'withdrawn'] as const;

/** Credits, debits and refunds of all accounts; each is decided on the page of its account. */
export function AdjustmentsPage(): ReactNode {
  const { t } = useTranslation('accounts');
  const { state, kind, account, requestedBy } = useListState().filters;
  const filters = { state, kind, account, requestedBy };
  return (
    <Page title={t('tabs.adjustments')}>
      <Filters>
        <ChoiceFilter
          name="state"
          label={t('status')}
          options={STATES.map((value) => ({ value, label: t(`adjustmentStates.${value}`) }))}
        />
        <ChoiceFilter
          name="kind"
          label={t('kind')}
          options={ADJUSTMENT_KINDS.map((value) => ({ value, label: t(`adjustmentKinds.${value}`) }))}
        />
        <TextFilter name="account" label={t('account')} />
        <TextFilter name="requestedBy" label={t('requestedBy')} />
      </Filters>
      <ListTable<Adjustment>
        label={t('tabs.adjustments')}
        queryKey={['adjustments', filters]}
        columns={useColumns()}
        rowKey={({ account: code, number }) => `${code} ${number}`}
        initialSort="-requestedAt"
        load={async (page) => {
          const query = { ...filters, ...page } as object;
          const { adjustments, next } = await answerOf(client.GET('/v1/adjustments', { params: { query } }));
          return { items: adjustments, next };
        }}
      />
    </Page>
  );
}

function useColumns(): ListColumn<Adjustment>[] {
  const { t } = useTranslation('accounts');
  const [, ...others] = adjustmentColumns(t);
  return [
    {
      title: t('adjustmentOf'),
      render: (one) => <Link to={adjustmentPath(one)}>{`${one.account} · ${one.number}`}</Link>,
    },
    ...others,
  ];
}
