import { Injectable } from '@nestjs/common';
import type { ClawbackPart } from '@ciyuan/core/settlement';
import type { Tx } from '@ciyuan/platform/database';
import type { Clawback, ClawbackDecision, ClawbackRequest } from './clawback';

interface ClawbackRow {
  id: string;
  origin_month: string;
  currency: string;
  party: string | null;
  plan: string | null;
  model: string | null;
  shared_fen: string;
  revenue_fen: string;
  reason: string;
  requested_by: string;
  requested_at: Date;
  parts: readonly { readonly party: string; readonly shared: string; readonly share: string }[];
  state: ClawbackDecision['state'] | null;
  month: string | null;
  decided_by: string | null;
  decided_at: Date | null;
  note: string | null;
}

const READ = `SELECT c.*, d.state, d.month, d.decided_by, d.decided_at, d.note,
    (SELECT jsonb_agg(jsonb_build_object('party', p.party, 'shared', p.shared_fen::text, 'share', p.share_fen::text)
                      ORDER BY p.number)
       FROM ciyuan.clawback_part AS p WHERE p.clawback_id = c.id) AS parts
  FROM ciyuan.clawback AS c LEFT JOIN ciyuan.clawback_decision AS d ON d.clawback_id = c.id`;

/** A row of the table out of the columns, sealed with the digest that `before` gives of its alias `t`. */
const sealed = (table: string, before: string): string =>
  `INSERT INTO ciyuan.${table}
   SELECT (jsonb_populate_record(t, jsonb_build_object('digest',
             ciyuan.chained_digest(coalesce((${before}), ''), t)))).*
     FROM jsonb_populate_record(NULL::ciyuan.${table}, $1) AS t`;

/** Digests of a request's last part, or of itself. */
const LAST_DIGEST = `SELECT digest FROM (
    SELECT 0 AS number, digest FROM ciyuan.clawback WHERE id = t.clawback_id
    UNION ALL SELECT number, digest FROM ciyuan.clawback_part WHERE clawback_id = t.clawback_id) AS told
  ORDER BY number DESC LIMIT 1`;

/** What is asked to be taken back, and what was decided; added and never changed. */
@Injectable()
export class ClawbacksStore {
  /** Whoever adds or decides holds this until the transaction ends. */
  async lock(tx: Tx): Promise<void> {
    await tx.rows("SELECT pg_advisory_xact_lock(hashtextextended('ciyuan.clawback', 0))");
  }

  async add(tx: Tx, request: ClawbackRequest): Promise<number> {
    const [row] = await tx.rows<{ id: string }>('SELECT coalesce(max(id), 0) + 1 AS id FROM ciyuan.clawback');
    const id = Number(row?.id);
    const before = 'SELECT digest FROM ciyuan.clawback WHERE id = t.id - 1';
    await tx.rows(sealed('clawback', before), [JSON.stringify({ id, ...columnsOf(request) })]);
    for (const [index, part] of request.parts.entries())
      await tx.rows(sealed('clawback_part', LAST_DIGEST), [JSON.stringify(partColumns(id, index + 1, part))]);
    return id;
  }

  async decide(tx: Tx, { id, requestedBy }: Clawback, decision: ClawbackDecision): Promise<void> {
    const columns = {
      clawback_id: id,
      state: decision.state,
      month: decision.month,
      requested_by: requestedBy,
      decided_by: decision.decidedBy,
      decided_at: new Date(decision.decidedAt),
      note: decision.note,
    };
    await tx.rows(sealed('clawback_decision', LAST_DIGEST), [JSON.stringify(columns)]);
  }

  async byId(tx: Tx, id: number): Promise<Clawback | undefined> {
    const rows = await tx.rows<ClawbackRow>(`${READ} WHERE c.id = $1`, [id]);
    return rows.map(read)[0];
  }

  /** All of them, or those of one month; the latest first. */
  async list(tx: Tx, originMonth?: string): Promise<Clawback[]> {
    const rows = await tx.rows<ClawbackRow>(
      `${READ} WHERE $1::text IS NULL OR c.origin_month = $1 ORDER BY c.id DESC`,
      [originMonth ?? null],
    );
    return rows.map(read);
  }
}

const columnsOf = (request: ClawbackRequest) => ({
  origin_month: request.originMonth,
  currency: request.currency,
  party: request.party,
  plan: request.plan,
  model: request.model,
  shared_fen: String(request.sharedFen),
  revenue_fen: String(request.revenueFen),
  reason: request.reason,
  requested_by: request.requestedBy,
  requested_at: new Date(request.requestedAt),
});

const partColumns = (id: number, number: number, part: ClawbackPart) => ({
  clawback_id: id,
  number,
  party: part.party,
  shared_fen: String(part.sharedFen),
  share_fen: String(part.shareFen),
});

const read = (row: ClawbackRow): Clawback => ({
  id: Number(row.id),
  originMonth: row.origin_month,
  currency: row.currency,
  party: row.party,
  plan: row.plan,
  model: row.model,
  sharedFen: BigInt(row.shared_fen),
  revenueFen: BigInt(row.revenue_fen),
  reason: row.reason,
  requestedBy: row.requested_by,
  requestedAt: row.requested_at.getTime(),
  parts: row.parts.map(({ party, shared, share }) => ({
    party,
    sharedFen: BigInt(shared),
    shareFen: BigInt(share),
  })),
  decision: decisionOf(row),
});

function decisionOf({ state, month, decided_by, decided_at, note }: ClawbackRow): ClawbackDecision | null {
  if (state === null || decided_by === null || decided_at === null) return null;
  return { state, month, decidedBy: decided_by, decidedAt: decided_at.getTime(), note };
}
