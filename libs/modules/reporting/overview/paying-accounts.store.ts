import { Injectable } from '@nestjs/common';
import { OPERATOR_ZONE } from '@ciyuan/modules/ledger';
import type { Tx } from '@ciyuan/platform/database';

/**
 * An account pays on a day on which a subscription of it is in force whose plan has a price or is a commitment, or on
 * which usage of it was charged. Its days are put together into spans first, so that it counts once, and a span counts
 * by its two ends: the cost goes with subscriptions and charged days, not with both multiplied.
 */
const PAYING = `
WITH asked AS (SELECT $1::date AS first_day, $2::date AS last_day),
paid AS (
  SELECT s.account_id, (s.starts_at AT TIME ZONE $3)::date AS starts_on,
         ((s.ends_at - interval '1 microsecond') AT TIME ZONE $3)::date AS ends_on
    FROM ciyuan.subscription AS s JOIN ciyuan.catalogue_document AS d ON d.id = s.plan_version_id
   WHERE (d.body ->> 'price')::numeric > 0 OR d.body ? 'commitment'
  UNION ALL
  SELECT DISTINCT account_id, (booked_at AT TIME ZONE $3)::date, (booked_at AT TIME ZONE $3)::date
    FROM ciyuan.journal_line
   WHERE ledger_account = 'usage_revenue' AND account_id > 0 AND amount < 0
     AND booked_at >= $1::date::timestamp AT TIME ZONE $3 AND booked_at < ($2::date + 1)::timestamp AT TIME ZONE $3
), within AS (
  SELECT account_id, range_agg(daterange(greatest(starts_on, first_day), least(ends_on, last_day), '[]')) AS days
    FROM paid, asked WHERE starts_on <= last_day AND coalesce(ends_on, last_day) >= first_day
                       AND coalesce(ends_on, starts_on) >= starts_on
   GROUP BY account_id
), span AS (SELECT unnest(days) AS days FROM within), step AS (
  SELECT lower(days) AS day, count(*) AS change FROM span GROUP BY 1
  UNION ALL SELECT upper(days), -count(*) FROM span GROUP BY 1
)
SELECT to_char(d.day, 'YYYY-MM-DD') AS day, coalesce(sum(s.change), 0)::int AS accounts
  FROM asked, generate_series(first_day::timestamp, last_day::timestamp, interval '1 day') AS d (day)
  LEFT JOIN step AS s ON s.day <= d.day::date
 GROUP BY 1 ORDER BY 1`;

@Injectable()
export class PayingAccountsStore {
  /** By day of the operator's zone; both days inclusive. */
  async byDay(tx: Tx, from: string, to: string): Promise<Map<string, number>> {
    const rows = await tx.rows<{ day: string; accounts: number }>(PAYING, [from, to, OPERATOR_ZONE]);
    return new Map(rows.map(({ day, accounts }) => [day, accounts]));
  }
}
