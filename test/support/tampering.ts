import { Client } from 'pg';
import { runChecks, type Tx } from '@ciyuan/platform/database';
import type { FreshDatabase } from './database';
import { testServer } from './test-server';

export interface Tampered {
  /** How many rows the statements changed. */
  readonly rows: number;
  /** What each check that reports a violation afterwards says, by its name. */
  readonly reports: Readonly<Record<string, readonly string[]>>;
}

/** Ends a run of the checks at the first report, where only that there is one is asked. */
const REPORTED = new Error('reported');

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

  /** What the checks say after these statements, one after another in a transaction that is always rolled back. */
  with(...statements: readonly string[]): Promise<Tampered> {
    return this.rolledBack(async () => {
      const rows = await this.run(statements);
      const results = await runChecks(this.tx(() => undefined));
      const reporting = results.filter(({ violations }) => violations.length > 0);
      const said = reporting.map(
        ({ name, violations }) => [name, violations.map((one) => one.what)] as const,
      );
      return { rows, reports: Object.fromEntries(said) };
    });
  }

  /** Whether any check reports a change of one row, or a constraint refuses it. */
  isSeen(statement: string): Promise<boolean> {
    return this.rolledBack(async () => {
      try {
        const rows = await this.run([statement]);
        if (rows !== 1) throw new Error(`${rows} rows instead of one: ${statement}`);
        await runChecks(this.tx(stopAtFirst));
        return false;
      } catch (error) {
        if (error === REPORTED || isConstraint(error)) return true;
        throw error;
      }
    });
  }

  /** The SQLSTATE that refuses one of the statements; undefined where all of them pass. */
  refusal(...statements: readonly string[]): Promise<string | undefined> {
    return this.rolledBack(async () => {
      try {
        await this.run(statements);
        return undefined;
      } catch (error) {
        return (error as { code?: string }).code;
      }
    });
  }

  async rows<Row extends object>(statement: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.client.query<Row>(statement, [...values])).rows;
  }

  end(): Promise<void> {
    return this.client.end();
  }

  private async run(statements: readonly string[]): Promise<number> {
    let rows = 0;
    for (const statement of statements) rows += (await this.client.query(statement)).rowCount ?? 0;
    return rows;
  }

  private async rolledBack<T>(work: () => Promise<T>): Promise<T> {
    await this.client.query('BEGIN');
    try {
      return await work();
    } finally {
      await this.client.query('ROLLBACK');
    }
  }

  /** What the checks need of a transaction, on this connection. */
  private tx(look: (violations: readonly object[]) => void): Tx {
    const rows = async (text: string): Promise<object[]> => {
      const violations = await this.rows(text);
      look(violations);
      return violations;
    };
    return { rows } as unknown as Tx;
  }
}

function stopAtFirst(violations: readonly object[]): void {
  if (violations.length > 0) throw REPORTED;
}

/** Integrity constraint violations, and a value that only the database may give. */
const isConstraint = (error: unknown): boolean =>
  /^(23...|428C9)$/.test((error as { code?: string }).code ?? '');
