import { Injectable } from '@nestjs/common';
import { usageKey, type InvoicedLine } from '@ciyuan/core/billing';
import { periodContaining } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';
import { PLANS_OF_ENTRY, PLAN_OF_ENTRY, TAX_OF_USAGE } from './chargeable-usage.store';

/** An account, and how its periods are billed. */
export interface InvoicedAccount {
  readonly id: number;
  readonly zone: string;
  readonly anchorDay: number;
}

interface LineRow {
  key: string;
  run_id: string;
  through_sequence: string;
  number: string;
  after_run_id: string | null;
}

interface KeyRow {
  sequence: string;
  at: Date;
  plan_version_id: string;
  on_top: boolean;
  model: string;
}

/** Usage of one account, between two of its sequence numbers. */
const KEYS = `
WITH u AS (
  SELECT e.sequence, e.at, e.batch_id, e.model, e.vendor, e.compute_owner, ${PLAN_OF_ENTRY} AS plan_version_id
    FROM ciyuan.usage_entry AS e${PLANS_OF_ENTRY}
   WHERE e.account_id = $1 AND e.sequence BETWEEN $2 AND $3 AND e.usage_gross <> 0
), r AS (
  SELECT u.*, r.on_top
    FROM (SELECT DISTINCT batch_id, model, vendor, compute_owner, plan_version_id FROM u) AS u${TAX_OF_USAGE}
)
SELECT u.sequence, u.at, u.plan_version_id, u.model, coalesce(r.on_top, false) AS on_top
  FROM u LEFT JOIN r USING (batch_id, model, vendor, compute_owner, plan_version_id)`;

/** What an account's charges are billed under, and where they were. */
@Injectable()
export class InvoicedChargesStore {
  /** The lines of final documents, void ones too, by key and in the order of their runs. */
  async lines(tx: Tx, accountId: number): Promise<Map<string, InvoicedLine[]>> {
    const rows = await tx.rows<LineRow>(
      `SELECT l.key, i.run_id, a.through_sequence, s.number, v.after_run_id
         FROM ciyuan.invoice_line AS l JOIN ciyuan.invoice AS i ON i.id = l.invoice_id
         JOIN ciyuan.invoice_issue AS s ON s.invoice_id = i.id
         JOIN ciyuan.bill_run_account AS a ON a.account_id = l.account_id AND a.run_id = i.run_id
         LEFT JOIN ciyuan.invoice_void AS v ON v.invoice_id = i.id
        WHERE l.account_id = $1 ORDER BY i.run_id`,
      [accountId],
    );
    const lines = new Map<string, InvoicedLine[]>();
    for (const row of rows) {
      const found = lines.get(row.key) ?? [];
      found.push(lineOf(row));
      lines.set(row.key, found);
    }
    return lines;
  }

  /** The keys of the usage between two numbers, both included, by number. */
  async usageKeys(
    tx: Tx,
    { id, zone, anchorDay }: InvoicedAccount,
    from: number,
    through: number,
  ): Promise<Map<number, string>> {
    const rows = await tx.rows<KeyRow>(KEYS, [id, from, through], 'invoiced_usage_keys');
    return new Map(
      rows.map((row) => [
        Number(row.sequence),
        usageKey({
          periodStart: periodContaining(zone, anchorDay, row.at.getTime()).start,
          planVersionId: Number(row.plan_version_id),
          tax: row.on_top ? 'on_top' : 'included',
          model: row.model,
        }),
      ]),
    );
  }
}

const lineOf = (row: LineRow): InvoicedLine => ({
  runId: Number(row.run_id),
  throughSequence: Number(row.through_sequence),
  number: row.number,
  voidedAfterRunId: row.after_run_id === null ? null : Number(row.after_run_id),
});
