import './words';
import type { View } from '@ciyuan/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { TextField } from '../../parts/field';
import { FormButton } from '../../parts/form-button';
import { Changed } from './changed';
import type { SubscriptionActionProps } from './taken';

interface Pause {
  readonly reason: string;
}

/** Suspends a subscription, or takes its suspension back. */
export function PauseSubscription({ account, subscription }: SubscriptionActionProps): ReactNode {
  const { t } = useTranslation('accounts');
  const params = { path: { code: account.code, id: subscription.subscriptionId } };
  const isSuspended = subscription.suspendedAt !== null;
  const change = ({ reason }: Pause, preview: boolean) => {
    const request = { params, body: { reason: reason.trim(), preview } };
    return answerOf(
      isSuspended
        ? client.POST('/v1/accounts/{code}/subscriptions/{id}/reactivate', request)
        : client.POST('/v1/accounts/{code}/subscriptions/{id}/suspend', request),
    );
  };
  return (
    <FormButton<Pause, View<'SubscriptionChangeView'>>
      size="small"
      label={isSuspended ? t('reactivate') : t('suspend')}
      fields={<TextField name="reason" label={t('reason')} isRequired help={t('pauseHelp')} />}
      preview={async (wanted) => <Changed change={await change(wanted, true)} />}
      run={(wanted) => change(wanted, false)}
    />
  );
}
