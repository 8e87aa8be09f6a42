import './words';
import type { View } from '@ciyuan/client';
import { Form } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answerOf, client } from '../../api/client';
import { ChoiceField, TextField, filledIn } from '../../parts/field';
import { FormButton } from '../../parts/form-button';

interface NewCustomer {
  readonly code: string;
  readonly kind: View<'CustomerView'>['kind'];
  readonly name: string;
  readonly region: string;
  readonly registrationNumber?: string;
  readonly documentNumber?: string;
}

const KINDS: readonly NewCustomer['kind'][] = ['organisation', 'one_person_company', 'person'];

/** Makes a customer known, and leads to it. Of a person the document's number alone is asked, which goes nowhere. */
export function RegisterCustomer(): ReactNode {
  const { t } = useTranslation('customers');
  const navigate = useNavigate();
  return (
    <FormButton<NewCustomer, View<'CustomerView'>>
      type="primary"
      label={t('register')}
      initialValues={{ kind: 'organisation', region: 'CN-SH' }}
      fields={
        <>
          <ChoiceField
            name="kind"
            label={t('kind')}
            isRequired
            options={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          />
          <TextField name="code" label={t('code')} isRequired />
          <TextField name="name" label={t('name')} isRequired />
          <TextField name="region" label={t('region')} isRequired help={t('regionHelp')} />
          <Form.Item noStyle dependencies={['kind']}>
            {({ getFieldValue }) =>
              getFieldValue('kind') === 'person' ? (
                <TextField name="documentNumber" label={t('document')} isRequired help={t('documentHelp')} />
              ) : (
                <TextField name="registrationNumber" label={t('registration')} isRequired />
              )
            }
          </Form.Item>
        </>
      }
      run={(customer) => answerOf(client.POST('/v1/customers', { body: filledIn(customer) }))}
      onDone={({ code }) => void navigate(`/customers/${code}`)}
    />
  );
}
