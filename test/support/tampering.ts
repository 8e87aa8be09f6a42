import { Client, type PoolClient } from 'pg';
import { Tx, runChecks } from '@ciyuan/platform/database';
import type { FreshDatabase } from './database';
import { testServer } from './test-server';

export interface Tampered {
  /** How many rows the statement changed. */
  readonly rows: number;
  /** The names of the checks that report a violation afterwards, and what each says. */
  readonly reports: Readonly<Record<string, readonly string[]>>;
}

/** Changes rows behind the engine's back, looks whether the checks see it, and takes the change back. */
export class Tampering {
  private constructor(private readonly client: Client) {}

  /** With no trigger and no foreign key in the way, as only a superuser can have it. */
  static async asSuperuser(database: FreshDatabase): Promise<Tampering> {
    const url = new URL(testServer().adminUrl);
    url.pathname = new URL(database.ownerUrl).pathname;
    const tampering = await Tampering.at(url.href);
    await tampering.client.query('SET session_replication_role = replica');
    return tampering;
  }

  static async at(url: string): Promise<Tampering> {
    const client = new Client(url);
    await client.connect();
    await client.query('SET search_path = ciyuan');
    return new Tampering(client);
  }

  /** Runs statements one after another in one transaction, which is always rolled back. */
  async with(...statements: readonly string[]): Promise<Tampered> {
    await this.client.query('BEGIN');
    try {
      let rows = 0;
      for (const statement of statements) rows += (await this.client.query(statement)).rowCount ?? 0;
      return { rows, reports: await this.reports() };
    } finally {
      await this.client.query('ROLLBACK');
    }
  }

  /** The SQLSTATE that refuses one of the statements; undefined where all of them pass. */
  async refusal(...statements: readonly string[]): Promise<string | undefined> {
    await this.client.query('BEGIN');
    try {
      for (const statement of statements) await this.client.query(statement);
      return undefined;
    } catch (error) {
      return (error as { code?: string }).code;
    } finally {
      await this.client.query('ROLLBACK');
    }
  }

  async rows<Row extends object>(statement: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.client.query<Row>(statement, [...values])).rows;
  }

  end(): Promise<void> {
    return this.client.end();
  }

  private async reports(): Promise<Tampered['reports']> {
    const results = await runChecks(new Tx(undefined as never, this.client as unknown as PoolClient));
    const reporting = results.filter(({ violations }) => violations.length > 0);
    return Object.fromEntries(reporting.map(({ name, violations }) => [name, violations.map((one) => one.what)]));
  }
}
