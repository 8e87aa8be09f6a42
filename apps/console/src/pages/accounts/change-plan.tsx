import './words';
import type { View } from '@ciyuan/client';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { ChoiceField } from '../../parts/field';
import { FormButton } from '../../parts/form-button';
import { Instant } from '../../parts/instant';
import { Granted } from './granted';
import { planOptions, plansQuery } from './plans';
import type { SubscriptionActionProps } from './taken';

interface PlanChange {
  readonly plan: string;
  readonly when: 'now' | 'period_end';
}

/** Has another plan take over, after what the difference costs and grants was seen. */
export function ChangePlan({ account, subscription }: SubscriptionActionProps): ReactNode {
  const { t } = useTranslation('accounts');
  const { data: plans = [], isPending } = useQuery(plansQuery);
  const others = plans.filter(({ code, role }) => role === subscription.role && code !== subscription.plan);
  const params = { path: { code: account.code, id: subscription.subscriptionId } };
  const change = (wanted: PlanChange, preview: boolean) =>
    answerOf(
      client.POST('/v1/accounts/{code}/subscriptions/{id}/change-plan', {
        params,
        body: { ...wanted, preview },
      }),
    );
  const whens = (['now', 'period_end'] as const).map((value) => ({ value, label: t(`whens.${value}`) }));
  return (
    <FormButton<PlanChange, View<'PlanChangedView'>>
      size="small"
      label={t('changePlan')}
      initialValues={{ when: 'now' }}
      fields={
        <>
          <ChoiceField
            name="plan"
            label={t('newPlan')}
            isRequired
            options={planOptions(others)}
            isLoading={isPending}
          />
          <ChoiceField name="when" label={t('when')} isRequired options={whens} />
        </>
      }
      preview={async (wanted) => {
        const { plan, endsAt, grants } = await change(wanted, true);
        return (
          <>
            <p style={{ marginTop: 0 }}>
              {t('wouldChange', { from: subscription.plan, plan })} <Instant at={endsAt} />
            </p>
            {grants.length === 0 ? null : <p>{t('difference')}</p>}
            <Granted grants={grants} currency={account.currency} />
          </>
        );
      }}
      run={(wanted) => change(wanted, false)}
    />
  );
}
