import './words';
import type { View } from '@ciyuan/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, client } from '../../api/client';
import { FormButton } from '../../parts/form-button';
import { Facts } from '../../parts/facts';
import { Instant } from '../../parts/instant';
import { InstantField, fieldOfInstant, instantOfField } from '../../parts/instant-field';
import type { SubscriptionActionProps } from './taken';

interface Held {
  readonly asOf: string;
  readonly until?: string;
}

/** Holds the prices of a base tariff, or lets them follow the book again. */
export function HoldPrices({ account, subscription }: SubscriptionActionProps): ReactNode {
  const { t } = useTranslation('accounts');
  const params = { path: { code: account.code, id: subscription.subscriptionId } };
  const hold = ({ asOf, until = '' }: Held, preview: boolean) =>
    answerOf(
      client.POST('/v1/accounts/{code}/subscriptions/{id}/price-protection', {
        params,
        body: { asOf: instantOfField(asOf), until: until === '' ? null : instantOfField(until), preview },
      }),
    );
  return (
    <FormButton<Held, View<'PriceProtectionView'>>
      size="small"
      label={t('holdPrices')}
      initialValues={{ asOf: fieldOfInstant() }}
      fields={
        <>
          <InstantField name="asOf" label={t('asOf')} isRequired help={t('asOfHelp')} />
          <InstantField name="until" label={t('until')} help={t('untilHelp')} />
        </>
      }
      preview={async (wanted) => {
        const { asOf, until, changed } = await hold(wanted, true);
        return changed ? (
          <Facts
            facts={[
              { label: t('asOf'), value: <Instant at={asOf} /> },
              { label: t('until'), value: until === null ? t('term') : <Instant at={until} /> },
            ]}
          />
        ) : (
          t('heldBefore')
        );
      }}
      run={(wanted) => hold(wanted, false)}
    />
  );
}
