import './payment-words';
import './words';
import type { View } from '@ciyuan/client';
import { useQuery } from '@tanstack/react-query';
import { App } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { ChoiceField, filledIn } from '../../parts/field';
import { moneyText } from '../../parts/figures';
import { FormButton } from '../../parts/form-button';
import { receivableQuery } from './receivable';

interface Allocation {
  readonly invoice?: string;
}

interface AllocatePaymentProps {
  readonly code: string;
  readonly payment: View<'PaymentView'>;
}

/** Puts what is left of a payment to one invoice, or to the oldest that are open; and says to which it went. */
export function AllocatePayment({ code, payment }: AllocatePaymentProps): ReactNode {
  const { t } = useTranslation('accounts');
  const { notification } = App.useApp();
  const { data, isPending } = useQuery(receivableQuery(code));
  const { number, currency, unallocated } = payment;
  const open = data?.invoices.filter((one) => one.kind === 'invoice' && one.currency === currency) ?? [];
  return (
    <FormButton<Allocation, View<'AllocatedView'>>
      size="small"
      label={t('allocate')}
      fields={
        <>
          <p>{t('allocateQuestion', { left: moneyText(unallocated, currency) })}</p>
          <ChoiceField
            name="invoice"
            label={t('invoice')}
            help={t('invoiceHelp')}
            isLoading={isPending}
            options={open.map((one) => ({
              value: one.invoice,
              label: `${one.invoice} · ${t('openAmount')} ${moneyText(one.open, currency)}`,
            }))}
          />
        </>
      }
      run={(wanted) =>
        answerOf(
          client.POST('/v1/accounts/{code}/payments/{number}/allocations', {
            params: { path: { code, number } },
            body: filledIn(wanted),
          }),
        )
      }
      onDone={({ allocations, unallocated: left }) =>
        notification.info({
          title: t('allocated', { left: moneyText(left, currency) }),
          description: allocations
            .map(({ invoice, amount }) => `${invoice}: ${moneyText(amount, currency)}`)
            .join('; '),
        })
      }
    />
  );
}
