import './words';
import type { View } from '@ciyuan/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { FormButton } from '../../parts/form-button';
import { Changed } from './changed';
import type { SubscriptionActionProps } from './taken';

/** Takes back an end that is still to come. */
export function ResumeSubscription({ account, subscription }: SubscriptionActionProps): ReactNode {
  const { t } = useTranslation('accounts');
  const params = { path: { code: account.code, id: subscription.subscriptionId } };
  const resume = (preview: boolean) =>
    answerOf(client.POST('/v1/accounts/{code}/subscriptions/{id}/resume', { params, body: { preview } }));
  return (
    <FormButton<object, View<'SubscriptionChangeView'>>
      size="small"
      label={t('resume')}
      fields={<p>{t('resumeQuestion')}</p>}
      preview={async () => <Changed change={await resume(true)} />}
      run={() => resume(false)}
    />
  );
}
