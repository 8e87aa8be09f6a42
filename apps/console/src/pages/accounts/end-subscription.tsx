import './words';
import type { View } from '@ciyuan/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { ChoiceField } from '../../parts/field';
import { FormButton } from '../../parts/form-button';
import { Changed } from './changed';
import type { SubscriptionActionProps } from './taken';

interface End {
  readonly when: 'now' | 'period_end';
}

/** Ends a subscription; what is granted stays usable until it expires. */
export function EndSubscription({ account, subscription }: SubscriptionActionProps): ReactNode {
  const { t } = useTranslation('accounts');
  const params = { path: { code: account.code, id: subscription.subscriptionId } };
  const end = ({ when }: End, preview: boolean) =>
    answerOf(client.POST('/v1/accounts/{code}/subscriptions/{id}/end', { params, body: { when, preview } }));
  const whens = (['period_end', 'now'] as const).map((value) => ({ value, label: t(`whens.${value}`) }));
  return (
    <FormButton<End, View<'SubscriptionChangeView'>>
      size="small"
      isDanger
      label={t('end')}
      initialValues={{ when: 'period_end' }}
      fields={<ChoiceField name="when" label={t('when')} isRequired options={whens} help={t('endHelp')} />}
      preview={async (wanted) => <Changed change={await end(wanted, true)} />}
      run={(wanted) => end(wanted, false)}
    />
  );
}
