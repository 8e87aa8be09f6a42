import './words';
import type { View } from '@ciyuan/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { ActionButton } from '../../parts/action-button';
import { useSession, type Role } from '../../session/session';

const MAKERS: readonly Role[] = ['finance', 'maker', 'admin'];
const CHECKERS: readonly Role[] = ['checker', 'admin'];

/** Freezing, and opening again by two people; a month is closed by the issue of its statements. */
export function MonthActions({ details }: { readonly details: View<'MonthDetailsView'> }): ReactNode {
  const { t } = useTranslation('months');
  const { role, login } = useSession();
  const { month, state } = details;
  const params = { path: { month } };
  const last = details.events.at(-1);
  const isAsked = last?.kind === 'reopening_requested';
  return (
    <>
      {state === 'open' && MAKERS.includes(role) ? (
        <ActionButton
          type="primary"
          label={t('freeze')}
          question={t('freezeQuestion')}
          run={() => answerOf(client.POST('/v1/months/{month}/freeze', { params }))}
        />
      ) : null}
      {state === 'frozen' && !isAsked && MAKERS.includes(role) ? (
        <ActionButton
          label={t('reopen')}
          needsReason
          run={(reason) => answerOf(client.POST('/v1/months/{month}/reopen', { params, body: { reason } }))}
        />
      ) : null}
      {state === 'frozen' && isAsked && last.by !== login && CHECKERS.includes(role) ? (
        <ActionButton
          type="primary"
          label={t('approveReopening')}
          question={t('approveReopeningQuestion')}
          run={() => answerOf(client.POST('/v1/months/{month}/reopen/approve', { params }))}
        />
      ) : null}
    </>
  );
}
