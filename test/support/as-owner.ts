import { Client } from 'pg';
import type { Engine } from './engine';

/** Does what no application may, such as adding a constraint; the rows of the last of the statements. */
export async function asOwner(
  engine: Pick<Engine, 'urls'>,
  ...statements: readonly string[]
): Promise<unknown[]> {
  const client = new Client(engine.urls.ownerUrl);
  await client.connect();
  try {
    let rows: unknown[] = [];
    for (const statement of statements) ({ rows } = await client.query<Record<string, unknown>>(statement));
    return rows;
  } finally {
    await client.end();
  }
}
