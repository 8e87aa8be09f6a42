import { Injectable } from '@nestjs/common';
import type { DisputeLineState } from '@ciyuan/core/settlement';
import { textArray, type Tx } from '@ciyuan/platform/database';
import {
  filterValues,
  listedOf,
  ordered,
  type Listed,
  type ListOrder,
  type PlaceInList,
  type SortedRow,
} from '@ciyuan/platform/lists';
import type { StatementId } from '../statement';
import type { Asking, Dispute, DisputeEvent } from './dispute';
import {
  eventColumns,
  headColumns,
  headOf,
  lineColumns,
  lineOf,
  type HeadRow,
  type LineRow,
  type NewDispute,
} from './dispute-rows';

export type DisputeSort = 'openedAt' | 'dueOn';

export const DISPUTE_ORDER: ListOrder<DisputeSort> = {
  columns: {
    openedAt: { sql: 'd.opened_at', type: 'timestamptz' },
    dueOn: { sql: 'd.due_on::text', type: 'text' },
  },
  ties: [{ sql: 'd.id', type: 'bigint' }],
  initial: '-openedAt',
};

export interface DisputePage extends PlaceInList<DisputeSort>, Asking {
  readonly party?: string | undefined;
  readonly month?: string | undefined;
  /** With a line in this state. */
  readonly state?: DisputeLineState | undefined;
  /** Due before this day, and not decided; `YYYY-MM-DD`. */
  readonly overdueOn?: string | undefined;
}

const HEAD = `SELECT d.*, d.due_on::text AS due_day, s.month FROM ciyuan.dispute AS d
  JOIN ciyuan.statement AS s USING (run_id, party, currency)`;
/** What the last event of a line says, as the rules have it. */
const STATE = `coalesce((SELECT CASE e.step WHEN 'returned' THEN 'open' ELSE e.step END FROM ciyuan.dispute_event AS e
  WHERE e.dispute_id = l.dispute_id AND e.line = l.line ORDER BY e.number DESC LIMIT 1), 'open')`;

/** Disputes with their lines; each row is sealed with the one before. */
@Injectable()
export class DisputesStore {
  async nextId(tx: Tx): Promise<number> {
    const [row] = await tx.rows<{ id: string }>("SELECT nextval('ciyuan.dispute_id') AS id");
    return Number(row?.id);
  }

  async add(tx: Tx, { lines, ...head }: NewDispute): Promise<void> {
    await tx.rows(
      `INSERT INTO ciyuan.dispute
       SELECT (jsonb_populate_record(d, jsonb_build_object('digest', ciyuan.chained_digest('', d)))).*
         FROM jsonb_populate_record(NULL::ciyuan.dispute, $1) AS d`,
      [JSON.stringify(headColumns(head))],
    );
    await tx.rows(
      `INSERT INTO ciyuan.dispute_line
       SELECT (jsonb_populate_record(l, jsonb_build_object('digest', ciyuan.chained_digest(d.digest, l)))).*
         FROM jsonb_populate_recordset(NULL::ciyuan.dispute_line, $1) AS l
         JOIN ciyuan.dispute AS d ON d.id = l.dispute_id`,
      [JSON.stringify(lines.map((line) => lineColumns(head.id, line)))],
    );
  }

  /** The caller holds the lock of the statement, so that no other takes the same number. */
  async addEvent(tx: Tx, id: number, line: number, event: DisputeEvent): Promise<void> {
    await tx.rows(
      `INSERT INTO ciyuan.dispute_event
       SELECT (jsonb_populate_record(e, jsonb_build_object('digest', ciyuan.chained_digest(coalesce(
                 (SELECT b.digest FROM ciyuan.dispute_event AS b
                   WHERE (b.dispute_id, b.line, b.number) = (e.dispute_id, e.line, e.number - 1)), l.digest), e)))).*
         FROM jsonb_populate_record(NULL::ciyuan.dispute_event, $1::jsonb || jsonb_build_object('evidence',
                (SELECT count(*) FROM ciyuan.dispute_evidence AS v WHERE v.dispute_id = ($1::jsonb ->> 'dispute_id')::bigint))) AS e
         JOIN ciyuan.dispute_line AS l ON l.dispute_id = e.dispute_id AND l.line = e.line`,
      [JSON.stringify(eventColumns(id, line, event))],
    );
  }

  async byId(tx: Tx, id: number): Promise<Dispute | undefined> {
    const heads = await tx.rows<HeadRow>(`${HEAD} WHERE d.id = $1`, [id]);
    return (await this.whole(tx, heads))[0];
  }

  /** The earliest first. */
  async ofStatement(tx: Tx, { runId, party, currency }: StatementId): Promise<Dispute[]> {
    const heads = await tx.rows<HeadRow>(
      `${HEAD} WHERE d.run_id = $1 AND d.party = $2 AND d.currency = $3 ORDER BY d.id`,
      [runId, party, currency],
    );
    return this.whole(tx, heads);
  }

  async list(tx: Tx, page: DisputePage): Promise<Listed<Dispute>> {
    const { party, month, state, overdueOn, toldTo } = page;
    const filters = filterValues([party, month, state, overdueOn, toldTo]);
    const { key, after, orderBy, limit, values } = ordered(DISPUTE_ORDER, page, filters.length);
    const rows = await tx.rows<HeadRow & SortedRow>(
      `SELECT d.*, d.due_on::text AS due_day, s.month, ${key} FROM ciyuan.dispute AS d
         JOIN ciyuan.statement AS s USING (run_id, party, currency)
        WHERE ($1::text IS NULL OR d.party = $1) AND ($2::text IS NULL OR s.month = $2)
          AND ($3::text IS NULL OR EXISTS (
            SELECT FROM ciyuan.dispute_line AS l WHERE l.dispute_id = d.id AND ${STATE} = $3))
          AND ($4::text IS NULL OR d.due_on < $4::date AND EXISTS (
            SELECT FROM ciyuan.dispute_line AS l WHERE l.dispute_id = d.id AND ${STATE} IN ('open', 'proposed')))
          AND ($5::text IS NULL OR d.party = $5)
          AND ${after} ORDER BY ${orderBy} LIMIT ${limit}`,
      [...filters, ...values],
    );
    const { items, next } = listedOf(rows, page, (row) => row);
    return { items: await this.whole(tx, items), next };
  }

  private async whole(tx: Tx, heads: readonly HeadRow[]): Promise<Dispute[]> {
    const rows = await tx.rows<LineRow>(
      `SELECT l.*, l.reconciliation_difference_ids::text[] AS ids,
              coalesce(jsonb_agg(to_jsonb(e) || jsonb_build_object('granted_fen', e.granted_fen::text) ORDER BY e.number)
                       FILTER (WHERE e.number IS NOT NULL), '[]') AS events
         FROM ciyuan.dispute_line AS l LEFT JOIN ciyuan.dispute_event AS e USING (dispute_id, line)
        WHERE l.dispute_id = ANY ($1::bigint[]) GROUP BY l.dispute_id, l.line ORDER BY l.dispute_id, l.line`,
      [textArray(heads.map(({ id }) => id))],
    );
    return heads.map((head) => ({
      ...headOf(head),
      lines: rows.filter((row) => row.dispute_id === head.id).map(lineOf),
    }));
  }
}
