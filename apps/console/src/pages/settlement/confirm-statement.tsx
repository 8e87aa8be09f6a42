import './words';
import type { View } from '@ciyuan/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { ActionButton } from '../../parts/action-button';
import { TextField } from '../../parts/field';
import { FormButton } from '../../parts/form-button';
import { useSession } from '../../session/session';

interface OnWhoseWord {
  readonly note: string;
}

/** The party says that its statement is right; staff may say so in its name, and on whose word. */
export function ConfirmStatement({ statement }: { readonly statement: View<'StatementView'> }): ReactNode {
  const { t } = useTranslation('settlement');
  const { role } = useSession();
  const { runId, party, currency } = statement;
  const params = { path: { runId, party }, query: { currency } };
  const confirm = (body: Partial<OnWhoseWord>) =>
    answerOf(client.POST('/v1/statements/{runId}/{party}/confirmation', { params, body }));
  if (role === 'partner')
    return (
      <ActionButton
        type="primary"
        label={t('confirmOwn')}
        question={t('confirmOwnQuestion')}
        run={() => confirm({})}
      />
    );
  return (
    <FormButton<OnWhoseWord, unknown>
      type="primary"
      label={t('confirm')}
      fields={<TextField name="note" label={t('confirmNote')} help={t('confirmQuestion')} isRequired />}
      run={({ note }) => confirm({ note: note.trim() })}
    />
  );
}
