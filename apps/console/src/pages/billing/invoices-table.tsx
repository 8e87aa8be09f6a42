import './words';
import type { View } from '@ciyuan/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answerOf, client } from '../../api/client';
import { Money } from '../../parts/figures';
import { Instant } from '../../parts/instant';
import { useListState } from '../../parts/list-state';
import { ListTable, type ListColumn } from '../../parts/list-table';
import { BillingState } from './billing-state';

type Invoice = View<'InvoiceView'>;

/** Invoices and credit notes, of one run or of all. */
export function InvoicesTable({ runId }: { readonly runId?: number }): ReactNode {
  const { t } = useTranslation('billing');
  const { filters } = useListState();
  const fixed = runId === undefined ? {} : { runId };
  const columns: ListColumn<Invoice>[] = [
    {
      title: t('number'),
      render: ({ number }) => <Link to={`/invoices/${number}`}>{number}</Link>,
      sort: 'number',
    },
    { title: t('kind'), render: ({ kind }) => t(`kinds.${kind}`, { defaultValue: kind }) },
    { title: t('state'), render: ({ state }) => <BillingState state={state} /> },
    {
      title: t('payer'),
      render: ({ payer }) => `${payer.code} · ${t(`payerKinds.${payer.kind}`, { defaultValue: payer.kind })}`,
    },
    { title: t('currency'), render: ({ currency }) => currency },
    { title: t('gross'), render: ({ gross }) => <Money amount={gross} />, isFigure: true },
    { title: t('net'), render: ({ net }) => <Money amount={net} />, isFigure: true },
    { title: t('tax'), render: ({ tax }) => <Money amount={tax} />, isFigure: true },
    { title: t('credited'), render: ({ credited }) => <Money amount={credited} />, isFigure: true },
    { title: t('period'), render: ({ period }) => period },
    { title: t('issuedAt'), render: ({ issuedAt }) => <Instant at={issuedAt} />, sort: 'issuedAt' },
  ];
  return (
    <ListTable<Invoice>
      label={t('invoices')}
      queryKey={['invoices', filters, fixed]}
      columns={columns}
      rowKey={({ number }) => number}
      load={async (page) => {
        const query = { ...filters, ...fixed, ...page } as object;
        const { invoices, next } = await answerOf(client.GET('/v1/invoices', { params: { query } }));
        return { items: invoices, next };
      }}
    />
  );
}
