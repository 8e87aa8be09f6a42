import './words';
import type { View } from '@ciyuan/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainTable } from '../../parts/plain-table';

type Fault = NonNullable<View<'ReconciliationView'>['faults']>[number];

/** The first cells of a file that cannot be read. */
export function FileFaults({ faults }: { readonly faults: readonly Fault[] }): ReactNode {
  const { t } = useTranslation('reconciliation');
  return (
    <>
      <h2>{t('faults')}</h2>
      <PlainTable<Fault>
        label={t('faults')}
        rows={faults}
        rowKey={({ row, column }) => `${row} ${column ?? ''}`}
        columns={[
          { title: t('row'), render: ({ row }) => row, isFigure: true },
          { title: t('column'), render: ({ column }) => column ?? '–' },
          { title: t('problem'), render: ({ detail }) => detail },
        ]}
      />
    </>
  );
}
