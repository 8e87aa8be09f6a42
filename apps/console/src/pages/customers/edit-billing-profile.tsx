import './words';
import type { View } from '@ciyuan/client';
import { Checkbox, Form } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { ChoiceField, TextField, filledIn } from '../../parts/field';
import { FormButton } from '../../parts/form-button';

type Profile = View<'BillingProfileView'>;

interface ProfileValues {
  readonly consolidated: boolean;
  readonly buyerTitle: string;
  readonly fapiaoKind: 'general' | 'special';
  readonly taxpayerId?: string | null;
  readonly registeredAddress?: string | null;
  readonly phone?: string | null;
  readonly bankName?: string | null;
  readonly bankAccount?: string | null;
  readonly email?: string | null;
}

const TEXTS = ['taxpayerId', 'registeredAddress', 'phone', 'bankName', 'bankAccount', 'email'] as const;

interface EditBillingProfileProps {
  readonly code: string;
  readonly name: string;
  readonly profile: Profile | null;
}

/** Says how a customer is billed from the next run on. */
export function EditBillingProfile({ code, name, profile }: EditBillingProfileProps): ReactNode {
  const { t } = useTranslation('customers');
  const kinds = (['general', 'special'] as const).map((value) => ({
    value,
    label: t(`fapiaoKinds.${value}`),
  }));
  return (
    <FormButton<ProfileValues, Profile>
      label={t('editProfile')}
      initialValues={initialOf(profile, name)}
      fields={
        <>
          <Form.Item name="consolidated" valuePropName="checked">
            <Checkbox>{t('consolidated')}</Checkbox>
          </Form.Item>
          <TextField name="buyerTitle" label={t('buyerTitle')} isRequired />
          <ChoiceField
            name="fapiaoKind"
            label={t('fapiaoKind')}
            options={kinds}
            isRequired
            help={t('specialHelp')}
          />
          {TEXTS.map((text) => (
            <TextField key={text} name={text} label={t(text)} />
          ))}
        </>
      }
      run={(values) =>
        answerOf(
          client.PUT('/v1/customers/{code}/billing-profile', {
            params: { path: { code } },
            body: filledIn(values),
          }),
        )
      }
    />
  );
}

function initialOf(profile: Profile | null, name: string): Partial<ProfileValues> {
  if (profile === null) return { consolidated: false, buyerTitle: name, fapiaoKind: 'general' };
  const { consolidated, buyerTitle, fapiaoKind } = profile;
  const texts = Object.fromEntries(TEXTS.map((text) => [text, profile[text]]));
  return {
    ...texts,
    consolidated,
    buyerTitle,
    fapiaoKind: fapiaoKind === 'special' ? 'special' : 'general',
  };
}
