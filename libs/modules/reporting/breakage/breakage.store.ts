import { Injectable } from '@nestjs/common';
import { parseYuan, type PicoYuan } from '@ciyuan/core/kernel';
import { OPERATOR_ZONE } from '@ciyuan/modules/ledger';
import type { Tx } from '@ciyuan/platform/database';

/** What became of package tokens that were paid for; milli-tokens, and what their price came to without VAT. */
export interface BreakageFigures {
  readonly soldMilli: bigint;
  readonly consumedMilli: bigint;
  /** Less what late records drew back. */
  readonly expiredMilli: bigint;
  readonly recognisedNet: PicoYuan;
  readonly breakageNet: PicoYuan;
}

export interface PlanBreakage extends BreakageFigures {
  readonly month: string;
  readonly currency: string;
  readonly plan: string;
}

export interface LedgerBreakage {
  readonly month: string;
  readonly currency: string;
  readonly breakageNet: PicoYuan;
}

/**
 * By accounting month. A sale counts in the month that its write booked it to, an expiry in that of the month which
 * the grant ended in, consumption and breakage in that of their roll-ups. What rolls over or is given is not sold again.
 */
const BY_PLAN = `
WITH moved AS (
  SELECT g.plan_version_id, m.kind, m.milli_tokens, w.late_months,
         to_char(CASE WHEN m.kind = 'issued' THEN g.granted_at ELSE g.expires_at - interval '1 millisecond' END
                 AT TIME ZONE $3, 'YYYY-MM') AS usage_month
    FROM ciyuan.grant_movement AS m
    JOIN ciyuan.grant_bucket AS g ON g.account_id = m.account_id AND g.number = m.grant_number
    LEFT JOIN ciyuan.account_write AS w ON w.batch_id = m.batch_id
   WHERE m.kind IN ('issued', 'expired', 'expiry_reversed') AND g.price_gross > 0
), figures AS (
  SELECT plan_version_id, coalesce(late_months ->> usage_month, usage_month) AS month,
         CASE kind WHEN 'issued' THEN milli_tokens ELSE 0 END AS sold, 0 AS consumed,
         CASE kind WHEN 'expired' THEN milli_tokens WHEN 'expiry_reversed' THEN -milli_tokens ELSE 0 END AS expired,
         0 AS recognised, 0 AS broken
    FROM moved
  UNION ALL
  SELECT plan_version_id, accounting_month, 0, CASE kind WHEN 'package' THEN drawn_milli ELSE 0 END, 0,
         CASE kind WHEN 'package' THEN net ELSE 0 END, CASE kind WHEN 'breakage' THEN net ELSE 0 END
    FROM ciyuan.usage_rollup_delta
   WHERE kind IN ('package', 'breakage') AND paid AND accounting_month BETWEEN $1 AND $2
)
SELECT month, d.body ->> 'currency' AS currency, d.code AS plan, sum(sold) AS sold, sum(consumed) AS consumed,
       sum(expired) AS expired, sum(recognised) AS recognised, sum(broken) AS broken
  FROM figures JOIN ciyuan.catalogue_document AS d ON d.id = plan_version_id
 WHERE month BETWEEN $1 AND $2 GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;

const IN_LEDGER = `
SELECT accounting_month AS month, asset AS currency, -sum(amount) AS broken FROM ciyuan.journal_line
 WHERE ledger_account = 'breakage_revenue' AND account_id > 0 AND accounting_month BETWEEN $1 AND $2
 GROUP BY 1, 2 ORDER BY 1, 2`;

interface PlanRow {
  month: string;
  currency: string;
  plan: string;
  sold: string;
  consumed: string;
  expired: string;
  recognised: string;
  broken: string;
}

@Injectable()
export class BreakageStore {
  async byPlan(tx: Tx, from: string, until: string): Promise<PlanBreakage[]> {
    const rows = await tx.rows<PlanRow>(BY_PLAN, [from, until, OPERATOR_ZONE]);
    return rows.map(({ month, currency, plan, ...row }) => ({
      month,
      currency,
      plan,
      soldMilli: BigInt(row.sold),
      consumedMilli: BigInt(row.consumed),
      expiredMilli: BigInt(row.expired),
      recognisedNet: parseYuan(row.recognised),
      breakageNet: parseYuan(row.broken),
    }));
  }

  async inLedger(tx: Tx, from: string, until: string): Promise<LedgerBreakage[]> {
    const rows = await tx.rows<{ month: string; currency: string; broken: string }>(IN_LEDGER, [from, until]);
    return rows.map(({ month, currency, broken }) => ({ month, currency, breakageNet: parseYuan(broken) }));
  }
}
