import './words';
import type { View } from '@ciyuan/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Count, Money } from '../../parts/figures';
import { PlainTable } from '../../parts/plain-table';

/** What a run comes to, currency by currency. */
export function BillRunTotals({ run }: { readonly run: View<'BillRunDetailsView'> }): ReactNode {
  const { t } = useTranslation('billing');
  return (
    <PlainTable
      label={t('totals')}
      rows={run.totals}
      rowKey={({ currency }) => currency}
      columns={[
        { title: t('currency'), render: ({ currency }) => currency },
        { title: t('invoices'), render: ({ invoices }) => <Count of={invoices} />, isFigure: true },
        { title: t('creditNotes'), render: ({ creditNotes }) => <Count of={creditNotes} />, isFigure: true },
        { title: t('gross'), render: ({ gross }) => <Money amount={gross} />, isFigure: true },
        { title: t('net'), render: ({ net }) => <Money amount={net} />, isFigure: true },
        { title: t('tax'), render: ({ tax }) => <Money amount={tax} />, isFigure: true },
      ]}
    />
  );
}
