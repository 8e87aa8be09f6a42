import './words';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { FormButton } from '../../parts/form-button';
import { InstantField, fieldOfInstant, instantOfField } from '../../parts/instant-field';

/** Notes when somebody found that a customer is who it says. */
export function VerifyCustomer({ code }: { readonly code: string }): ReactNode {
  const { t } = useTranslation('customers');
  return (
    <FormButton<{ verifiedAt: string }, unknown>
      label={t('verify')}
      initialValues={{ verifiedAt: fieldOfInstant() }}
      fields={<InstantField name="verifiedAt" label={t('verifiedAt')} isRequired help={t('verifyHelp')} />}
      run={({ verifiedAt }) =>
        answerOf(
          client.POST('/v1/customers/{code}/verification', {
            params: { path: { code } },
            body: { verifiedAt: instantOfField(verifiedAt) },
          }),
        )
      }
    />
  );
}
