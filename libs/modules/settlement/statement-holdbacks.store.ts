import { Injectable } from '@nestjs/common';
import type { Fen } from '@ciyuan/core/kernel';
import type { PlannedStatement } from '@ciyuan/core/settlement';
import { copyChunks, copyText, type Tx } from '@ciyuan/platform/database';

/** One month of a party's holdback in a currency; released in the month that paid it. */
export interface HoldbackMonth {
  readonly currency: string;
  readonly heldMonth: string;
  readonly releaseMonth: string;
  readonly fen: Fen;
  /** Null while it is outstanding. */
  readonly releasedIn: string | null;
}

interface HoldbackRow {
  currency: string;
  held_month: string;
  release_month: string;
  fen: string;
  released_in: string | null;
}

const COLUMNS = 'run_id, party, currency, kind, held_month, release_month, fen';

/** What statements hold back for later months, and what they release of earlier ones; written once. */
@Injectable()
export class StatementHoldbacksStore {
  async add(tx: Tx, runId: number, month: string, statements: readonly PlannedStatement[]): Promise<void> {
    const rows = statements.flatMap(({ party, currency, heldBackFen, releaseMonth, releases }) => {
      const rowOf = (kind: string, ...values: readonly (string | bigint)[]): string =>
        `${[runId, party, copyText(currency), kind, ...values].join('\t')}\n`;
      const held = releaseMonth === null ? [] : [rowOf('held', month, releaseMonth, heldBackFen)];
      return [...held, ...releases.map((one) => rowOf('released', one.month, one.releaseMonth, one.fen))];
    });
    await tx.copyIn(`COPY ciyuan.statement_holdback (${COLUMNS}) FROM STDIN`, copyChunks(rows));
  }

  /** What was held back of a party's issued statements, the earliest month first. */
  async ofParty(tx: Tx, party: string): Promise<HoldbackMonth[]> {
    const rows = await tx.rows<HoldbackRow>(
      `SELECT h.currency, h.held_month, h.release_month, h.fen, o.month AS released_in
         FROM ciyuan.statement_holdback AS h JOIN ciyuan.settlement_run AS r ON r.id = h.run_id AND r.state = 'posted'
         LEFT JOIN (SELECT b.party, b.currency, b.held_month, p.month FROM ciyuan.statement_holdback AS b
                      JOIN ciyuan.settlement_run AS p ON p.id = b.run_id AND p.state = 'posted'
                     WHERE b.kind = 'released') AS o USING (party, currency, held_month)
        WHERE h.kind = 'held' AND h.party = $1 ORDER BY h.currency COLLATE "C", h.held_month`,
      [party],
    );
    return rows.map((row) => ({
      currency: row.currency,
      heldMonth: row.held_month,
      releaseMonth: row.release_month,
      fen: BigInt(row.fen),
      releasedIn: row.released_in,
    }));
  }
}
