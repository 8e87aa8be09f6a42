import { Injectable } from '@nestjs/common';
import type { WaivableCode } from '@ciyuan/core/settlement';
import type { Tx } from '@ciyuan/platform/database';
import type { MonthEvent, MonthEventKind, MonthStep } from './month-event';

interface EventRow {
  month: string;
  number: number;
  kind: MonthEventKind;
  at: Date;
  by: string;
  reason: string | null;
  item: WaivableCode | null;
  seen: number | null;
  refers_to: number | null;
  asked_by: string | null;
  waived: Record<string, number> | null;
  lines: string | null;
  run_id: string | null;
}

/** What was done to months; added and never changed, each event sealed with the one before. */
@Injectable()
export class MonthEventsStore {
  /** The caller holds the month's lock, so that no other takes the same number. */
  async add(tx: Tx, month: string, step: MonthStep): Promise<MonthEvent> {
    const rows = await tx.rows<EventRow>(
      `INSERT INTO ciyuan.month_event
       SELECT (jsonb_populate_record(e, jsonb_build_object('digest', ciyuan.chained_digest(coalesce(b.digest, ''), e)))).*
         FROM (SELECT number, digest FROM ciyuan.month_event WHERE month = $1 ORDER BY number DESC LIMIT 1) AS b
        RIGHT JOIN (VALUES (1)) AS one (row) ON true
        CROSS JOIN LATERAL jsonb_populate_record(NULL::ciyuan.month_event,
                     $2::jsonb || jsonb_build_object('number', coalesce(b.number, 0) + 1)) AS e
       RETURNING *`,
      [month, JSON.stringify({ month, ...columnsOf(step) })],
    );
    return read(rows[0] as EventRow);
  }

  /** The earliest first. */
  async ofMonth(tx: Tx, month: string): Promise<MonthEvent[]> {
    const rows = await tx.rows<EventRow>(
      'SELECT * FROM ciyuan.month_event WHERE month = $1 ORDER BY number',
      [month],
    );
    return rows.map(read);
  }

  /** What was last done to each month, its waivers aside; the earliest month first. */
  async lastSteps(tx: Tx): Promise<MonthEvent[]> {
    const rows = await tx.rows<EventRow>(
      `SELECT DISTINCT ON (month) * FROM ciyuan.month_event
        WHERE kind NOT IN ('waived', 'waiver_withdrawn') ORDER BY month, number DESC`,
    );
    return rows.map(read);
  }

  /** Lines of journals in the month, but that of its issue. */
  async linesIn(tx: Tx, month: string): Promise<number> {
    const rows = await tx.rows<{ count: string }>(
      `SELECT count(*) AS count FROM ciyuan.journal_line AS l
        WHERE l.accounting_month = $1
          AND NOT EXISTS (SELECT FROM ciyuan.settlement_posting AS p WHERE p.batch_id = l.batch_id)`,
      [month],
    );
    return Number(rows[0]?.count);
  }
}

const columnsOf = (step: MonthStep) => ({
  kind: step.kind,
  at: new Date(step.at),
  by: step.by,
  reason: step.reason,
  item: step.item,
  seen: step.seen,
  refers_to: step.refersTo,
  asked_by: step.askedBy,
  waived: step.waived,
  lines: step.lines,
  run_id: step.runId,
});

const read = (row: EventRow): MonthEvent => ({
  month: row.month,
  number: row.number,
  kind: row.kind,
  at: row.at.getTime(),
  by: row.by,
  reason: row.reason,
  item: row.item,
  seen: row.seen,
  refersTo: row.refers_to,
  askedBy: row.asked_by,
  waived: row.waived,
  lines: row.lines === null ? null : Number(row.lines),
  runId: row.run_id === null ? null : Number(row.run_id),
});
