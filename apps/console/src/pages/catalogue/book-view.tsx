import './words';
import type { PriceBook } from '@ciyuan/core/catalogue';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../parts/facts';
import { PlainTable } from '../../parts/plain-table';
import { whenText } from './entry-columns';
import { EntryTable } from './entry-table';
import { StructuredView } from './structured-view';
import type { Body } from './places-in';

/** A price or cost book: its dated prices first, then factors and ladders. */
export function BookView({ book }: { readonly book: PriceBook }): ReactNode {
  const { t } = useTranslation('catalogue');
  const [filter, setFilter] = useState('');
  const { party } = book as { readonly party?: string };
  const facts = [
    { label: t('currency'), value: book.currency },
    { label: t('zone'), value: book.zone },
    ...(party === undefined ? [] : [{ label: t('party'), value: party }]),
    { label: t('prices'), value: book.entries.length },
  ];
  return (
    <>
      <Facts facts={facts} />
      <h2>{t('prices')}</h2>
      <EntryTable entries={book.entries} filter={filter} onFilter={setFilter} />
      {book.multipliers.length === 0 ? null : (
        <>
          <h2>{t('factors')}</h2>
          <PlainTable
            label={t('factors')}
            rows={book.multipliers}
            rowKey={(row) => JSON.stringify(row)}
            columns={[
              { title: t('model'), render: ({ model }) => model },
              { title: t('when'), render: ({ when }) => whenText(when) },
              { title: t('factor'), render: ({ factor }) => factor, isFigure: true },
            ]}
          />
        </>
      )}
      {book.tiers.map((tier) => (
        <section key={tier.lineage}>
          <h2>{t('ladder', { lineage: tier.lineage })}</h2>
          <StructuredView value={tier as unknown as Body} />
        </section>
      ))}
    </>
  );
}
