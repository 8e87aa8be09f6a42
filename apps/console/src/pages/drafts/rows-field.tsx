import '../catalogue/words';
import './words';
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Table } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanField } from '../catalogue/plan-fields';
import { withValueAt, type Body } from '../catalogue/places-in';
import { FieldInput } from './field-input';

interface RowsFieldProps {
  readonly label: string;
  readonly columns: readonly PlanField[];
  readonly value: unknown;
  readonly onChange: (rows: readonly Body[] | undefined) => void;
}

interface PlacedRow {
  readonly row: Body;
  readonly index: number;
}

/** A list of things with a few fields each, a line for each of them. */
export function RowsField({ label, columns, value, onChange }: RowsFieldProps): ReactNode {
  const { t } = useTranslation(['catalogue', 'drafts']);
  const rows = Array.isArray(value) ? (value as readonly Body[]) : [];
  const write = (changed: readonly Body[]): void => onChange(changed.length === 0 ? undefined : changed);
  return (
    <>
      {rows.length === 0 ? null : (
        <Table<PlacedRow>
          aria-label={label}
          size="small"
          pagination={false}
          scroll={{ x: 'max-content' }}
          rowKey={({ index }) => index}
          dataSource={rows.map((row, index) => ({ row, index }))}
          columns={[
            ...columns.map((column) => rowColumn(column, label, t(`fields.${column.path}`), rows, write)),
            {
              key: 'remove',
              title: t('row', { row: 0 }),
              render: (_: unknown, { index }: PlacedRow) => (
                <Button
                  type="text"
                  danger
                  icon={<DeleteOutlined />}
                  aria-label={t('removeRow', { row: index + 1 })}
                  onClick={() => write(rows.toSpliced(index, 1))}
                />
              ),
            },
          ]}
        />
      )}
      <Button
        size="small"
        icon={<PlusOutlined />}
        aria-label={`${t('drafts:addRow')}: ${label}`}
        onClick={() => write([...rows, {}])}
      >
        {t('drafts:addRow')}
      </Button>
    </>
  );
}

function rowColumn(
  column: PlanField,
  label: string,
  title: string,
  rows: readonly Body[],
  write: (rows: readonly Body[]) => void,
) {
  return {
    key: column.path,
    title,
    render: (_: unknown, { row, index }: PlacedRow): ReactNode => (
      <FieldInput
        id={`${label}-${column.path}-${index}`}
        label={`${title} ${index + 1}`}
        field={column}
        value={row[column.path]}
        onChange={(changed) => write(rows.with(index, withValueAt(row, column.path, changed)))}
      />
    ),
  };
}
