import './words';
import type { View } from '@ciyuan/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { FormButton } from '../../parts/form-button';
import { Changed } from './changed';
import type { SubscriptionActionProps } from './taken';

/** Drops a plan that waits to take over. */
export function CancelPlanChange({ account, subscription }: SubscriptionActionProps): ReactNode {
  const { t } = useTranslation('accounts');
  const params = { path: { code: account.code, id: subscription.subscriptionId } };
  const cancel = (preview: boolean) =>
    answerOf(
      client.POST('/v1/accounts/{code}/subscriptions/{id}/cancel-plan-change', { params, body: { preview } }),
    );
  return (
    <FormButton<object, View<'SubscriptionChangeView'>>
      size="small"
      label={t('cancelPlanChange')}
      fields={<p>{t('cancelPlanChangeQuestion')}</p>}
      preview={async () => <Changed change={await cancel(true)} />}
      run={() => cancel(false)}
    />
  );
}
