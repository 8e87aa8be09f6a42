import './words';
import type { View } from '@ciyuan/client';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { ChoiceField, TextField } from '../../parts/field';
import { FormButton } from '../../parts/form-button';
import { InstantField, fieldOfInstant, instantOfField } from '../../parts/instant-field';
import type { Account } from './accounts-table';
import { Granted } from './granted';
import { planOptions, plansQuery } from './plans';

interface Order {
  readonly plan: string;
  readonly startsAt: string;
  readonly channel?: string;
}

/** Takes up a plan, after what it costs and grants was seen. */
export function OrderPlan({ account: { code, currency } }: { readonly account: Account }): ReactNode {
  const { t } = useTranslation('accounts');
  const { data: plans = [], isPending } = useQuery(plansQuery);
  const order = ({ plan, startsAt, channel = '' }: Order, preview: boolean) =>
    answerOf(
      client.POST('/v1/accounts/{code}/subscriptions', {
        params: { path: { code } },
        body: {
          plan,
          startsAt: instantOfField(startsAt),
          ...(channel.trim() === '' ? {} : { channel: channel.trim() }),
          preview,
        },
      }),
    );
  return (
    <FormButton<Order, View<'SubscriptionView'>>
      type="primary"
      label={t('order')}
      initialValues={{ startsAt: fieldOfInstant() }}
      fields={
        <>
          <ChoiceField
            name="plan"
            label={t('plan')}
            isRequired
            options={planOptions(plans)}
            isLoading={isPending}
          />
          <InstantField name="startsAt" label={t('startsAt')} isRequired />
          <TextField name="channel" label={t('channel')} />
        </>
      }
      preview={async (values) => {
        const { plan, grants } = await order(values, true);
        return (
          <>
            <p style={{ marginTop: 0 }}>{t('wouldOrder', { plan })}</p>
            <Granted grants={grants} currency={currency} />
          </>
        );
      }}
      run={(values) => order(values, false)}
    />
  );
}
