import { Injectable } from '@nestjs/common';
import { Database } from '@ciyuan/platform/database';
import type { Listed } from '@ciyuan/platform/lists';
import { isIssued, type Statement, type StatementId, type StoredLine } from './statement';
import { StatementLinesStore, type LinePage } from './statement-lines.store';
import { StatementsStore } from './statements.store';

export interface StatementToRead extends StatementId {
  /** Reads for this party: only its own statement, and only once it was issued. */
  readonly toldTo?: string;
  /** The page of its lines that is read, too; none where nothing is said. */
  readonly lines?: LinePage;
}

export interface StatementRead {
  readonly statement: Statement;
  readonly lines: Listed<StoredLine>;
}

const NO_LINES: Listed<StoredLine> = { items: [], next: null };

/** A statement and a page of its lines; undefined where there is none that the reader may see. */
@Injectable()
export class ReadStatement {
  constructor(
    private readonly database: Database,
    private readonly statements: StatementsStore,
    private readonly lines: StatementLinesStore,
  ) {}

  run({ toldTo, lines: page, ...id }: StatementToRead): Promise<StatementRead | undefined> {
    return this.database.transaction(async (tx) => {
      const statement = await this.statements.byId(tx, id);
      if (statement === undefined) return undefined;
      const isHidden = toldTo !== undefined && (toldTo !== statement.party || !isIssued(statement.state));
      if (isHidden) return undefined;
      return { statement, lines: page === undefined ? NO_LINES : await this.lines.page(tx, id, page) };
    });
  }
}
