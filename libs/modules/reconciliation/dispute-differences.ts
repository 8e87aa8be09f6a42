import { Injectable } from '@nestjs/common';
import { ok, refuse, type Result } from '@ciyuan/core/kernel';
import type { DisputeReason } from '@ciyuan/core/settlement';
import { ClaimLines, KeepEvidence, MOST_EVIDENCE_BYTES, type Dispute } from '@ciyuan/modules/settlement';
import { Database, type Tx } from '@ciyuan/platform/database';
import type { GivenClaim } from './claims-of-differences';
import { ChooseDifferences, type DifferencesToChoose } from './choose-differences';
import { csvOfDifferences } from './differences-csv';
import type { DisputeRefusal } from './dispute-refusal';
import { MakeClaims } from './make-claims';
import { ReconciliationRunsStore } from './reconciliation-runs.store';

export interface DifferencesToDispute extends DifferencesToChoose {
  /** Shares as they should be, of statement lines that differences belong to; those not named are computed. */
  readonly given: readonly GivenClaim[];
  readonly reason: DisputeReason;
  /** On whose word, where it is not the party itself that speaks. */
  readonly note?: string | undefined;
  readonly by: string;
  /** As this party, who disputes its own alone. */
  readonly toldTo?: string;
}

/**
 * Opens a dispute of what was found to differ and marked as to be disputed: a line for each line of the statement that it
 * belongs to, and the differences themselves as its first evidence. Either all of it is written, or nothing.
 */
@Injectable()
export class DisputeDifferences {
  constructor(
    private readonly database: Database,
    private readonly runs: ReconciliationRunsStore,
    private readonly chooseDifferences: ChooseDifferences,
    private readonly makeClaims: MakeClaims,
    private readonly claimLines: ClaimLines,
    private readonly keepEvidence: KeepEvidence,
  ) {}

  run(wanted: DifferencesToDispute): Promise<Result<Dispute, DisputeRefusal>> {
    return this.database.retrying((tx) => this.dispute(tx, wanted));
  }

  private async dispute(tx: Tx, wanted: DifferencesToDispute): Promise<Result<Dispute, DisputeRefusal>> {
    const { runId, toldTo, by, note } = wanted;
    await this.runs.lock(tx, runId);
    const run = await this.runs.byId(tx, runId);
    if (run === undefined || (toldTo !== undefined && toldTo !== run.party))
      return refuse({ code: 'unknown_run' });
    const chosen = await this.chooseDifferences.run(tx, run, wanted);
    if (!chosen.ok) return chosen;
    const content = csvOfDifferences(chosen.value);
    if (content.length > MOST_EVIDENCE_BYTES)
      return refuse({ code: 'too_many_differences', mostBytes: MOST_EVIDENCE_BYTES });
    const claims = await this.makeClaims.run(tx, run, { ...wanted, differences: chosen.value });
    if (!claims.ok) return claims;
    const said = note === undefined ? {} : { note };
    const opened = await this.claimLines.run(tx, { ...claims.value, ...said, by });
    if (!opened.ok) return opened;
    const name = `reconciliation-${runId}-differences.csv`;
    const kept = { disputeId: opened.value.id, name, mediaType: 'text/csv', content, by };
    const evidence = await this.keepEvidence.run(tx, kept);
    if (!evidence.ok)
      throw new Error(`a dispute that was opened takes no evidence: ${evidence.refusal.code}`);
    return ok(opened.value);
  }
}
