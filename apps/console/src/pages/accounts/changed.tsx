import './words';
import type { View } from '@ciyuan/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../parts/facts';
import { Count } from '../../parts/figures';
import { Instant } from '../../parts/instant';

/** What a change of a subscription comes to. */
export function Changed({ change }: { readonly change: View<'SubscriptionChangeView'> }): ReactNode {
  const { t } = useTranslation('accounts');
  return (
    <Facts
      facts={[
        { label: t('endsAt'), value: <Instant at={change.endsAt} /> },
        { label: t('grantsIssued'), value: <Count of={change.grantsIssued} /> },
      ]}
    />
  );
}
