import { Injectable } from '@nestjs/common';
import { parseYuan, type PicoYuan } from '@ciyuan/core/kernel';
import { OPERATOR_ZONE } from '@ciyuan/modules/ledger';
import type { Tx } from '@ciyuan/platform/database';

/** What moved the deferred revenue of packages, net of VAT; none of it is negative but where it was taken back. */
export interface DeferredMoves {
  readonly sold: PicoYuan;
  /** Of grants that were half used in another system. */
  readonly stated: PicoYuan;
  /** With gifts between accounts. */
  readonly received: PicoYuan;
  readonly given: PicoYuan;
  readonly recognised: PicoYuan;
  readonly broken: PicoYuan;
}

export interface PlanMoves extends DeferredMoves {
  readonly plan: string;
  readonly currency: string;
  readonly month: string;
}

/** The same as the journals have it, over all plans: gifts only less what was given. */
export interface LedgerMoves extends Omit<DeferredMoves, 'received' | 'given'> {
  readonly currency: string;
  readonly transferred: PicoYuan;
  /** Of the months before, and of the month: what is owed in packages, positive. */
  readonly opening: PicoYuan;
  readonly closing: PicoYuan;
}

type Texts<T> = { readonly [K in keyof T]: string };

/** Grants count in the month that their write booked them to; consumption and breakage in that of their roll-ups. */
const PLAN_MOVES = `
WITH born AS (
  SELECT g.plan_version_id, g.origin, g.price_net,
         to_char(g.granted_at AT TIME ZONE $2, 'YYYY-MM') AS usage_month, w.late_months
    FROM ciyuan.grant_bucket AS g
    JOIN ciyuan.grant_movement AS m ON m.account_id = g.account_id AND m.sequence = g.number
     AND m.grant_number = g.number AND m.kind IN ('issued', 'received', 'stated')
    LEFT JOIN ciyuan.account_write AS w ON w.batch_id = m.batch_id
   WHERE g.origin <> 'rolled_over' AND g.price_net <> 0
), moves AS (
  SELECT plan_version_id, coalesce(late_months ->> usage_month, usage_month) AS month,
         CASE WHEN origin NOT IN ('received', 'stated') THEN price_net ELSE 0 END AS sold,
         CASE origin WHEN 'stated' THEN price_net ELSE 0 END AS stated,
         CASE origin WHEN 'received' THEN price_net ELSE 0 END AS moved, 0 AS recognised, 0 AS broken
    FROM born
  UNION ALL
  SELECT plan_version_id, accounting_month, 0, 0, 0, CASE kind WHEN 'package' THEN net ELSE 0 END,
         CASE kind WHEN 'breakage' THEN net ELSE 0 END
    FROM ciyuan.usage_rollup_delta
   WHERE kind IN ('package', 'breakage') AND net <> 0 AND accounting_month <= $1
)
SELECT d.code AS plan, d.body ->> 'currency' AS currency, month, sum(sold) AS sold, sum(stated) AS stated,
       sum(moved) AS received, sum(moved) AS given, sum(recognised) AS recognised, sum(broken) AS broken
  FROM moves JOIN ciyuan.catalogue_document AS d ON d.id = plan_version_id
 WHERE month <= $1 GROUP BY 1, 2, 3 ORDER BY 2, 1, 3`;

/**
 * What was sold is what customers owe, less its tax, fees and shortfalls: those have accounts of their own. Credits and
 * payments come to nothing with theirs.
 */
const LEDGER_MOVES = `
SELECT asset AS currency,
       coalesce(-sum(amount) FILTER (WHERE ledger_account = 'deferred_revenue' AND accounting_month < $1), 0) AS opening,
       coalesce(-sum(amount) FILTER (WHERE ledger_account = 'deferred_revenue'), 0) AS closing,
       coalesce(sum(amount) FILTER (WHERE accounting_month = $1 AND ledger_account IN
         ('receivable', 'tax_payable', 'fee_revenue', 'shortfall_revenue', 'deferred_shortfall',
          'adjustment_revenue', 'bad_debt', 'bank')), 0) AS sold,
       coalesce(sum(amount) FILTER (WHERE accounting_month = $1 AND ledger_account = 'opening_balance'), 0) AS stated,
       coalesce(sum(amount) FILTER (WHERE accounting_month = $1 AND ledger_account = 'transfer_clearing'), 0) AS transferred,
       coalesce(-sum(amount) FILTER (WHERE accounting_month = $1 AND ledger_account = 'package_revenue'), 0) AS recognised,
       coalesce(-sum(amount) FILTER (WHERE accounting_month = $1 AND ledger_account = 'breakage_revenue'), 0) AS broken
  FROM ciyuan.journal_line WHERE accounting_month <= $1 AND account_id > 0 AND asset <> 'TOKEN'
   AND batch_id NOT IN (SELECT batch_id FROM ciyuan.billing_batch)
 GROUP BY 1 ORDER BY 1`;

@Injectable()
export class DeferredRevenueStore {
  /** Each plan's moves of each accounting month until this one, from grants and roll-ups. */
  async byPlan(tx: Tx, month: string): Promise<PlanMoves[]> {
    const rows = await tx.rows<Texts<PlanMoves>>(PLAN_MOVES, [month, OPERATOR_ZONE]);
    return rows.map(({ plan, currency, month: own, ...moves }) => ({
      plan,
      currency,
      month: own,
      ...parsed(moves),
    }));
  }

  /** By currency, from the journals of customers. */
  async inLedger(tx: Tx, month: string): Promise<LedgerMoves[]> {
    const rows = await tx.rows<Texts<LedgerMoves>>(LEDGER_MOVES, [month]);
    return rows.map(({ currency, ...moves }) => ({ currency, ...parsed(moves) }));
  }
}

const parsed = <T extends Readonly<Record<string, string>>>(texts: T): { [K in keyof T]: PicoYuan } =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, parseYuan(text)])) as {
    [K in keyof T]: PicoYuan;
  };
