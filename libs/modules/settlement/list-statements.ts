import { Injectable } from '@nestjs/common';
import { Database } from '@ciyuan/platform/database';
import type { Listed } from '@ciyuan/platform/lists';
import type { Statement } from './statement';
import { StatementsStore, type StatementPage } from './statements.store';

/** One page of the statements that are asked for, in the order that is asked for. */
@Injectable()
export class ListStatements {
  constructor(
    private readonly database: Database,
    private readonly statements: StatementsStore,
  ) {}

  run(page: StatementPage): Promise<Listed<Statement>> {
    return this.database.transaction((tx) => this.statements.list(tx, page));
  }
}
