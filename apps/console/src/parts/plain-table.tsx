import './words';
import { Table } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListColumn } from './list-table';
import { WideTable } from './wide-table';

interface PlainTableProps<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Omit<ListColumn<Row>, 'sort'>[];
  readonly rowKey: (row: Row) => string | number;
  readonly empty?: ReactNode;
  /** The sums below, a cell for each column. */
  readonly totals?: readonly ReactNode[];
}

/** A few rows that came whole. */
export function PlainTable<Row extends object>(props: PlainTableProps<Row>): ReactNode {
  const { label, rows, columns, rowKey, empty, totals } = props;
  const { t } = useTranslation('parts');
  return (
    <WideTable<Row>
      aria-label={label}
      rowKey={rowKey}
      dataSource={rows}
      locale={{ emptyText: empty ?? t('empty') }}
      columns={columns.map(({ title, render, isFigure, width }) => ({
        title,
        key: title,
        render: (_: unknown, row: Row) => render(row),
        ...(isFigure === true ? { align: 'right' as const } : {}),
        ...(width === undefined ? {} : { width }),
      }))}
      {...(totals === undefined ? {} : { summary: () => <Totals cells={totals} columns={columns} /> })}
    />
  );
}

function Totals<Row>({
  cells,
  columns,
}: {
  readonly cells: readonly ReactNode[];
  readonly columns: PlainTableProps<Row>['columns'];
}): ReactNode {
  return (
    <Table.Summary.Row>
      {columns.map(({ title, isFigure }, index) => (
        <Table.Summary.Cell key={title} index={index} align={isFigure === true ? 'right' : 'left'}>
          <strong>{cells[index]}</strong>
        </Table.Summary.Cell>
      ))}
    </Table.Summary.Row>
  );
}
