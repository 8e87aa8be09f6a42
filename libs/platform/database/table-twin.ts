import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client, escapeIdentifier } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

const TWIN = '_twin';

/**
 * A second table with the columns, constraints, indexes, partitions and rows of a first: to measure what COPY alone
 * does with the same rows. Connects as the owner.
 */
export class TableTwin {
  private constructor(
    private readonly client: Client,
    private readonly table: string,
  ) {}

  static async of(ownerUrl: string, table: string): Promise<TableTwin> {
    const client = new Client({ connectionString: ownerUrl, options: '-c search_path=ciyuan' });
    await client.connect();
    const twin = new TableTwin(client, table);
    await twin.create();
    return twin;
  }

  /** The first table's rows whose value of `column` the twin has nowhere, as lines of COPY's text format. */
  async missingRows(column: string): Promise<string[]> {
    const by = escapeIdentifier(column);
    const known = `SELECT DISTINCT ${by} FROM ${this.name(TWIN)}`;
    const statement = `COPY (SELECT * FROM ${this.name()} WHERE ${by} NOT IN (${known})) TO STDOUT`;
    let text = '';
    for await (const chunk of this.client.query(copyTo(statement))) text += String(chunk);
    return text.split('\n').slice(0, -1);
  }

  /** One COPY in a transaction of its own. */
  async copyIn(lines: readonly string[]): Promise<void> {
    const copying = this.client.query(copyFrom(`COPY ${this.name(TWIN)} FROM STDIN`));
    await pipeline(Readable.from([`${lines.join('\n')}\n`]), copying);
  }

  close(): Promise<void> {
    return this.client.end();
  }

  private async create(): Promise<void> {
    const [original, twin] = [this.name(), this.name(TWIN)];
    await this.client.query(`CREATE TABLE ${twin} (LIKE ${original} INCLUDING ALL) PARTITION BY RANGE (at)`);
    const { rows } = await this.client.query<{ name: string; bounds: string }>(
      `SELECT c.relname AS name, pg_get_expr(c.relpartbound, c.oid) AS bounds
         FROM pg_inherits AS i JOIN pg_class AS c ON c.oid = i.inhrelid WHERE i.inhparent = $1::regclass`,
      [this.table],
    );
    for (const { name, bounds } of rows) {
      await this.client.query(`CREATE TABLE ${escapeIdentifier(name + TWIN)} PARTITION OF ${twin} ${bounds}`);
    }
    await this.client.query(`INSERT INTO ${twin} SELECT * FROM ${original}`);
  }

  private name(suffix = ''): string {
    return escapeIdentifier(this.table + suffix);
  }
}
