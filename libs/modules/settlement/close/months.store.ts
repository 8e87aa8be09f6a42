import { Injectable } from '@nestjs/common';
import type { Instant } from '@ciyuan/core/kernel';
import type { MonthProgress, StepProgress } from '@ciyuan/core/settlement';
import type { MonthState } from '@ciyuan/modules/ledger';
import type { Tx } from '@ciyuan/platform/database';

interface MonthRow {
  month: string;
  state: MonthState;
  frozen_at: Date | null;
  run_id: string | null;
  created_at: Date | null;
  approved_at: Date | null;
  posted_at: Date | null;
  partners: number;
  confirmed: number;
  confirmed_at: Date | null;
  payable: number;
  invoiced: number;
  invoiced_at: Date | null;
  paid: number;
  paid_at: Date | null;
}

/** Where a month stands. */
export interface MonthRead {
  readonly month: string;
  readonly state: MonthState;
  /** The run that was posted or, until one is, the one that was not set aside. */
  readonly runId: number | null;
  readonly progress: MonthProgress;
}

const EVERY = `
  SELECT DISTINCT accounting_month AS month FROM ciyuan.usage_rollup_delta
  UNION SELECT month FROM ciyuan.accounting_month UNION SELECT month FROM ciyuan.settlement_run
  UNION SELECT month FROM ciyuan.month_event`;
const ONE = 'SELECT $1::text AS month';

/** A statement's partners confirm it, and invoice and are paid what is payable. */
const CONFIRMED = "('confirmed','deemed_confirmed','invoice_received','payment_approved','paid')";
const INVOICED = "('invoice_received','payment_approved','paid')";

const read = (months: string): string => `
  SELECT m.month, coalesce(a.state, 'open') AS state,
         CASE WHEN coalesce(a.state, 'open') <> 'open' THEN f.frozen_at END AS frozen_at,
         r.id AS run_id, r.created_at, r.approved_at, r.posted_at, s.*, e.*
    FROM (${months}) AS m
    LEFT JOIN ciyuan.accounting_month AS a USING (month)
    LEFT JOIN ciyuan.settlement_run AS r ON r.month = m.month AND r.state <> 'superseded'
    LEFT JOIN LATERAL (SELECT max(at) AS frozen_at FROM ciyuan.month_event AS o
                        WHERE o.month = m.month AND o.kind = 'frozen') AS f ON true
    LEFT JOIN LATERAL (
      SELECT count(*)::int AS partners, (count(*) FILTER (WHERE s.state IN ${CONFIRMED}))::int AS confirmed,
             (count(*) FILTER (WHERE s.payable_fen > 0))::int AS payable,
             (count(*) FILTER (WHERE s.payable_fen > 0 AND s.state IN ${INVOICED}))::int AS invoiced,
             (count(*) FILTER (WHERE s.payable_fen > 0 AND s.state = 'paid'))::int AS paid
        FROM ciyuan.statement AS s JOIN ciyuan.party AS p ON p.code = s.party
       WHERE s.run_id = r.id AND r.state = 'posted' AND NOT 'operator' = ANY (p.kinds)) AS s ON true
    LEFT JOIN LATERAL (
      SELECT max(at) FILTER (WHERE v.state IN ('confirmed','deemed_confirmed')) AS confirmed_at,
             max(at) FILTER (WHERE v.state = 'invoice_received') AS invoiced_at,
             max(at) FILTER (WHERE v.state = 'paid') AS paid_at
        FROM ciyuan.statement_event AS v WHERE v.run_id = r.id) AS e ON true
   ORDER BY m.month DESC`;

/** Where months stand: what of their end is done, by what is stored of it. */
@Injectable()
export class MonthsStore {
  /** Every month in which something was booked or done, the latest first. */
  async list(tx: Tx): Promise<MonthRead[]> {
    return (await tx.rows<MonthRow>(read(EVERY))).map(monthOf);
  }

  async one(tx: Tx, month: string): Promise<MonthRead> {
    const [row] = await tx.rows<MonthRow>(read(ONE), [month]);
    return monthOf(row as MonthRow);
  }
}

const monthOf = (row: MonthRow): MonthRead => ({
  month: row.month,
  state: row.state,
  runId: row.run_id === null ? null : Number(row.run_id),
  progress: {
    usage_cut_off: { doneAt: null },
    freeze: { doneAt: instantOf(row.frozen_at) },
    calculate: { doneAt: instantOf(row.created_at) },
    approve: { doneAt: instantOf(row.approved_at) },
    issue: { doneAt: instantOf(row.posted_at) },
    confirm: byStatement(row, row.confirmed, row.partners, row.confirmed_at),
    partner_invoices: byStatement(row, row.invoiced, row.payable, row.invoiced_at),
    pay: byStatement(row, row.paid, row.payable, row.paid_at),
  },
});

/** Before the issue nothing is known of it; where there is nothing to do, it was done with the issue. */
function byStatement(
  { posted_at: postedAt }: MonthRow,
  done: number,
  of: number,
  lastAt: Date | null,
): StepProgress {
  if (postedAt === null) return { doneAt: null };
  return { doneAt: done < of ? null : instantOf(lastAt ?? postedAt), done, of };
}

const instantOf = (at: Date | null): Instant | null => at?.getTime() ?? null;
