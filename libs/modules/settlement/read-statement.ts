import { Injectable } from '@nestjs/common';
import { Database } from '@ciyuan/platform/database';
import { isIssued, type Statement, type StatementId, type StoredLine } from './statement';
import { StatementLinesStore } from './statement-lines.store';
import { StatementsStore } from './statements.store';

export interface StatementToRead extends StatementId {
  /** Reads for this party: only its own statement, and only once it was issued. */
  readonly toldTo?: string;
  /** The number of the last line of the page before; 0 for the first page. */
  readonly after: number;
  /** 0 for no lines. */
  readonly limit: number;
}

export interface StatementPage {
  readonly statement: Statement;
  readonly lines: readonly StoredLine[];
}

/** A statement and a page of its lines; undefined where there is none that the reader may see. */
@Injectable()
export class ReadStatement {
  constructor(
    private readonly database: Database,
    private readonly statements: StatementsStore,
    private readonly lines: StatementLinesStore,
  ) {}

  run({ toldTo, after, limit, ...id }: StatementToRead): Promise<StatementPage | undefined> {
    return this.database.transaction(async (tx) => {
      const statement = await this.statements.byId(tx, id);
      if (statement === undefined) return undefined;
      const isHidden = toldTo !== undefined && (toldTo !== statement.party || !isIssued(statement.state));
      if (isHidden) return undefined;
      return { statement, lines: limit === 0 ? [] : await this.lines.page(tx, id, after, limit) };
    });
  }
}
