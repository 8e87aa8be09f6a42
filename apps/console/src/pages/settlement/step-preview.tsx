import './words';
import type { View } from '@ciyuan/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../parts/facts';
import { Money } from '../../parts/figures';

interface StepPreviewProps {
  readonly step: View<'StepTakenView'>;
  readonly currency: string;
}

/** What a step of a payout would come to: to whom, how much, and of which months. */
export function StepPreview({ step, currency }: StepPreviewProps): ReactNode {
  const { t } = useTranslation('settlement');
  const { amount, payee, statements } = step;
  const months = statements.map(({ month }) => month).join(', ');
  return (
    <Facts
      facts={[
        { label: t('payable'), value: <Money amount={amount} currency={currency} /> },
        { label: t('payoutMonths'), value: months },
        ...(payee === null ? [] : [{ label: t('payee'), value: payee, isWide: true }]),
      ]}
    />
  );
}
