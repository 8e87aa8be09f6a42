import './words';
import { DeleteOutlined, CopyOutlined } from '@ant-design/icons';
import type { PriceEntry } from '@ciyuan/core/catalogue';
import { Button, Input, Table } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryCell } from './entry-cell';
import { ENTRY_COLUMNS, type EntryColumn } from './entry-columns';

interface PlacedEntry {
  readonly entry: PriceEntry;
  /** In the book, as faults name it. */
  readonly index: number;
}

interface EntryTableProps {
  readonly entries: readonly PriceEntry[];
  readonly filter: string;
  readonly onFilter: (text: string) => void;
  /** Where the entries can be changed. */
  readonly onChange?: (entries: readonly PriceEntry[]) => void;
  /** What is wrong with a place of the book. */
  readonly faultsAt?: (path: string) => readonly string[];
}

const AT_ONCE = 25;

/** Dated prices by model, class and condition: to be read, or written in place. */
export function EntryTable(props: EntryTableProps): ReactNode {
  const { entries, filter, onFilter, onChange, faultsAt = () => [] } = props;
  const { t } = useTranslation('catalogue');
  const shown = entries
    .map((entry, index) => ({ entry, index }))
    .filter(({ entry, index }) => isAskedFor(entry, filter) || faultsAt(`entries.${index}`).length > 0);
  const used = ENTRY_COLUMNS.filter(
    ({ read }) => onChange !== undefined || entries.some((entry) => read(entry) !== ''),
  );
  return (
    <>
      <div className="filters">
        <label>
          <span>{t('filterPrices')}</span>
          <Input
            allowClear
            style={{ width: 220 }}
            value={filter}
            onChange={({ target }) => onFilter(target.value)}
          />
        </label>
      </div>
      <Table<PlacedEntry>
        aria-label={t('prices')}
        size="small"
        rowKey={({ index }) => index}
        dataSource={shown}
        scroll={{ x: 'max-content' }}
        pagination={{ pageSize: AT_ONCE, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          ...used.map((column) => entryColumn(column, t(`columns.${column.name}`), props, faultsAt)),
          ...(onChange === undefined ? [] : [rowActions(entries, onChange, t)]),
        ]}
      />
    </>
  );
}

function entryColumn(
  column: EntryColumn,
  title: string,
  { entries, onChange }: EntryTableProps,
  faultsAt: (path: string) => readonly string[],
) {
  return {
    key: column.name,
    title,
    width: column.width,
    ...(column.isFigure === true ? { align: 'right' as const } : {}),
    render: (_: unknown, { entry, index }: PlacedEntry): ReactNode =>
      onChange === undefined ? (
        <span className={column.isFigure === true ? 'figures' : ''}>
          {column.read(entry).replace('T', ' ') || '–'}
        </span>
      ) : (
        <EntryCell
          column={column}
          label={`${title} ${index + 1}`}
          text={column.read(entry)}
          faults={faultsAt(`entries.${index}.${column.name === 'band' ? 'timeBand' : column.name}`)}
          onWrite={(text) => onChange(entries.with(index, column.write(entry, text)))}
        />
      ),
  };
}

function rowActions(
  entries: readonly PriceEntry[],
  onChange: NonNullable<EntryTableProps['onChange']>,
  t: (key: string, options: { row: number }) => string,
) {
  return {
    key: 'actions',
    title: t('row', { row: 0 }),
    width: 80,
    render: (_: unknown, { entry, index }: PlacedEntry): ReactNode => (
      <>
        <Button
          type="text"
          size="small"
          icon={<CopyOutlined />}
          aria-label={t('copyRow', { row: index + 1 })}
          onClick={() => onChange(entries.toSpliced(index + 1, 0, entry))}
        />
        <Button
          type="text"
          size="small"
          danger
          icon={<DeleteOutlined />}
          aria-label={t('removeRow', { row: index + 1 })}
          onClick={() => onChange(entries.toSpliced(index, 1))}
        />
      </>
    ),
  };
}

/** Whether each word that is asked for stands somewhere in the row. */
function isAskedFor(entry: PriceEntry, filter: string): boolean {
  const row = ENTRY_COLUMNS.map(({ read }) => read(entry).toLowerCase()).join(' ');
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => row.includes(word));
}
