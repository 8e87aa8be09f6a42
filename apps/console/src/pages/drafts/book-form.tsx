import './words';
import type { PriceBook, PriceEntry } from '@ciyuan/core/catalogue';
import { Button, Flex, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayFromToday } from '../../parts/instant';
import { EntryTable } from '../catalogue/entry-table';
import { textOf, valueAt, withValueAt, type Body } from '../catalogue/places-in';

interface BookFormProps {
  readonly book: Body;
  readonly faultsAt: (path: string) => readonly string[];
  readonly onChange: (book: Body) => void;
}

/** A price or cost book as a grid that is written in place; factors and ladders are in the JSON below. */
export function BookForm({ book, faultsAt, onChange }: BookFormProps): ReactNode {
  const { t } = useTranslation(['drafts', 'catalogue']);
  const [filter, setFilter] = useState('');
  const entries = Array.isArray(book['entries']) ? (book as unknown as PriceBook).entries : [];
  const write = (changed: readonly PriceEntry[]): void => onChange({ ...book, entries: changed });
  const names = ['code', 'currency', 'zone', ...('party' in book ? ['party'] : [])];
  return (
    <section>
      <div className="filters">
        {names.map((name) => (
          <label key={name}>
            <span>{t(`catalogue:${name}`)}</span>
            <Input
              style={{ width: 180 }}
              status={faultsAt(name).length === 0 ? '' : 'error'}
              value={textOf(valueAt(book, name))}
              onChange={({ target }) => onChange(withValueAt(book, name, target.value))}
            />
          </label>
        ))}
      </div>
      <h2>{t('catalogue:prices')}</h2>
      <EntryTable
        entries={entries}
        filter={filter}
        onFilter={setFilter}
        onChange={write}
        faultsAt={faultsAt}
      />
      <Flex style={{ margin: '8px 0 16px' }}>
        <Button onClick={() => write([...entries, newEntry(entries[entries.length - 1])])}>
          {t('addRow')}
        </Button>
      </Flex>
    </section>
  );
}

/** Of the model of the last one, so that a model's classes follow each other quickly. */
const newEntry = (last: PriceEntry | undefined): PriceEntry => ({
  model: last?.model ?? '*',
  class: 'output',
  price: '0',
  effectiveFrom: last?.effectiveFrom ?? `${dayFromToday(1)}T00:00:00+08:00`,
});
