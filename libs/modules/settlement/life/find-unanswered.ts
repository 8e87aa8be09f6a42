import { Injectable } from '@nestjs/common';
import type { Instant } from '@ciyuan/core/kernel';
import { deemedConfirmedAt } from '@ciyuan/core/settlement';
import { OPERATOR_ZONE } from '@ciyuan/modules/ledger';
import { Database } from '@ciyuan/platform/database';
import { ReadStatementTerms } from '../contracts/read-statement-terms';
import type { StatementId } from '../statement';
import { StatementsStore } from '../statements.store';

/** The partners' statements that nobody answered, and whose dispute days are over at `now`; the oldest first. */
@Injectable()
export class FindUnanswered {
  constructor(
    private readonly database: Database,
    private readonly statements: StatementsStore,
    private readonly readTerms: ReadStatementTerms,
  ) {}

  run(now: Instant): Promise<StatementId[]> {
    return this.database.transaction(async (tx) => {
      const due: StatementId[] = [];
      for (const { runId, party, currency, issuedAt } of await this.statements.unanswered(tx, now)) {
        if (issuedAt === null) continue;
        const { disputeDays } = (await this.readTerms.run(tx, party))(issuedAt);
        if (deemedConfirmedAt(OPERATOR_ZONE, issuedAt, disputeDays) <= now)
          due.push({ runId, party, currency });
      }
      return due;
    });
  }
}
