import './words';
import type { View } from '@ciyuan/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { ChoiceField, TextField, filledIn } from '../../parts/field';
import { FormButton } from '../../parts/form-button';
import type { Account } from './accounts-table';
import { ADJUSTMENT_KINDS } from './adjustment-kinds';
import { AdjustmentFigures } from './adjustment-figures';

interface NewAdjustment {
  readonly kind: (typeof ADJUSTMENT_KINDS)[number];
  readonly amount: string;
  readonly vatRate?: string;
  readonly reason: string;
  readonly reference?: string;
}

/** Asks for a credit, a debit or a refund; the preview says whether others have to sign it. */
export function RequestAdjustment({ account: { code, currency } }: { readonly account: Account }): ReactNode {
  const { t } = useTranslation('accounts');
  const ask = (wanted: NewAdjustment, preview: boolean) =>
    answerOf(
      client.POST('/v1/accounts/{code}/adjustments', {
        params: { path: { code } },
        body: { ...filledIn(wanted), preview },
      }),
    );
  return (
    <FormButton<NewAdjustment, View<'AdjustmentDetailsView'>>
      type="primary"
      label={t('requestAdjustment')}
      initialValues={{ kind: 'goodwill' }}
      fields={
        <>
          <ChoiceField
            name="kind"
            label={t('kind')}
            isRequired
            options={ADJUSTMENT_KINDS.map((value) => ({ value, label: t(`adjustmentKinds.${value}`) }))}
          />
          <TextField name="amount" label={`${t('amountWithVat')} (${currency})`} isRequired />
          <TextField name="vatRate" label={t('vatRate')} help={t('vatHelp')} />
          <TextField name="reason" label={t('reason')} isRequired />
          <TextField name="reference" label={t('ticket')} />
        </>
      }
      preview={async (wanted) => <AdjustmentFigures one={await ask(wanted, true)} />}
      run={(wanted) => ask(wanted, false)}
    />
  );
}
