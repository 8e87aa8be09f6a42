import './words';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { CodeField } from '../../parts/code-field';
import { FormButton } from '../../parts/form-button';
import type { Customer } from './customers-page';

/** Makes an organisation part of another one, or of none. */
export function MoveCustomer({ customer: { code, parent } }: { readonly customer: Customer }): ReactNode {
  const { t } = useTranslation('customers');
  return (
    <FormButton<{ parent?: string }, unknown>
      label={t('move')}
      initialValues={{ parent: parent ?? '' }}
      fields={
        <CodeField
          name="parent"
          kind="customer"
          label={`${t('parent')} (${t('code')})`}
          help={t('moveHelp')}
        />
      }
      run={({ parent: wanted = '' }) =>
        answerOf(
          client.POST('/v1/customers/{code}/parent', {
            params: { path: { code } },
            body: { parent: wanted.trim() === '' ? null : wanted.trim() },
          }),
        )
      }
    />
  );
}
