import { Injectable } from '@nestjs/common';
import { formatScaled, parseYuan } from '@ciyuan/core/kernel';
import { OUTCOMES, noTotals, type MatchTotals, type Outcome } from '@ciyuan/core/reconciliation';
import type { Tx } from '@ciyuan/platform/database';

interface TotalRow {
  outcome: Outcome;
  keys: number;
  our_keys: number;
  our_tokens: string;
  our_amount: string;
  their_keys: number;
  their_tokens: string;
  their_amount: string;
}

const MONEY_PLACES = 12;

/** What runs came to, outcome by outcome; written once, each row sealed with the file. */
@Injectable()
export class ReconciliationTotalsStore {
  async add(tx: Tx, runId: number, fileDigest: string, totals: MatchTotals): Promise<void> {
    await tx.rows(
      `INSERT INTO ciyuan.reconciliation_total
       SELECT (jsonb_populate_record(t, jsonb_build_object('digest', ciyuan.chained_digest($2, t)))).*
         FROM jsonb_populate_recordset(NULL::ciyuan.reconciliation_total, $1) AS t`,
      [JSON.stringify(OUTCOMES.map((outcome) => columnsOf(runId, outcome, totals))), fileDigest],
    );
  }

  /** Null while there are none. */
  async ofRun(tx: Tx, runId: number): Promise<MatchTotals | null> {
    const rows = await tx.rows<TotalRow>('SELECT * FROM ciyuan.reconciliation_total WHERE run_id = $1', [
      runId,
    ]);
    const totals = noTotals();
    for (const row of rows)
      totals[row.outcome] = {
        keys: row.keys,
        ours: {
          keys: row.our_keys,
          tokens: BigInt(row.our_tokens),
          amount: parseYuan(row.our_amount),
        },
        theirs: {
          keys: row.their_keys,
          tokens: BigInt(row.their_tokens),
          amount: parseYuan(row.their_amount),
        },
      };
    return rows.length === 0 ? null : totals;
  }
}

function columnsOf(runId: number, outcome: Outcome, totals: MatchTotals) {
  const { keys, ours, theirs } = totals[outcome];
  return {
    run_id: runId,
    outcome,
    keys,
    our_keys: ours.keys,
    our_tokens: String(ours.tokens),
    our_amount: formatScaled(ours.amount, MONEY_PLACES),
    their_keys: theirs.keys,
    their_tokens: String(theirs.tokens),
    their_amount: formatScaled(theirs.amount, MONEY_PLACES),
  };
}
