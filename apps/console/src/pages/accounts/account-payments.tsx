import './words';
import type { View } from '@ciyuan/client';
import { Flex } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { answerOf, client } from '../../api/client';
import { ActionButton } from '../../parts/action-button';
import { Money } from '../../parts/figures';
import { Instant } from '../../parts/instant';
import { ListTable, type ListColumn } from '../../parts/list-table';
import { StateTag } from '../../parts/state-tag';
import { CASHIERS, useMay } from '../../session/may';
import type { Account } from './accounts-table';
import { RecordPayment } from './record-payment';

type Payment = View<'PaymentView'>;

/** What was paid for an account, and what bounced. */
export function AccountPayments({ account }: { readonly account: Account }): ReactNode {
  const { t } = useTranslation('accounts');
  const { code } = account;
  const mayBook = useMay(CASHIERS);
  const columns: ListColumn<Payment>[] = [
    { title: t('number'), render: ({ number }) => number, isFigure: true },
    { title: t('at'), render: ({ at }) => <Instant at={at} />, sort: 'at' },
    { title: t('kind'), render: (one) => <PaymentState payment={one} /> },
    { title: t('amount'), render: ({ amount }) => <Money amount={amount} />, sort: 'amount', isFigure: true },
    { title: t('currency'), render: ({ currency }) => currency },
    { title: t('method'), render: ({ method }) => t(`methods.${method}`, { defaultValue: method }) },
    { title: t('reference'), render: ({ reference }) => reference },
    {
      title: t('invoice'),
      render: ({ invoice }) => (invoice === null ? '–' : <Link to={`/invoices/${invoice}`}>{invoice}</Link>),
    },
    { title: t('recordedBy'), render: ({ recordedBy }) => recordedBy },
    ...(mayBook
      ? [{ title: t('actions'), render: (one: Payment) => <PaymentActions code={code} payment={one} /> }]
      : []),
  ];
  return (
    <>
      {mayBook ? (
        <Flex justify="end" style={{ marginBottom: 12 }}>
          <RecordPayment account={account} />
        </Flex>
      ) : null}
      <ListTable<Payment>
        label={t('tabs.payments')}
        queryKey={['account', code, 'payments']}
        columns={columns}
        rowKey={({ number }) => number}
        initialSort="-at"
        load={async (page) => {
          const query = { account: code, ...page } as object;
          const { payments, next } = await answerOf(client.GET('/v1/payments', { params: { query } }));
          return { items: payments, next };
        }}
      />
    </>
  );
}

function PaymentState({ payment: { kind, reversed } }: { readonly payment: Payment }): ReactNode {
  const { t } = useTranslation('accounts');
  if (reversed) return <StateTag tone="bad">{t('bounced')}</StateTag>;
  return (
    <StateTag tone={kind === 'received' ? 'good' : 'attention'}>
      {t(`paymentKinds.${kind}`, { defaultValue: kind })}
    </StateTag>
  );
}

interface PaymentActionsProps {
  readonly code: string;
  readonly payment: Payment;
}

function PaymentActions({ code, payment: { number, kind, reversed } }: PaymentActionsProps): ReactNode {
  const { t } = useTranslation('accounts');
  if (kind !== 'received' || reversed) return null;
  const params = { path: { code, number } };
  return (
    <Flex gap={6}>
      <ActionButton
        size="small"
        label={t('allocate')}
        question={t('allocateQuestion')}
        run={() =>
          answerOf(client.POST('/v1/accounts/{code}/payments/{number}/allocations', { params, body: {} }))
        }
      />
      <ActionButton
        size="small"
        isDanger
        needsReason
        label={t('reverse')}
        question={t('reverseQuestion')}
        run={(reason) =>
          answerOf(
            client.POST('/v1/accounts/{code}/payments/{number}/reversal', { params, body: { reason } }),
          )
        }
      />
    </Flex>
  );
}
