import { Client } from 'pg';
import type { Tampering } from './tampering';

const NAMED = /"?ciyuan"?\."?(\w+)"?/g;

/** The tables that statements name while `work` runs, on whatever connection of this process; a view counts as its tables. */
export async function tablesRead(tampering: Tampering, work: () => Promise<unknown>): Promise<string[]> {
  const named = new Set<string>();
  const query = jest.spyOn(Client.prototype, 'query');
  const before = query.mock.calls.length;
  try {
    await work();
    for (const [statement] of query.mock.calls.slice(before) as unknown[][])
      for (const [, name = ''] of textOf(statement).matchAll(NAMED)) named.add(name);
  } finally {
    query.mockRestore();
  }
  return [...new Set((await Promise.all([...named].map((name) => tablesOf(tampering, name)))).flat())].sort();
}

function textOf(statement: unknown): string {
  if (typeof statement === 'string') return statement;
  return String((statement as { text?: string } | undefined)?.text ?? '');
}

/** What a view reads, and what the views in it read; a table is itself, and what is neither is nothing. */
async function tablesOf(tampering: Tampering, name: string): Promise<string[]> {
  const rows = await tampering.rows<{ name: string }>(
    `WITH RECURSIVE inside (name) AS (
       SELECT $1::text COLLATE "C"
       UNION SELECT u.table_name::text COLLATE "C" FROM information_schema.view_table_usage AS u
         JOIN inside ON u.view_schema = 'ciyuan' AND u.view_name = inside.name)
     SELECT table_name::text AS name FROM information_schema.tables AS t
      WHERE t.table_schema = 'ciyuan' AND t.table_type = 'BASE TABLE' AND t.table_name IN (SELECT name FROM inside)`,
    [name],
  );
  return rows.map((row) => row.name);
}
