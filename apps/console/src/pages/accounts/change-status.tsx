import './words';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { ActionButton } from '../../parts/action-button';
import type { AccountStatus } from './account-state';
import type { Account } from './accounts-table';

/** Suspends an account, takes it up again, or closes it for good. */
export function ChangeStatus({ account }: { readonly account: Account }): ReactNode {
  const { t } = useTranslation('accounts');
  const { code, status } = account;
  const to = (wanted: AccountStatus, isDanger = false): ReactNode => (
    <ActionButton
      key={wanted}
      label={t(`toStatus.${wanted}`)}
      question={t(`toStatusQuestion.${wanted}`)}
      needsReason
      isDanger={isDanger}
      run={(reason) =>
        answerOf(
          client.POST('/v1/accounts/{code}/status', {
            params: { path: { code } },
            body: { status: wanted, reason },
          }),
        )
      }
    />
  );
  if (status === 'closed') return null;
  return (
    <>
      {status === 'active' ? to('suspended') : to('active')}
      {to('closed', true)}
    </>
  );
}
