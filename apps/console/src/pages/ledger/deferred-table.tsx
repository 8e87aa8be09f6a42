import './words';
import type { View } from '@ciyuan/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Money } from '../../parts/figures';
import { PlainTable } from '../../parts/plain-table';

type Deferred = View<'DeferredView'>;

const FIGURES = [
  'opening',
  'sold',
  'stated',
  'received',
  'given',
  'recognised',
  'breakage',
  'closing',
] as const;

/** opening + sold + stated + received − given − recognised − breakage = closing; a line without a plan is the total. */
export function DeferredTable({ lines }: { readonly lines: readonly Deferred[] }): ReactNode {
  const { t } = useTranslation('ledger');
  return (
    <PlainTable<Deferred>
      label={t('deferred')}
      rows={lines}
      rowKey={({ currency, plan }) => `${currency} ${plan ?? ''}`}
      columns={[
        { title: t('plan'), render: ({ plan }) => plan ?? <strong>{t('totals')}</strong> },
        { title: t('currency'), render: ({ currency }) => currency },
        ...FIGURES.map((figure) => ({
          title: t(figure),
          render: (line: Deferred) => <Money amount={line[figure]} />,
          isFigure: true,
        })),
      ]}
    />
  );
}
