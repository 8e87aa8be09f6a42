import './words';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, type TableColumnType, type TableProps } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from './choice';
import { useListState, type ListState } from './list-state';
import { ProblemAlert } from './problem-alert';
import { WideTable } from './wide-table';

/** What a list of the API is asked, beside its own filters. */
export interface ListPage {
  readonly limit: number;
  readonly sort?: string;
  readonly after?: string;
}

export interface ListedRows<Row> {
  readonly items: readonly Row[];
  readonly next: string | null;
}

export interface ListColumn<Row> {
  readonly title: string;
  readonly render: (row: Row) => ReactNode;
  /** The name by which the API sorts it; none where it does not. */
  readonly sort?: string;
  readonly isFigure?: boolean;
  readonly width?: number;
}

interface ListTableProps<Row> {
  readonly label: string;
  readonly queryKey: readonly unknown[];
  readonly load: (page: ListPage) => Promise<ListedRows<Row>>;
  readonly columns: readonly ListColumn<Row>[];
  readonly rowKey: (row: Row) => string | number;
  /** How it is sorted where the address says nothing, with a minus the other way round. */
  readonly initialSort?: string;
  readonly refetchEveryMs?: number;
  readonly empty?: ReactNode;
  /** What more there is to say of a row, below it. */
  readonly expanded?: (row: Row) => ReactNode;
  /** Rows can be chosen, over any number of pages. */
  readonly selection?: ListSelection<Row>;
}

export interface ListSelection<Row> {
  readonly selected: readonly Row[];
  readonly onSelect: (rows: readonly Row[]) => void;
  readonly canSelect?: (row: Row) => boolean;
}

const LENGTHS = [20, 50, 100, 200];

/** A list of any length, page by page out of the API; its place, sort and filters are in the address. */
export function ListTable<Row extends object>(props: ListTableProps<Row>): ReactNode {
  const { label, queryKey, load, columns, rowKey, initialSort, refetchEveryMs, empty } = props;
  const { selection, expanded } = props;
  const { t } = useTranslation('parts');
  const state = useListState();
  const sort = state.sort ?? initialSort;
  const page: ListPage = {
    limit: state.limit,
    ...(sort === undefined ? {} : { sort }),
    ...(state.after === undefined ? {} : { after: state.after }),
  };
  const query = useQuery({
    queryKey: [...queryKey, page],
    queryFn: () => load(page),
    placeholderData: keepPreviousData,
    ...(refetchEveryMs === undefined ? {} : { refetchInterval: refetchEveryMs }),
  });
  return (
    <>
      {query.error === null ? null : (
        <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />
      )}
      <WideTable<Row>
        aria-label={label}
        rowKey={rowKey}
        columns={columns.map((column) => tableColumn(column, sort))}
        dataSource={query.data?.items}
        loading={query.isFetching && query.isPlaceholderData ? true : query.isPending}
        showSorterTooltip={false}
        {...(selection === undefined ? {} : { rowSelection: rowSelectionOf(selection, rowKey) })}
        locale={{ emptyText: query.isPending ? t('loading') : (empty ?? t('empty')) }}
        {...(expanded === undefined ? {} : { expandable: { expandedRowRender: expanded } })}
        onChange={(_, __, sorter) => {
          const { columnKey, order } = Array.isArray(sorter) ? (sorter[0] ?? {}) : sorter;
          state.setSort(order ? `${order === 'descend' ? '-' : ''}${String(columnKey)}` : undefined);
        }}
      />
      {/* Below rows, and not where they will be. */}
      {query.isPending ? null : (
        <Pager state={state} count={query.data?.items.length ?? 0} next={query.data?.next ?? null} />
      )}
    </>
  );
}

function rowSelectionOf<Row extends object>(
  { selected, onSelect, canSelect }: ListSelection<Row>,
  rowKey: (row: Row) => string | number,
): NonNullable<TableProps<Row>['rowSelection']> {
  return {
    selectedRowKeys: selected.map(rowKey),
    preserveSelectedRowKeys: true,
    // That one would be drawn a second time, in the hidden row by which antd measures its columns.
    hideSelectAll: true,
    onChange: (_, rows) => onSelect(rows),
    getCheckboxProps: (row) => ({
      'aria-label': String(rowKey(row)),
      disabled: canSelect !== undefined && !canSelect(row),
    }),
  };
}

function tableColumn<Row>(column: ListColumn<Row>, sort: string | undefined): TableColumnType<Row> {
  const { title, render, isFigure, width } = column;
  const sorted = sort?.replace(/^-/, '') === column.sort ? sort : undefined;
  return {
    title,
    render: (_: unknown, row: Row) => render(row),
    ...(isFigure === true ? { align: 'right' as const } : {}),
    ...(width === undefined ? {} : { width }),
    ...(column.sort === undefined
      ? { key: title }
      : {
          key: column.sort,
          sorter: true,
          sortOrder: sorted === undefined ? null : sorted.startsWith('-') ? 'descend' : 'ascend',
        }),
  };
}

interface PagerProps {
  readonly state: ListState;
  readonly count: number;
  readonly next: string | null;
}

function Pager({ state, count, next }: PagerProps): ReactNode {
  const { t } = useTranslation('parts');
  return (
    <nav className="pager">
      <span>{t('rows', { count })}</span>
      <Choice
        size="small"
        label={t('atOnce')}
        value={state.limit}
        options={LENGTHS.map((value) => ({ value, label: `${t('atOnce')} ${value}` }))}
        onChange={state.setLimit}
      />
      <Button size="small" disabled={state.after === undefined} onClick={state.first}>
        {t('first')}
      </Button>
      <Button size="small" disabled={!state.canGoBack} onClick={state.previous}>
        {t('previous')}
      </Button>
      <Button size="small" disabled={next === null} onClick={() => next !== null && state.next(next)}>
        {t('next')}
      </Button>
    </nav>
  );
}
