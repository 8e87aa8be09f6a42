import './words';
import { CURRENCIES } from '@ciyuan/core/kernel';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answerOf, client } from '../../api/client';
import { CodeField } from '../../parts/code-field';
import { ChoiceField, TextField, filledIn } from '../../parts/field';
import { FormButton } from '../../parts/form-button';
import { accountPath, type Account } from './accounts-table';

const SEGMENTS = ['consumer', 'enterprise', 'small_firm'];
const same = (value: string) => ({ value, label: value });

interface NewAccount {
  readonly code: string;
  readonly name: string;
  readonly segment: string;
  readonly currency: (typeof CURRENCIES)[number];
  readonly customer?: string;
  readonly region?: string;
}

/** Opens an account, of the customer where one is given, and leads to it. */
export function OpenAccount({ customer }: { readonly customer?: string }): ReactNode {
  const { t } = useTranslation('accounts');
  const navigate = useNavigate();
  return (
    <FormButton<NewAccount, Account>
      type="primary"
      label={t('open')}
      initialValues={{
        segment: 'consumer',
        currency: 'CNY',
        ...(customer === undefined ? {} : { customer }),
      }}
      fields={
        <>
          <TextField name="code" label={t('code')} isRequired />
          <TextField name="name" label={t('name')} isRequired />
          <TextField
            name="segment"
            label={t('segment')}
            isRequired
            help={t('segmentHelp', { segments: SEGMENTS.join(', ') })}
          />
          <ChoiceField name="currency" label={t('currency')} isRequired options={CURRENCIES.map(same)} />
          <CodeField name="customer" kind="customer" label={t('customer')} />
          <TextField name="region" label={t('region')} />
        </>
      }
      run={(account) =>
        answerOf(
          client.POST('/v1/accounts', {
            body: { zone: 'Asia/Shanghai', anchorDay: 1, ...filledIn(account) },
          }),
        )
      }
      onDone={({ code }) => void navigate(accountPath(code))}
    />
  );
}
