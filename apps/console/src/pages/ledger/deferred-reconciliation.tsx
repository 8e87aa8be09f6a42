import './words';
import type { View } from '@ciyuan/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Money } from '../../parts/figures';
import { PlainTable } from '../../parts/plain-table';

type Compared = View<'DeferredRevenueView'>['reconciliation'][number];

/** Each figure over all plans, beside what the journals have. */
export function DeferredReconciliation({ rows }: { readonly rows: readonly Compared[] }): ReactNode {
  const { t } = useTranslation('ledger');
  return (
    <PlainTable<Compared>
      label={t('reconciliation')}
      rows={rows}
      rowKey={({ currency, figure }) => `${currency} ${figure}`}
      columns={[
        { title: t('figure'), render: ({ figure }) => t(figure, { defaultValue: figure }) },
        { title: t('currency'), render: ({ currency }) => currency },
        { title: t('plansSay'), render: ({ plans }) => <Money amount={plans} />, isFigure: true },
        { title: t('ledgerSays'), render: ({ ledger }) => <Money amount={ledger} />, isFigure: true },
        { title: t('difference'), render: ({ difference }) => <Money amount={difference} />, isFigure: true },
      ]}
    />
  );
}
