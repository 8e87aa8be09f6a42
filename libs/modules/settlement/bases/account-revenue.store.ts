import { Injectable } from '@nestjs/common';
import {
  OPERATOR_ZONE,
  formatInstant,
  monthBounds,
  parseYuan,
  type Instant,
  type PicoYuan,
} from '@ciyuan/core/kernel';
import type { AccountRevenue } from '@ciyuan/core/settlement';
import { plainArray, textArray, type Tx } from '@ciyuan/platform/database';
import { BEFORE } from '../contracts/contract-figures.store';

/** What was recognised of an account in one accounting month. */
export interface RecognisedRevenue {
  readonly accountId: number;
  readonly currency: string;
  readonly month: string;
  readonly revenue: PicoYuan;
}

/** What a run of a month counts: booked in it, and in the months that were issued before it. */
export interface CountedRun {
  readonly month: string;
  /** The run's id where it was posted. */
  readonly posted: number | null;
}

const COUNTED = `(accounting_month = $2 OR ($1::bigint IS NULL AND accounting_month < $2)
             OR accounting_month IN (SELECT month FROM before))`;

/** By the plan whose grant or tariff charged it, as the roll-ups have it. */
const RECORDS = `
WITH before AS (${BEFORE}), entry AS (
  SELECT m.month, e.* FROM unnest($3::text[], $4::timestamptz[], $5::timestamptz[]) AS m (month, starts_at, ends_at)
    JOIN ciyuan.usage_entry AS e ON e.at >= m.starts_at AND e.at < m.ends_at
   WHERE ${COUNTED}
), portion AS (
  SELECT e.month, e.account_id, g.plan_version_id, 'package' AS kind, e.model, e.vendor, e.compute_owner, e.chip_kind,
         e.recognised_gross AS gross
    FROM entry AS e JOIN ciyuan.grant_bucket AS g ON g.account_id = e.account_id AND g.number = e.grant_number
   WHERE e.recognised_gross <> 0
  UNION ALL
  SELECT e.month, e.account_id, coalesce(e.base_plan_version_id, b.plan_version_id), 'usage', e.model, e.vendor,
         e.compute_owner, e.chip_kind, e.usage_gross - coalesce(e.commitment_gross, 0)
    FROM entry AS e
    -- What lies beyond a cap names no tariff; taking it back can lower what the tariff charged.
    LEFT JOIN ciyuan.subscription AS b
      ON e.base_plan_version_id IS NULL AND b.account_id = e.account_id AND b.is_base AND b.starts_at <= e.at
     AND (b.ends_at IS NULL OR e.at < b.ends_at)
   WHERE e.usage_gross <> coalesce(e.commitment_gross, 0)
  UNION ALL
  SELECT e.month, e.account_id, s.plan_version_id, 'usage', e.model, e.vendor, e.compute_owner, e.chip_kind, e.commitment_gross
    FROM entry AS e JOIN ciyuan.subscription AS s ON s.account_id = e.account_id AND s.id = e.commitment_subscription_id
   WHERE e.commitment_gross <> 0
)
SELECT * FROM (
  SELECT p.month, p.account_id, d.body ->> 'currency' AS currency, p.plan_version_id, p.kind, p.model, p.vendor,
         p.compute_owner, p.chip_kind, sum(p.gross) AS gross
    FROM portion AS p JOIN ciyuan.catalogue_document AS d ON d.id = p.plan_version_id
   GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9) AS s
 ORDER BY month, account_id, currency COLLATE "C", plan_version_id, kind, model COLLATE "C", vendor COLLATE "C",
          compute_owner COLLATE "C", chip_kind COLLATE "C"`;

const RECOGNISED = `
WITH before AS (${BEFORE})
SELECT j.account_id, j.asset AS currency, j.accounting_month AS month, -sum(j.amount) AS revenue
  FROM ciyuan.journal_line AS j
 WHERE j.account_id = ANY ($3::bigint[]) AND ${COUNTED}
   AND j.ledger_account IN ('package_revenue','breakage_revenue','shortfall_revenue','fee_revenue','usage_revenue')
 GROUP BY 1, 2, 3 ORDER BY j.account_id, j.asset COLLATE "C", j.accounting_month`;

/** What was paid for elsewhere, in another system or by whoever gave it; of a giver what it has paid for others. */
const PAID_ELSEWHERE = `
WITH come AS (
  SELECT g.account_id, CASE g.origin WHEN 'received' THEN g.from_account_id END AS giver_id,
         d.body ->> 'currency' AS currency, g.price_net
    FROM ciyuan.grant_bucket AS g
    JOIN ciyuan.grant_movement AS m
      ON m.account_id = g.account_id AND m.grant_number = g.number AND m.kind IN ('stated', 'received')
    JOIN ciyuan.account_write AS w ON w.batch_id = m.batch_id AND w.written_at < $2
    JOIN ciyuan.catalogue_document AS d ON d.id = g.plan_version_id
   WHERE g.origin IN ('stated', 'received')
     AND (g.account_id = ANY ($1::bigint[]) OR g.from_account_id = ANY ($1::bigint[]))
)
SELECT o.account_id, currency, sum(o.sign * price_net) AS net
  FROM come AS c CROSS JOIN LATERAL (VALUES (c.account_id, 1), (c.giver_id, -1)) AS o (account_id, sign)
 WHERE o.account_id = ANY ($1::bigint[]) GROUP BY 1, 2 ORDER BY 1, 2`;

interface RecordsRow {
  month: string;
  account_id: string;
  currency: string;
  plan_version_id: string;
  kind: AccountRevenue['kind'];
  model: string;
  vendor: string;
  compute_owner: string;
  chip_kind: string;
  gross: string;
}

/** Whose revenue months were, by accounts: read where shares wait for invoices or money, and from the records themselves. */
@Injectable()
export class AccountRevenueStore {
  /** What the records of these usage months came to, by account and key. */
  async ofMonths(tx: Tx, run: CountedRun, months: readonly string[]): Promise<AccountRevenue[]> {
    const bounds = months.map((month) => monthBounds(OPERATOR_ZONE, month));
    const rows = await tx.rows<RecordsRow>(RECORDS, [
      run.posted,
      run.month,
      textArray(months),
      plainArray(bounds.map(({ start }) => formatInstant(start))),
      plainArray(bounds.map(({ end }) => formatInstant(end))),
    ]);
    return rows.map((row) => ({
      month: row.month,
      accountId: Number(row.account_id),
      currency: row.currency,
      planVersionId: Number(row.plan_version_id),
      kind: row.kind,
      model: row.model,
      vendor: row.vendor,
      computeOwner: row.compute_owner,
      chipKind: row.chip_kind,
      gross: parseYuan(row.gross),
    }));
  }

  /** All that the ledger has recognised of accounts, month by month. */
  async recognised(tx: Tx, run: CountedRun, accountIds: readonly number[]): Promise<RecognisedRevenue[]> {
    const rows = await tx.rows<{ account_id: string; currency: string; month: string; revenue: string }>(
      RECOGNISED,
      [run.posted, run.month, plainArray(accountIds)],
    );
    return rows.map((row) => ({
      accountId: Number(row.account_id),
      currency: row.currency,
      month: row.month,
      revenue: parseYuan(row.revenue),
    }));
  }

  /** The net price of grants that accounts are not billed for, less that of what they gave away, written before the instant. */
  async paidElsewhere(
    tx: Tx,
    accountIds: readonly number[],
    before: Instant,
  ): Promise<{ readonly accountId: number; readonly currency: string; readonly net: PicoYuan }[]> {
    const rows = await tx.rows<{ account_id: string; currency: string; net: string }>(PAID_ELSEWHERE, [
      plainArray(accountIds),
      formatInstant(before),
    ]);
    return rows.map((row) => ({
      accountId: Number(row.account_id),
      currency: row.currency,
      net: parseYuan(row.net),
    }));
  }
}
