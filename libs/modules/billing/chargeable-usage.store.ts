import { Injectable } from '@nestjs/common';
import { usageKey, type Chargeable } from '@ciyuan/core/billing';
import { formatInstant, parseYuan, type Instant, type Period } from '@ciyuan/core/kernel';
import { plainArray, textArray, type Tx } from '@ciyuan/platform/database';
import type { RunAccount } from './bill-run';

/** A billing period of all accounts of one zone and anchor day. */
export interface AnchoredPeriod extends Period {
  readonly zone: string;
  readonly anchorDay: number;
}

interface UsageRow {
  account_id: string;
  starts_at: Date;
  ends_at: Date;
  plan_version_id: string;
  model: string;
  on_top: boolean;
  currency: string;
  vat_rate: string;
  total: string;
  milli_tokens: string;
}

/** The plan that priced the entry `e`; what lies beyond a cap names no tariff, and taking it back can lower its charge. */
export const PLAN_OF_ENTRY =
  'coalesce(e.base_plan_version_id, s.plan_version_id, g.plan_version_id, b.plan_version_id)';
export const PLANS_OF_ENTRY = `
    LEFT JOIN ciyuan.subscription AS s ON s.account_id = e.account_id AND s.id = e.commitment_subscription_id
    LEFT JOIN ciyuan.grant_bucket AS g ON g.account_id = e.account_id AND g.number = e.grant_number
    LEFT JOIN ciyuan.subscription AS b
      ON coalesce(e.base_plan_version_id, s.plan_version_id, g.plan_version_id) IS NULL AND b.account_id = e.account_id
     AND b.is_base AND b.starts_at <= e.at AND (b.ends_at IS NULL OR e.at < b.ends_at)`;
/** Whether VAT is on top of the usage `u` says the split rule of its batch. */
export const TAX_OF_USAGE = `
  LEFT JOIN LATERAL (
    SELECT NOT (rule.body #>> '{rule,vatIncluded}')::boolean AS on_top
      FROM ciyuan.usage_rollup_delta AS l JOIN ciyuan.catalogue_document AS rule ON rule.id = l.split_rule_version_id
     WHERE l.batch_id = u.batch_id AND l.kind = 'usage' AND l.model = u.model AND l.vendor = u.vendor
       AND l.compute_owner = u.compute_owner AND l.plan_version_id = u.plan_version_id
     ORDER BY l.line LIMIT 1) AS r ON true`;

const USAGE = `
WITH one AS (SELECT * FROM unnest($1::bigint[], $2::bigint[]) AS o (account_id, through_sequence)),
period AS (
  SELECT * FROM unnest($3::text[], $4::smallint[], $5::timestamptz[], $6::timestamptz[])
    AS p (zone, anchor_day, starts_at, ends_at)
), batch AS (
  SELECT e.account_id, p.starts_at, p.ends_at, e.batch_id, e.model, e.vendor, e.compute_owner,
         ${PLAN_OF_ENTRY} AS plan_version_id,
         sum(e.usage_gross) AS total, sum(e.overage_tokens) AS tokens
    FROM one JOIN ciyuan.account AS a USING (account_id) JOIN period AS p USING (zone, anchor_day)
    JOIN ciyuan.usage_entry AS e
      ON e.account_id = one.account_id AND e.sequence <= one.through_sequence AND e.usage_gross <> 0
     AND e.at >= p.starts_at AND e.at < p.ends_at${PLANS_OF_ENTRY}
   GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
)
SELECT u.account_id, u.starts_at, u.ends_at, u.plan_version_id, u.model, coalesce(r.on_top, false) AS on_top,
       d.body ->> 'currency' AS currency, trim_scale((d.body ->> 'vatRate')::numeric)::text AS vat_rate, sum(u.total) AS total,
       sum(u.tokens) * 1000 AS milli_tokens
  FROM batch AS u JOIN ciyuan.catalogue_document AS d ON d.id = u.plan_version_id${TAX_OF_USAGE}
 GROUP BY 1, 2, 3, 4, 5, 6, 7, 8`;

@Injectable()
export class ChargeableUsageStore {
  /** All that was ever charged for usage of these periods, up to each account's sequence number. */
  async ofAccounts(
    tx: Tx,
    accounts: readonly RunAccount[],
    periods: readonly AnchoredPeriod[],
  ): Promise<Chargeable[]> {
    const rows = await tx.rows<UsageRow>(
      USAGE,
      [
        plainArray(accounts.map((one) => one.accountId)),
        plainArray(accounts.map((one) => one.throughSequence)),
        textArray(periods.map((one) => one.zone)),
        plainArray(periods.map((one) => one.anchorDay)),
        plainArray(periods.map((one) => formatInstant(one.start))),
        plainArray(periods.map((one) => formatInstant(one.end))),
      ],
      'chargeable_usage',
    );
    return rows.map(read);
  }

  /** Before this nobody of the accounts can have been charged for anything. */
  async firstUse(tx: Tx, accounts: readonly RunAccount[]): Promise<Instant | undefined> {
    const [row] = await tx.rows<{ at: Date | null }>(
      'SELECT min(starts_at) AS at FROM ciyuan.subscription WHERE account_id = ANY ($1::bigint[])',
      [plainArray(accounts.map((one) => one.accountId))],
    );
    return row?.at?.getTime();
  }
}

const read = (row: UsageRow): Chargeable => {
  const tax = row.on_top ? 'on_top' : 'included';
  const [periodStart, planVersionId] = [row.starts_at.getTime(), Number(row.plan_version_id)];
  return {
    accountId: Number(row.account_id),
    key: usageKey({ periodStart, planVersionId, tax, model: row.model }),
    kind: 'usage',
    currency: row.currency,
    vatRate: row.vat_rate,
    tax,
    total: parseYuan(row.total),
    totalNet: null,
    milliTokens: BigInt(row.milli_tokens),
    subscriptionId: null,
    planVersionId,
    model: row.model,
    startsAt: periodStart,
    endsAt: row.ends_at.getTime(),
    days: null,
  };
};
