import './payment-words';
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
import { AllocatePayment } from './allocate-payment';
import { RecordPayment } from './record-payment';

type Payment = View<'PaymentView'>;

/** What was paid for an account, and what bounced. */
export function AccountPayments({ account }: { readonly account: Account }): ReactNode {
  const { t } = useTranslation('accounts');
  const { code } = account;
  const mayBook = useMay(CASHIERS);
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
        columns={useColumns(code)}
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

function useColumns(code: string): ListColumn<Payment>[] {
  const { t } = useTranslation('accounts');
  const mayBook = useMay(CASHIERS);
  return [
    { title: t('number'), render: ({ number }) => number, isFigure: true },
    { title: t('at'), render: ({ at }) => <Instant at={at} />, sort: 'at' },
    { title: t('kind'), render: (one) => <PaymentState payment={one} /> },
    {
      title: t('amount'),
      render: ({ amount, currency }) => <Money amount={amount} currency={currency} />,
      sort: 'amount',
      isFigure: true,
    },
    { title: t('method'), render: ({ method }) => t(`methods.${method}`, { defaultValue: method }) },
    { title: t('reference'), render: ({ reference }) => reference },
    {
      title: t('invoice'),
      render: ({ invoice }) => (invoice === null ? '–' : <Link to={`/invoices/${invoice}`}>{invoice}</Link>),
    },
    {
      title: t('unallocatedShort'),
      render: ({ unallocated }) => <Money amount={unallocated} />,
      isFigure: true,
    },
    { title: t('recordedBy'), render: ({ recordedBy }) => recordedBy },
    ...(mayBook
      ? [{ title: t('actions'), render: (one: Payment) => <PaymentActions code={code} payment={one} /> }]
      : []),
  ];
}

/** What it is; of a reversal also which payment it takes back, and what happened. */
function PaymentState({ payment }: { readonly payment: Payment }): ReactNode {
  const { kind, reversed, reverses, reason } = payment;
  const { t } = useTranslation('accounts');
  if (reversed) return <StateTag tone="bad">{t('bounced')}</StateTag>;
  return (
    <>
      <StateTag tone={kind === 'received' ? 'good' : 'attention'}>
        {t(`paymentKinds.${kind}`, { defaultValue: kind })}
      </StateTag>
      {reverses === null ? null : <div>{t('reversalOf', { number: reverses, reason: reason ?? '' })}</div>}
    </>
  );
}

interface PaymentActionsProps {
  readonly code: string;
  readonly payment: Payment;
}

function PaymentActions({ code, payment }: PaymentActionsProps): ReactNode {
  const { t } = useTranslation('accounts');
  const { number, kind, reversed, unallocated } = payment;
  if (kind !== 'received' || reversed) return null;
  const params = { path: { code, number } };
  return (
    <Flex gap={6}>
      {unallocated === '0' ? null : <AllocatePayment code={code} payment={payment} />}
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
