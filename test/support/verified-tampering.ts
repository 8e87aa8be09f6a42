import type { FigureDifference } from '@ciyuan/modules/reporting';
import type { Tampering } from './tampering';

const CHANGED_TABLES = /^(?:UPDATE|DELETE FROM|INSERT INTO) (\w+)/;

/** As {@link Tampering}, but what was changed is committed while somebody looks, and then put back. */
export class VerifiedTampering {
  constructor(
    private readonly tampering: Tampering,
    /** What verifying finds, on a connection of its own. */
    private readonly look: () => Promise<readonly FigureDifference[]>,
  ) {}

  rows<Row extends object>(statement: string, values: readonly unknown[] = []): Promise<Row[]> {
    return this.tampering.rows<Row>(statement, values);
  }

  /** Whether verifying finds a difference after the statement, or a constraint refuses it. */
  async isSeen(statement: string): Promise<boolean> {
    if ((await this.tampering.refusal(statement)) !== undefined) return true;
    return (await this.found(statement)).length > 0;
  }

  /** What verifying finds after these statements. */
  async found(...statements: readonly string[]): Promise<readonly FigureDifference[]> {
    const tables = [...new Set(statements.map(tableOf))];
    for (const table of tables) await this.rows(`CREATE TEMP TABLE kept_${table} AS SELECT * FROM ${table}`);
    try {
      for (const statement of statements) await this.rows(statement);
      return await this.look();
    } finally {
      for (const table of tables) await this.putBack(table);
    }
  }

  private async putBack(table: string): Promise<void> {
    await this.rows(`DELETE FROM ${table}`);
    await this.rows(`INSERT INTO ${table} OVERRIDING SYSTEM VALUE SELECT * FROM kept_${table}`);
    await this.rows(`DROP TABLE kept_${table}`);
  }
}

function tableOf(statement: string): string {
  const [, table] = CHANGED_TABLES.exec(statement) ?? [];
  if (table === undefined) throw new Error(`it is not clear what this changes: ${statement}`);
  return table;
}
