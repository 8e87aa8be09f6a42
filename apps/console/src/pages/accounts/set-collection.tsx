import './words';
import type { View } from '@ciyuan/client';
import { Form } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { ChoiceField, TextField, filledIn } from '../../parts/field';
import { FormButton } from '../../parts/form-button';
import { InstantField, instantOfField } from '../../parts/instant-field';

interface NewCollection {
  readonly method: 'invoice' | 'phone_bill';
  readonly billingId?: string;
  readonly phoneNumber?: string;
  readonly effectiveFrom?: string;
}

/** Says how an account pays what becomes final from an instant on. */
export function SetCollection({ code }: { readonly code: string }): ReactNode {
  const { t } = useTranslation('accounts');
  const methods = (['invoice', 'phone_bill'] as const).map((value) => ({
    value,
    label: t(`collections.${value}`),
  }));
  return (
    <FormButton<NewCollection, View<'CollectionView'>>
      label={t('setCollection')}
      initialValues={{ method: 'invoice' }}
      fields={
        <>
          <ChoiceField name="method" label={t('method')} isRequired options={methods} />
          <Form.Item noStyle dependencies={['method']}>
            {({ getFieldValue }) =>
              getFieldValue('method') === 'phone_bill' ? (
                <>
                  <TextField name="billingId" label={t('billingId')} />
                  <TextField name="phoneNumber" label={t('phoneNumber')} />
                </>
              ) : null
            }
          </Form.Item>
          <InstantField name="effectiveFrom" label={t('effectiveFrom')} help={t('fromNow')} />
        </>
      }
      run={({ effectiveFrom = '', ...values }) =>
        answerOf(
          client.PUT('/v1/accounts/{code}/collection', {
            params: { path: { code } },
            body: {
              ...filledIn(values),
              ...(effectiveFrom === '' ? {} : { effectiveFrom: instantOfField(effectiveFrom) }),
            },
          }),
        )
      }
    />
  );
}
