import './words';
import type { View } from '@ciyuan/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answerOf, client } from '../../api/client';
import { Money } from '../../parts/figures';
import { Instant } from '../../parts/instant';
import { ListTable } from '../../parts/list-table';
import { PlainTable } from '../../parts/plain-table';

type Payment = View<'PaymentView'>;

/** What was paid of an invoice, and what is left of it account by account. */
export function InvoicePayments({ invoice }: { readonly invoice: View<'InvoiceDetailsView'> }): ReactNode {
  const { t } = useTranslation('billing');
  return (
    <>
      <ListTable<Payment>
        label={t('payments')}
        queryKey={['payments', invoice.number]}
        rowKey={({ account, number }) => `${account} ${number}`}
        load={async (page) => {
          const query = { invoice: invoice.number, ...page } as object;
          const { payments, next } = await answerOf(client.GET('/v1/payments', { params: { query } }));
          return { items: payments, next };
        }}
        columns={[
          { title: t('at'), render: ({ at }) => <Instant at={at} />, sort: 'at' },
          { title: t('account'), render: ({ account }) => <ToPayments of={account} /> },
          { title: t('kind'), render: ({ kind }) => t(`paymentKinds.${kind}`, { defaultValue: kind }) },
          { title: t('method'), render: ({ method }) => t(`methods.${method}`, { defaultValue: method }) },
          { title: t('reference'), render: ({ reference }) => reference },
          { title: t('by'), render: ({ recordedBy }) => recordedBy },
          { title: t('amount'), render: ({ amount }) => <Money amount={amount} />, isFigure: true },
        ]}
      />
      <h2>{t('parts')}</h2>
      <PlainTable
        label={t('parts')}
        rows={invoice.parts}
        rowKey={({ account }) => account}
        columns={[
          { title: t('account'), render: ({ account }) => <ToPayments of={account} /> },
          { title: t('gross'), render: ({ gross }) => <Money amount={gross} />, isFigure: true },
          { title: t('credited'), render: ({ credited }) => <Money amount={credited} />, isFigure: true },
          { title: t('paid'), render: ({ paid }) => <Money amount={paid} />, isFigure: true },
          { title: t('openAmount'), render: ({ open }) => <Money amount={open} />, isFigure: true },
          { title: t('reported'), render: ({ reported }) => reported ?? '–' },
        ]}
      />
    </>
  );
}

/** Where what was paid for the account is booked, put to invoices and taken back. */
function ToPayments({ of: account }: { readonly of: string }): ReactNode {
  return <Link to={`/accounts/${encodeURIComponent(account)}?tab=payments`}>{account}</Link>;
}
