import { Injectable } from '@nestjs/common';
import { Database } from '@ciyuan/platform/database';
import type { Statement } from './statement';
import { StatementsStore, type StatementFilter } from './statements.store';

/** The statements of a month that stand. */
@Injectable()
export class ListStatements {
  constructor(
    private readonly database: Database,
    private readonly statements: StatementsStore,
  ) {}

  run(filter: StatementFilter): Promise<Statement[]> {
    return this.database.transaction((tx) => this.statements.ofMonth(tx, filter));
  }
}
