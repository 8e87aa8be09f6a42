import './words';
import type { View } from '@ciyuan/client';
import { CURRENCIES } from '@ciyuan/core/kernel';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { ChoiceField, TextField, filledIn } from '../../parts/field';
import { FormButton } from '../../parts/form-button';
import { InstantField, fieldOfInstant, instantOfField } from '../../parts/instant-field';
import type { Account } from './accounts-table';

const METHODS = ['bank_transfer', 'wechat_pay', 'alipay', 'unionpay', 'direct_debit'] as const;

interface NewPayment {
  readonly amount: string;
  readonly receivedAt: string;
  readonly method: (typeof METHODS)[number];
  readonly reference: string;
  readonly invoice?: string;
}

type Currency = (typeof CURRENCIES)[number];

/** Books what a customer paid; the same reference again books nothing. */
export function RecordPayment({ account }: { readonly account: Account }): ReactNode {
  const { t } = useTranslation('accounts');
  const currency = account.currency as Currency;
  return (
    <FormButton<NewPayment, View<'PaymentRecordedView'>>
      type="primary"
      label={t('recordPayment')}
      initialValues={{ receivedAt: fieldOfInstant(), method: 'bank_transfer' }}
      fields={
        <>
          <TextField name="amount" label={`${t('amount')} (${account.currency})`} isRequired />
          <InstantField name="receivedAt" label={t('receivedAt')} isRequired />
          <ChoiceField
            name="method"
            label={t('method')}
            isRequired
            options={METHODS.map((value) => ({ value, label: t(`methods.${value}`) }))}
          />
          <TextField name="reference" label={t('reference')} isRequired help={t('referenceHelp')} />
          <TextField name="invoice" label={t('invoice')} help={t('invoiceHelp')} />
        </>
      }
      run={({ receivedAt, ...payment }) =>
        answerOf(
          client.POST('/v1/accounts/{code}/payments', {
            params: { path: { code: account.code } },
            body: { ...filledIn(payment), currency, receivedAt: instantOfField(receivedAt) },
          }),
        )
      }
    />
  );
}
