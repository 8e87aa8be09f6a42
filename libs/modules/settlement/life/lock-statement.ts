import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import { PartiesStore } from '@ciyuan/modules/parties';
import type { Tx } from '@ciyuan/platform/database';
import { ReadStatementTerms } from '../contracts/read-statement-terms';
import type { StatementTerms } from '../contracts/statement-terms';
import { isIssued, type Statement, type StatementId } from '../statement';
import { StatementsStore } from '../statements.store';
import type { LockRefusal } from './life-refusal';

export interface StatementToLock extends StatementId {
  /** Asked for by this party: only its own, and only once it was issued. */
  readonly toldTo?: string;
}

export interface LockedStatement {
  readonly statement: Statement;
  /** In force when it was issued; of a draft, the usual ones. */
  readonly terms: StatementTerms;
}

/** Finds a partner's statement, and keeps others from moving it until the transaction ends. */
@Injectable()
export class LockStatement {
  constructor(
    private readonly statements: StatementsStore,
    private readonly parties: PartiesStore,
    private readonly readTerms: ReadStatementTerms,
  ) {}

  async run(tx: Tx, { toldTo, ...id }: StatementToLock): Promise<Result<LockedStatement, LockRefusal>> {
    await this.statements.lock(tx, id);
    const statement = await this.statements.byId(tx, id);
    if (statement === undefined) return refuse({ code: 'not_found' });
    const isHidden = toldTo !== undefined && (toldTo !== statement.party || !isIssued(statement.state));
    if (isHidden) return refuse({ code: 'not_found' });
    const party = await this.parties.byCode(tx, statement.party);
    if (party?.kinds.includes('operator') === true) return refuse({ code: 'operators_own' });
    const termsAt = await this.readTerms.run(tx, statement.party);
    return ok({ statement, terms: termsAt(statement.issuedAt ?? -Infinity) });
  }
}
