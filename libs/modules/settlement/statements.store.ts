import { Injectable } from '@nestjs/common';
import type { Instant } from '@ciyuan/core/kernel';
import type { PlannedStatement } from '@ciyuan/core/settlement';
import { copyChunks, copyText, type Tx } from '@ciyuan/platform/database';
import {
  filterValues,
  listedOf,
  ordered,
  type Listed,
  type ListOrder,
  type PlaceInList,
  type SortedRow,
} from '@ciyuan/platform/lists';
import type { ShareToPost } from './issue-journal';
import type { RunKind, SettlementRun } from './settlement-run';
import type { Statement, StatementId, StatementState } from './statement';

interface StatementRow {
  run_id: string;
  kind: RunKind;
  party: string;
  name: string;
  currency: string;
  month: string;
  version: number;
  state: StatementState;
  share_fen: string;
  vat_fen: string;
  withholding_fen: string;
  held_fen: string;
  released_fen: string;
  payable_fen: string;
  issued_at: Date | null;
}

export type StatementSort = 'party' | 'month' | 'payable';

export const STATEMENT_ORDER: ListOrder<StatementSort> = {
  columns: {
    party: { sql: 's.party', type: 'text' },
    month: { sql: 's.month', type: 'text' },
    payable: { sql: 's.payable_fen', type: 'bigint' },
  },
  ties: [
    { sql: 's.party', type: 'text' },
    { sql: 's.currency', type: 'text' },
    { sql: 's.month', type: 'text' },
    { sql: 's.run_id', type: 'bigint' },
  ],
  initial: 'party',
};

export interface StatementPage extends PlaceInList<StatementSort> {
  /** Settlements alone where neither this nor a run is named. */
  readonly kind?: RunKind | undefined;
  readonly month?: string | undefined;
  readonly runId?: number | undefined;
  readonly party?: string | undefined;
  readonly currency?: string | undefined;
  /** Those that stand, in whatever state, where nothing is said. */
  readonly state?: StatementState | undefined;
  /** Of this party alone, and only what it has been told. */
  readonly toldTo?: string | undefined;
}

const COLUMNS = [
  'run_id, kind, party, currency, month, version, state, share_fen, vat_fen, withholding_fen, held_fen, released_fen',
  'payable_fen',
].join(', ');
const READ = `SELECT s.*, p.name FROM ciyuan.statement AS s JOIN ciyuan.party AS p ON p.code = s.party`;
const ISSUED = "s.state NOT IN ('calculated', 'in_review', 'approved', 'superseded')";

/** The statements of runs; figures are written once, only the state moves. */
@Injectable()
export class StatementsStore {
  async add(tx: Tx, run: SettlementRun, statements: readonly PlannedStatement[]): Promise<void> {
    const rows = statements.map(
      (one) =>
        `${run.id}\t${run.kind}\t${one.party}\t${copyText(one.currency)}\t${run.month}\t${run.version}\tcalculated\t${one.shareFen}\t${one.vatFen}\t${one.withholdingFen}\t${one.heldFen}\t${one.releasedFen}\t${one.payableFen}\n`,
    );
    await tx.copyIn(`COPY ciyuan.statement (${COLUMNS}) FROM STDIN`, copyChunks(rows));
  }

  async supersede(tx: Tx, month: string): Promise<void> {
    await tx.rows(
      `UPDATE ciyuan.statement SET state = 'superseded'
        WHERE month = $1 AND kind = 'settlement' AND state IN ('calculated', 'in_review', 'approved')`,
      [month],
    );
  }

  async submit(tx: Tx, runId: number): Promise<void> {
    await tx.rows("UPDATE ciyuan.statement SET state = 'in_review' WHERE run_id = $1", [runId]);
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

  /** What each statement of a run comes to, and what of it is converted. */
  async sharesToPost(tx: Tx, runId: number): Promise<ShareToPost[]> {
    const rows = await tx.rows<{ party: string; currency: string; share_fen: string; converted_fen: string }>(
      `SELECT s.party, s.currency, s.share_fen, coalesce(sum(l.share_fen), 0) AS converted_fen
         FROM ciyuan.statement AS s
         LEFT JOIN ciyuan.statement_line AS l
           ON (l.run_id, l.party, l.currency, l.line_kind) = (s.run_id, s.party, s.currency, 'conversion')
        WHERE s.run_id = $1 GROUP BY s.party, s.currency, s.share_fen
        ORDER BY s.party COLLATE "C", s.currency COLLATE "C"`,
      [runId],
    );
    return rows.map((row) => ({
      party: row.party,
      currency: row.currency,
      shareFen: BigInt(row.share_fen),
      convertedFen: BigInt(row.converted_fen),
    }));
  }

  async byId(tx: Tx, { runId, party, currency }: StatementId): Promise<Statement | undefined> {
    const rows = await tx.rows<StatementRow>(
      `${READ} WHERE s.run_id = $1 AND s.party = $2 AND s.currency = $3`,
      [runId, party, currency],
    );
    return rows.map(read)[0];
  }

  /** Whoever moves statements of a party in a currency holds this until the transaction ends, and moves them alone. */
  async lock(tx: Tx, { party, currency }: Omit<StatementId, 'runId'>): Promise<void> {
    const lock = `ciyuan.statement ${party} ${currency}`;
    await tx.rows('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [lock]);
  }

  /** All that a party was issued in a currency, the oldest first. */
  async issuedTo(tx: Tx, { party, currency }: Omit<StatementId, 'runId'>): Promise<Statement[]> {
    const rows = await tx.rows<StatementRow>(
      `${READ} WHERE s.party = $1 AND s.currency = $2 AND ${ISSUED} ORDER BY s.month`,
      [party, currency],
    );
    return rows.map(read);
  }

  /** What partners were issued by `now` and nobody answered, the oldest first. */
  async unanswered(tx: Tx, now: Instant): Promise<Statement[]> {
    const rows = await tx.rows<StatementRow>(
      `${READ} WHERE s.state = 'issued' AND s.issued_at <= $1 AND NOT 'operator' = ANY (p.kinds)
         ORDER BY s.issued_at, s.run_id, s.party COLLATE "C", s.currency COLLATE "C"`,
      [new Date(now)],
    );
    return rows.map(read);
  }

  async move(tx: Tx, { runId, party, currency }: StatementId, state: StatementState): Promise<void> {
    await tx.rows(
      'UPDATE ciyuan.statement SET state = $4 WHERE run_id = $1 AND party = $2 AND currency = $3',
      [runId, party, currency, state],
    );
  }

  async list(tx: Tx, page: StatementPage): Promise<Listed<Statement>> {
    const { month, runId, party, currency, state, toldTo } = page;
    const kind = page.kind ?? (runId === undefined ? 'settlement' : undefined);
    const filters = filterValues([month, runId, party, currency, state, toldTo, kind]);
    const { key, after, orderBy, limit, values } = ordered(STATEMENT_ORDER, page, filters.length);
    const rows = await tx.rows<StatementRow & SortedRow>(
      `SELECT s.*, p.name, ${key} FROM ciyuan.statement AS s JOIN ciyuan.party AS p ON p.code = s.party
        WHERE ($1::text IS NULL OR s.month = $1) AND ($2::bigint IS NULL OR s.run_id = $2)
          AND ($3::text IS NULL OR s.party = $3) AND ($4::text IS NULL OR s.currency = $4)
          AND CASE WHEN $5::text IS NULL THEN s.state <> 'superseded' ELSE s.state = $5 END
          AND ($6::text IS NULL OR (s.party = $6 AND ${ISSUED})) AND ($7::text IS NULL OR s.kind = $7)
          AND ${after} ORDER BY ${orderBy} LIMIT ${limit}`,
      [...filters, ...values],
    );
    return listedOf(rows, page, read);
  }
}

function read(row: StatementRow): Statement {
  return {
    runId: Number(row.run_id),
    kind: row.kind,
    party: row.party,
    partyName: row.name,
    currency: row.currency,
    month: row.month,
    version: row.version,
    state: row.state,
    shareFen: BigInt(row.share_fen),
    vatFen: BigInt(row.vat_fen),
    withholdingFen: BigInt(row.withholding_fen),
    heldFen: BigInt(row.held_fen),
    releasedFen: BigInt(row.released_fen),
    payableFen: BigInt(row.payable_fen),
    issuedAt: row.issued_at?.getTime() ?? null,
  };
}
