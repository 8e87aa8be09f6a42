import { Injectable } from '@nestjs/common';
import { parseYuan } from '@ciyuan/core/kernel';
import type { RollupKind, SettledLine, StatementLineKind } from '@ciyuan/core/settlement';
import type { Tx } from '@ciyuan/platform/database';
import type { StatementId } from '../statement';

interface LineRow {
  line_kind: StatementLineKind;
  origin_month: string;
  plan_version_id: string | null;
  model: string | null;
  vendor: string | null;
  compute_owner: string | null;
  channel: string | null;
  chip_kind: string | null;
  kind: RollupKind | null;
  paid: boolean | null;
  records: string;
  tokens: string;
  gross: string;
  share_fen: string;
}

const KEY =
  'line_kind, origin_month, plan_version_id, model, vendor, compute_owner, channel, chip_kind, kind, paid';

/** Lines of statements as two runs are compared by them: those of one key added up. */
@Injectable()
export class SettledLinesStore {
  async ofStatement(tx: Tx, { runId, party, currency }: StatementId): Promise<SettledLine[]> {
    const rows = await tx.rows<LineRow>(
      `SELECT ${KEY}, sum(records) AS records, sum(tokens) AS tokens, sum(gross) AS gross, sum(share_fen) AS share_fen
         FROM ciyuan.statement_line WHERE run_id = $1 AND party = $2 AND currency = $3 GROUP BY ${KEY}`,
      [runId, party, currency],
    );
    return rows.map((row) => ({ party, currency, ...lineOf(row) }));
  }

  /** Whose statements either of two runs has, by party and currency. */
  async parties(tx: Tx, runIds: readonly [number, number]): Promise<Omit<StatementId, 'runId'>[]> {
    return tx.rows<Omit<StatementId, 'runId'>>(
      `SELECT DISTINCT party COLLATE "C" AS party, currency COLLATE "C" AS currency
         FROM ciyuan.statement WHERE run_id IN ($1, $2) ORDER BY 1, 2`,
      runIds,
    );
  }

  /** The code that each version of a plan belongs to. */
  async planCodes(tx: Tx): Promise<ReadonlyMap<number, string>> {
    const rows = await tx.rows<{ id: string; code: string }>(
      "SELECT id, code FROM ciyuan.catalogue_document WHERE kind = 'plan'",
    );
    return new Map(rows.map(({ id, code }) => [Number(id), code]));
  }
}

const lineOf = (row: LineRow) => ({
  lineKind: row.line_kind,
  originMonth: row.origin_month,
  key:
    row.plan_version_id === null || row.kind === null || row.paid === null
      ? null
      : {
          planVersionId: Number(row.plan_version_id),
          model: row.model,
          vendor: row.vendor,
          computeOwner: row.compute_owner,
          channel: row.channel,
          chipKind: row.chip_kind,
          kind: row.kind,
          paid: row.paid,
        },
  records: BigInt(row.records),
  tokens: BigInt(row.tokens),
  gross: parseYuan(row.gross),
  shareFen: BigInt(row.share_fen),
});
