import { Injectable } from '@nestjs/common';
import type { MonthDue } from '@ciyuan/core/settlement';
import { Database } from '@ciyuan/platform/database';
import type { Listed } from '@ciyuan/platform/lists';
import { StatementBasesStore } from './bases/statement-bases.store';
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
  /** The months whose shares wait for invoices or money, or did until now. */
  readonly bases: readonly MonthDue[];
}

const NO_LINES: Listed<StoredLine> = { items: [], next: null };

/** A statement and a page of its lines; undefined where there is none that the reader may see. */
@Injectable()
export class ReadStatement {
  constructor(
    private readonly database: Database,
    private readonly statements: StatementsStore,
    private readonly lines: StatementLinesStore,
    private readonly bases: StatementBasesStore,
  ) {}

  run({ toldTo, lines: page, ...id }: StatementToRead): Promise<StatementRead | undefined> {
    return this.database.transaction(async (tx) => {
      const statement = await this.statements.byId(tx, id);
      if (statement === undefined) return undefined;
      const isHidden = toldTo !== undefined && (toldTo !== statement.party || !isIssued(statement.state));
      if (isHidden) return undefined;
      const lines = page === undefined ? NO_LINES : await this.lines.page(tx, id, page);
      return { statement, lines, bases: await this.bases.ofStatement(tx, id) };
    });
  }
}
