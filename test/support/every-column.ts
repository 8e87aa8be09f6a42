import { escapeIdentifier } from 'pg';
import type { Tampering } from './tampering';

/** Whoever says of one statement at a time whether anything sees it. */
type Looking = Pick<Tampering, 'rows' | 'isSeen'>;

/** Another value of each type, next to the one that is there: it is the small lies that are told. */
const OTHER_VALUE: Readonly<Record<string, (column: string) => string>> = {
  bigint: (column) => `coalesce(${column}, 0) + 1`,
  integer: (column) => `coalesce(${column}, 0) + 1`,
  smallint: (column) => `coalesce(${column}, 0) + 1`,
  numeric: (column) => `coalesce(${column}, 0) + power(10::numeric, -coalesce(scale(${column}), 12))`,
  text: (column) => `coalesce(${column}, '') || 'x'`,
  ARRAY: (column) => `array_append(${column}, '1')`,
  boolean: (column) => `coalesce(NOT ${column}, true)`,
  bytea: (column) => `set_byte(${column}, 0, get_byte(${column}, 0) # 1)`,
  jsonb: (column) => `coalesce(${column}, '{}') || '{"more": 1}'`,
  date: (column) => `coalesce(${column}, '2026-01-01') + 1`,
  'timestamp with time zone': (column) => `coalesce(${column}, to_timestamp(0)) + interval '1 second'`,
};

/** Changes each column of the first row that `where` names, and gives those whose change nothing sees. */
export async function unseenChanges(tampering: Looking, table: string, where: string): Promise<string[]> {
  const columns = await tampering.rows<{ name: string; type: string }>(
    `SELECT column_name AS name, data_type AS type FROM information_schema.columns
      WHERE table_schema = 'ciyuan' AND table_name = $1 ORDER BY ordinal_position`,
    [table],
  );
  const unseen: string[] = [];
  for (const { name, type } of columns) {
    const other = OTHER_VALUE[type];
    if (other === undefined) throw new Error(`no other value of a ${type} is known: ${table}.${name}`);
    const column = escapeIdentifier(name);
    const change = `UPDATE ${table} SET ${column} = ${other(column)} WHERE ${await firstRow(tampering, table, where)}`;
    if (!(await tampering.isSeen(change))) unseen.push(name);
  }
  return unseen;
}

/** Whether it is seen that the row is gone. */
export async function deletionIsSeen(tampering: Looking, table: string, where: string): Promise<boolean> {
  return tampering.isSeen(`DELETE FROM ${table} WHERE ${await firstRow(tampering, table, where)}`);
}

/** Partitions number their rows each for itself. */
async function firstRow(tampering: Looking, table: string, where: string): Promise<string> {
  const [row] = await tampering.rows<{ place: string }>(
    `SELECT format('tableoid = %s AND ctid = %L', tableoid, ctid) AS place FROM ${table} WHERE ${where} LIMIT 1`,
  );
  if (row === undefined) throw new Error(`${table} has no row where ${where}`);
  return row.place;
}
