import './words';
import type { View } from '@ciyuan/client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Count } from '../../parts/figures';
import { Instant } from '../../parts/instant';
import { PlainTable } from '../../parts/plain-table';
import { Term } from '../../parts/term';

type Difference = View<'PriceDifference'>;

/** What a new version of a book would ask otherwise, price by price. */
export function PriceDifferences({
  differences,
}: {
  readonly differences: readonly Difference[];
}): ReactNode {
  const { t } = useTranslation('prices');
  return (
    <PlainTable<Difference>
      label={t('differences')}
      rows={differences}
      rowKey={(row) => JSON.stringify(row)}
      empty={t('noDifference')}
      columns={[
        { title: t('what'), render: ({ what }) => t(`whats.${what}`) },
        { title: t('model'), render: ({ model }) => model || '–' },
        {
          title: t('class'),
          render: (row) => (row.class === '' ? '–' : <Term of="class" code={row.class} />),
        },
        { title: t('conditions'), render: ({ conditions }) => conditions || '–' },
        { title: t('effectiveFrom'), render: ({ effectiveFrom }) => <Instant at={effectiveFrom} /> },
        { title: t('effectiveTo'), render: ({ effectiveTo }) => <Instant at={effectiveTo} /> },
        { title: t('before'), render: ({ before }) => <Count of={before} />, isFigure: true },
        {
          title: t('after'),
          render: ({ after }) => (
            <strong>
              <Count of={after} />
            </strong>
          ),
          isFigure: true,
        },
      ]}
    />
  );
}
