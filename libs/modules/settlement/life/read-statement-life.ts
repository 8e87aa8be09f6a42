import { Injectable } from '@nestjs/common';
import { dayOf, plusLocalDays, type Instant } from '@ciyuan/core/kernel';
import { deemedConfirmedAt } from '@ciyuan/core/settlement';
import { OPERATOR_ZONE } from '@ciyuan/modules/ledger';
import { Database } from '@ciyuan/platform/database';
import { ReadStatementTerms } from '../contracts/read-statement-terms';
import type { StatementTerms } from '../contracts/statement-terms';
import { isIssued, type Statement, type StatementId } from '../statement';
import { StatementsStore } from '../statements.store';
import type { StatementEvent } from './statement-event';
import { StatementEventsStore } from './statement-events.store';

export interface StatementLife {
  readonly statement: Statement;
  /** In force when it was issued. */
  readonly terms: StatementTerms;
  /** When it counts, or would have counted, as confirmed. */
  readonly deemedConfirmedAt: Instant;
  /** `YYYY-MM-DD`: when the payment is due; null until the invoice is there. */
  readonly paymentDueOn: string | null;
  readonly events: readonly StatementEvent[];
}

/** What became of an issued statement; undefined where there is none that the reader may see. */
@Injectable()
export class ReadStatementLife {
  constructor(
    private readonly database: Database,
    private readonly statements: StatementsStore,
    private readonly readTerms: ReadStatementTerms,
    private readonly events: StatementEventsStore,
  ) {}

  run({ toldTo, ...id }: StatementId & { readonly toldTo?: string }): Promise<StatementLife | undefined> {
    return this.database.snapshot(async (tx) => {
      const statement = await this.statements.byId(tx, id);
      if (statement === undefined || !isIssued(statement.state) || statement.issuedAt === null)
        return undefined;
      if (toldTo !== undefined && toldTo !== statement.party) return undefined;
      const terms = (await this.readTerms.run(tx, statement.party))(statement.issuedAt);
      const events = await this.events.ofStatement(tx, id);
      const invoiced = events.find(({ state }) => state === 'invoice_received');
      return {
        statement,
        terms,
        deemedConfirmedAt: deemedConfirmedAt(OPERATOR_ZONE, statement.issuedAt, terms.disputeDays),
        paymentDueOn:
          invoiced === undefined
            ? null
            : dayOf(OPERATOR_ZONE, plusLocalDays(OPERATOR_ZONE, invoiced.at, terms.paymentDays)),
        events,
      };
    });
  }
}
