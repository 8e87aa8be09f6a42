import './words';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { CodeField } from '../../parts/code-field';
import { FormButton } from '../../parts/form-button';
import { SELLERS, useMay } from '../../session/may';

/** Says whose an account is that was opened without a customer; once and for all. */
export function AssignCustomer({ code }: { readonly code: string }): ReactNode {
  const { t } = useTranslation('accounts');
  if (!useMay(SELLERS)) return '–';
  return (
    <FormButton<{ customer: string }, unknown>
      size="small"
      label={t('assign')}
      fields={<CodeField name="customer" kind="customer" label={t('customer')} isRequired />}
      run={({ customer }) =>
        answerOf(
          client.POST('/v1/accounts/{code}/customer', {
            params: { path: { code } },
            body: { customer: customer.trim() },
          }),
        )
      }
    />
  );
}
