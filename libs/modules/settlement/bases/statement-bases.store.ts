import { Injectable } from '@nestjs/common';
import type { HeldBasis } from '@ciyuan/core/catalogue';
import type { MonthDue, PlannedStatement } from '@ciyuan/core/settlement';
import { copyChunks, copyText, type Tx } from '@ciyuan/platform/database';
import type { StatementId } from '../statement';

interface BasisRow {
  currency: string;
  month: string;
  basis: HeldBasis;
  share_fen: string;
  taken_back_fen: string;
  held_before_fen: string;
  held_fen: string;
}

/** What of a party's month is held, as its latest statement left it. */
export interface WaitingMonth extends MonthDue {
  readonly currency: string;
}

const COLUMNS = 'run_id, party, currency, month, basis, share_fen, taken_back_fen, held_before_fen, held_fen';

/** What of whose months waits for invoices or money; written once. */
@Injectable()
export class StatementBasesStore {
  async add(tx: Tx, runId: number, statements: readonly PlannedStatement[]): Promise<void> {
    const rows = statements.flatMap(({ party, currency, basisMonths }) =>
      basisMonths.map(({ month, basis, ...fen }) =>
        [runId, party, copyText(currency), month, basis, fen.shareFen, fen.takenBackFen, fen.heldBeforeFen]
          .concat(`${fen.heldFen}\n`)
          .join('\t'),
      ),
    );
    await tx.copyIn(`COPY ciyuan.statement_basis (${COLUMNS}) FROM STDIN`, copyChunks(rows));
  }

  /** The months of one statement, the earliest first. */
  async ofStatement(tx: Tx, { runId, party, currency }: StatementId): Promise<MonthDue[]> {
    const rows = await tx.rows<BasisRow>(
      'SELECT * FROM ciyuan.statement_basis WHERE (run_id, party, currency) = ($1, $2, $3) ORDER BY month',
      [runId, party, currency],
    );
    return rows.map(read);
  }

  /** The months of a party of which something is held still, by what was issued. */
  async waitingOf(tx: Tx, party: string): Promise<WaitingMonth[]> {
    const rows = await tx.rows<BasisRow>(
      `SELECT * FROM (
         SELECT DISTINCT ON (b.currency, b.month) b.* FROM ciyuan.statement_basis AS b
           JOIN ciyuan.settlement_posting AS p ON p.run_id = b.run_id
          WHERE b.party = $1 ORDER BY b.currency, b.month, p.posted_at DESC, p.run_id DESC) AS latest
        WHERE held_fen > 0 ORDER BY currency COLLATE "C", month`,
      [party],
    );
    return rows.map((row) => ({ currency: row.currency, ...read(row) }));
  }
}

const read = (row: BasisRow): MonthDue => ({
  month: row.month,
  basis: row.basis,
  shareFen: BigInt(row.share_fen),
  takenBackFen: BigInt(row.taken_back_fen),
  heldBeforeFen: BigInt(row.held_before_fen),
  heldFen: BigInt(row.held_fen),
});
