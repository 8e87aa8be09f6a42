import './words';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { answerOf, client } from '../../api/client';
import { ChoiceField, TextField, filledIn } from '../../parts/field';
import { FormButton } from '../../parts/form-button';
import { PARTY_KINDS, type Party } from './party-kinds';

/** Makes a party known, and leads to it. */
export function RegisterParty(): ReactNode {
  const { t } = useTranslation('parties');
  const navigate = useNavigate();
  const kinds = PARTY_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }));
  return (
    <FormButton<Party, Party>
      type="primary"
      label={t('register')}
      initialValues={{ vatRate: '0.06', withholdingRate: '0' }}
      fields={
        <>
          <TextField name="code" label={t('code')} isRequired />
          <TextField name="name" label={t('name')} isRequired />
          <ChoiceField name="kinds" label={t('kindsTitle')} options={kinds} isMultiple isRequired />
          <TextField name="vatRate" label={t('vatRate')} help={t('rateHelp')} />
          <TextField name="withholdingRate" label={t('withholdingRate')} />
        </>
      }
      run={(party) => answerOf(client.POST('/v1/parties', { body: filledIn(party) }))}
      onDone={({ code }) => void navigate(`/parties/${code}`)}
    />
  );
}
