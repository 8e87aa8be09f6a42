import { Injectable } from '@nestjs/common';
import type { Instant } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';

/** Which subscriptions, by the plan version that they were sold; those that end before the instant are left out. */
export interface Touching {
  readonly from: Instant;
  /** Of this plan. */
  readonly plan?: string;
  /** Base tariffs that charge by this book. */
  readonly priceBook?: string;
  /** Whose grants count tokens by this table. */
  readonly coefficientTable?: string;
  /** Base tariffs that charge by a book with hours of this calendar. */
  readonly holidayCalendar?: string;
  /** Of plans that are for whom this rule names. */
  readonly eligibilityRule?: string;
}

/** When the change reaches the subscriptions: those of a plan keep the version that they were sold. */
export type Reach = 'at_once' | 'with_next_grant' | 'new_orders_only';

export interface AffectedPlan {
  readonly plan: string;
  readonly reach: Reach;
  readonly subscriptions: number;
  readonly accounts: number;
}

interface PlanRow {
  plan: string;
  reach: Reach;
  subscriptions: string;
  accounts: string;
}

/** Grants of `at_issue` keep the table that they were issued with, so only what renews comes to another one. */
const TOUCHED = `
  FROM ciyuan.subscription AS s JOIN ciyuan.catalogue_document AS p ON p.id = s.plan_version_id
 WHERE (s.ends_at IS NULL OR s.ends_at > $1)
   AND ($2::text IS NULL OR s.plan_code = $2)
   AND ($3::text IS NULL OR (s.is_base AND p.body ->> 'priceBook' = $3))
   AND ($4::text IS NULL OR (p.body ->> 'coefficientTable' = $4
     AND (p.body ->> 'coefficients' = 'follow' OR s.next_cycle_at IS NOT NULL)))
   AND ($5::text IS NULL OR (s.is_base AND p.body ->> 'priceBook' IN (
     SELECT b.code FROM ciyuan.catalogue_document AS b WHERE b.kind = 'price_book' AND jsonb_path_exists(
       b.body, '$.entries[*].timeBand.holidays ? (@ == $code)', jsonb_build_object('code', $5::text)))))
   AND ($6::text IS NULL OR p.body ->> 'eligibilityRule' = $6)`;

/** Counts subscriptions and their accounts, and names none of them. */
@Injectable()
export class AffectedStore {
  async plans(tx: Tx, touching: Touching, newOrdersOnly: boolean): Promise<AffectedPlan[]> {
    const rows = await tx.rows<PlanRow>(
      `SELECT s.plan_code AS plan, count(*) AS subscriptions, count(DISTINCT s.account_id) AS accounts,
              CASE WHEN $7::boolean THEN 'new_orders_only'
                   WHEN $4::text IS NOT NULL AND p.body ->> 'coefficients' = 'at_issue' THEN 'with_next_grant'
                   ELSE 'at_once' END AS reach
       ${TOUCHED} GROUP BY plan, reach ORDER BY plan, reach`,
      [...valuesOf(touching), newOrdersOnly],
    );
    return rows.map((row) => ({
      plan: row.plan,
      reach: row.reach,
      subscriptions: Number(row.subscriptions),
      accounts: Number(row.accounts),
    }));
  }

  /** An account with two of the plans is one. */
  async accounts(tx: Tx, touching: Touching): Promise<number> {
    const rows = await tx.rows<{ accounts: string }>(
      `SELECT count(DISTINCT s.account_id) AS accounts ${TOUCHED}`,
      valuesOf(touching),
    );
    return Number(rows[0]?.accounts);
  }
}

const valuesOf = ({
  from,
  plan,
  priceBook,
  coefficientTable,
  holidayCalendar,
  eligibilityRule,
}: Touching): readonly unknown[] => [
  new Date(from),
  plan ?? null,
  priceBook ?? null,
  coefficientTable ?? null,
  holidayCalendar ?? null,
  eligibilityRule ?? null,
];
