import './words';
import type { View } from '@ciyuan/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../parts/facts';
import { Money } from '../../parts/figures';
import { AdjustmentState } from './adjustment-state';

/** What an adjustment comes to, and whether it is booked or waits for signatures. */
export function AdjustmentFigures({ one }: { readonly one: View<'AdjustmentDetailsView'> }): ReactNode {
  const { t } = useTranslation('accounts');
  return (
    <Facts
      facts={[
        { label: t('status'), value: <AdjustmentState state={one.state} /> },
        { label: t('amount'), value: <Money amount={one.amount} currency={one.currency} /> },
        { label: t('net'), value: <Money amount={one.net} /> },
        { label: t('tax'), value: <Money amount={one.tax} /> },
        { label: t('vatRate'), value: one.vatRate },
        { label: t('signatures'), value: one.approvals },
      ]}
    />
  );
}
