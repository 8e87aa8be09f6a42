import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import type { DisputeReason } from '@ciyuan/core/settlement';
import { StatementLinesStore, StatementsStore, type DisputeToOpen } from '@ciyuan/modules/settlement';
import type { Tx } from '@ciyuan/platform/database';
import { claimsOfDifferences, type GivenClaim } from './claims-of-differences';
import type { DisputedDifference } from './difference';
import type { ClaimRefusal } from './dispute-refusal';
import type { Reconciliation } from './reconciliation-run';
import { RecordTraitsStore } from './record-traits.store';

export interface DifferencesToClaim {
  readonly differences: readonly DisputedDifference[];
  readonly given: readonly GivenClaim[];
  readonly reason: DisputeReason;
}

export type Claims = Pick<DisputeToOpen, 'runId' | 'party' | 'currency' | 'lines'>;

/** What differences come to on the statement that their party was issued of the month. */
@Injectable()
export class MakeClaims {
  constructor(
    private readonly statements: StatementsStore,
    private readonly statementLines: StatementLinesStore,
    private readonly records: RecordTraitsStore,
  ) {}

  async run(
    tx: Tx,
    { id, party, currency, month, level }: Reconciliation,
    { differences, given, reason }: DifferencesToClaim,
  ): Promise<Result<Claims, ClaimRefusal>> {
    const issued = await this.statements.issuedTo(tx, { party, currency });
    const statement = issued.find((one) => one.month === month);
    if (statement === undefined) return refuse({ code: 'not_issued' });
    const { runId, shareFen } = statement;
    const lines = await this.statementLines.ofStatement(tx, statement);
    const records = await this.records.ofRun(tx, id);
    const claims = claimsOfDifferences({ level, differences, records, lines, shareFen, given, reason });
    const stray = given.find(({ line }) => claims.every((claim) => claim.statementLine !== line));
    if (stray !== undefined) return refuse({ code: 'no_differences_of_line', line: stray.line });
    return ok({ runId, party, currency, lines: claims });
  }
}
