import { Injectable } from '@nestjs/common';
import type { Instant } from '@ciyuan/core/kernel';
import type { PlannedStatement } from '@ciyuan/core/settlement';
import { copyChunks, copyText, type Tx } from '@ciyuan/platform/database';
import type { SettlementRun } from './settlement-run';
import type { Statement, StatementId, StatementState } from './statement';

interface StatementRow {
  run_id: string;
  party: string;
  name: string;
  currency: string;
  month: string;
  version: number;
  state: StatementState;
  share_fen: string;
  vat_fen: string;
  withholding_fen: string;
  payable_fen: string;
  issued_at: Date | null;
}

export interface StatementFilter {
  readonly month: string;
  readonly runId?: number;
  /** Of this party alone, and only what it has been told. */
  readonly toldTo?: string;
}

const COLUMNS =
  'run_id, party, currency, month, version, state, share_fen, vat_fen, withholding_fen, payable_fen';
const READ = `SELECT s.*, p.name FROM ciyuan.statement AS s JOIN ciyuan.party AS p ON p.code = s.party`;
const ISSUED = "s.state NOT IN ('calculated', 'in_review', 'approved', 'superseded')";

/** The statements of runs; figures are written once, only the state moves. */
@Injectable()
export class StatementsStore {
  async add(tx: Tx, run: SettlementRun, statements: readonly PlannedStatement[]): Promise<void> {
    const rows = statements.map(
      (one) =>
        `${run.id}\t${one.party}\t${copyText(one.currency)}\t${run.month}\t${run.version}\tcalculated\t${one.shareFen}\t${one.vatFen}\t${one.withholdingFen}\t${one.payableFen}\n`,
    );
    await tx.copyIn(`COPY ciyuan.statement (${COLUMNS}) FROM STDIN`, copyChunks(rows));
  }

  async supersede(tx: Tx, month: string): Promise<void> {
    await tx.rows(
      `UPDATE ciyuan.statement SET state = 'superseded'
        WHERE month = $1 AND state IN ('calculated', 'in_review', 'approved')`,
      [month],
    );
  }

  async approve(tx: Tx, runId: number): Promise<void> {
    await tx.rows("UPDATE ciyuan.statement SET state = 'approved' WHERE run_id = $1", [runId]);
  }

  async issue(tx: Tx, runId: number, at: Instant): Promise<void> {
    await tx.rows("UPDATE ciyuan.statement SET state = 'issued', issued_at = $2 WHERE run_id = $1", [
      runId,
      new Date(at),
    ]);
  }

  /** All of a run, by party and currency. */
  async ofRun(tx: Tx, runId: number): Promise<Statement[]> {
    const rows = await tx.rows<StatementRow>(
      `${READ} WHERE s.run_id = $1 ORDER BY s.party COLLATE "C", s.currency COLLATE "C"`,
      [runId],
    );
    return rows.map(read);
  }

  async byId(tx: Tx, { runId, party, currency }: StatementId): Promise<Statement | undefined> {
    const rows = await tx.rows<StatementRow>(
      `${READ} WHERE s.run_id = $1 AND s.party = $2 AND s.currency = $3`,
      [runId, party, currency],
    );
    return rows.map(read)[0];
  }

  /** A month's statements of its versions that stand, by party and currency. */
  async ofMonth(tx: Tx, { month, runId, toldTo }: StatementFilter): Promise<Statement[]> {
    const rows = await tx.rows<StatementRow>(
      `${READ} WHERE s.month = $1 AND s.state <> 'superseded' AND ($2::text IS NULL OR (s.party = $2 AND ${ISSUED}))
          AND ($3::bigint IS NULL OR s.run_id = $3)
        ORDER BY s.party COLLATE "C", s.currency COLLATE "C"`,
      [month, toldTo ?? null, runId ?? null],
    );
    return rows.map(read);
  }
}

function read(row: StatementRow): Statement {
  return {
    runId: Number(row.run_id),
    party: row.party,
    partyName: row.name,
    currency: row.currency,
    month: row.month,
    version: row.version,
    state: row.state,
    shareFen: BigInt(row.share_fen),
    vatFen: BigInt(row.vat_fen),
    withholdingFen: BigInt(row.withholding_fen),
    payableFen: BigInt(row.payable_fen),
    issuedAt: row.issued_at?.getTime() ?? null,
  };
}
