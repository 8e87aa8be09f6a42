import { Injectable } from '@nestjs/common';
import type { CloseFinding } from '@ciyuan/core/settlement';
import { COUNTERS } from '@ciyuan/core/usage';
import type { Tx } from '@ciyuan/platform/database';

interface FoundRow {
  count: string;
  example: string | null;
}

/** Usage comes before the end of the month that it is booked in: later partitions need not be read. */
const ENTRIES = `ciyuan.usage_entry AS e
   WHERE accounting_month = $1 AND at < (($1 || '-01')::date + interval '1 month') AT TIME ZONE 'Asia/Shanghai'`;

const sums = (columns: readonly string[]): string =>
  columns.map((column) => `sum(coalesce(${column}, 0)) AS ${column}`).join(', ');

const WHICH = ['usage_month', 'model', 'vendor', 'compute_owner', 'chip_kind'].join(', ');
const FIGURES = sums(['records', ...COUNTERS, 'drawn_milli']);
const COSTS = sums(['vendor_cost', 'compute_cost']);

/** The rows of either of two sums that the other does not have. */
const difference = (one: string, other: string, detail: string): string => `
  WITH one AS (${one}), other AS (${other}), difference AS (
    (TABLE one EXCEPT TABLE other) UNION ALL (TABLE other EXCEPT TABLE one))
  SELECT ${detail} AS detail FROM difference`;

const RECORDS_AND_ROLLUPS = difference(
  `SELECT to_char(at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') AS usage_month, model, vendor, compute_owner, chip_kind,
          ${FIGURES}, sum(usage_gross) AS usage_gross, sum(recognised_gross) AS recognised_gross,
          sum(recognised_net) AS recognised_net, ${COSTS}
     FROM ${ENTRIES} GROUP BY 1, 2, 3, 4, 5`,
  `SELECT ${WHICH}, ${FIGURES}, sum(CASE WHEN kind = 'package' THEN 0 ELSE gross END),
          sum(CASE WHEN kind = 'package' THEN gross ELSE 0 END), sum(CASE WHEN kind = 'package' THEN net ELSE 0 END), ${COSTS}
     FROM ciyuan.usage_rollup_delta
    WHERE accounting_month = $1 AND kind NOT IN ('breakage', 'shortfall', 'fee') GROUP BY 1, 2, 3, 4, 5`,
  "format('records and roll-ups: %s of %s on %s, %s', model, vendor, compute_owner, usage_month)",
);

const BASE_AT = `s.account_id = e.account_id AND s.is_base AND s.starts_at <= e.at AND (s.ends_at IS NULL OR e.at < s.ends_at)`;

const TARIFFS_AND_ROLLUPS = difference(
  `SELECT plan_version_id, channel, sum(tokens) AS tokens, sum(gross) AS gross FROM (
     SELECT e.base_plan_version_id AS plan_version_id, s.channel,
            e.overage_tokens - coalesce(e.commitment_tokens, 0) AS tokens,
            e.usage_gross - coalesce(e.commitment_gross, 0) AS gross
       FROM (SELECT * FROM ${ENTRIES}) AS e
       LEFT JOIN ciyuan.subscription AS s ON s.plan_version_id = e.base_plan_version_id AND ${BASE_AT}
      WHERE e.overage_kind = 'usage' AND (e.base_plan_version_id IS NOT NULL OR e.commitment_tokens IS NULL)
     UNION ALL
     SELECT s.plan_version_id, s.channel, 0, e.usage_gross - coalesce(e.commitment_gross, 0)
       FROM (SELECT * FROM ${ENTRIES}) AS e LEFT JOIN ciyuan.subscription AS s ON ${BASE_AT}
      WHERE e.base_plan_version_id IS NULL AND e.overage_kind IS NOT NULL
        AND e.usage_gross <> coalesce(e.commitment_gross, 0)
     UNION ALL
     SELECT s.plan_version_id, s.channel, e.commitment_tokens, e.commitment_gross
       FROM (SELECT * FROM ${ENTRIES}) AS e
       LEFT JOIN ciyuan.subscription AS s ON s.account_id = e.account_id AND s.id = e.commitment_subscription_id
      WHERE e.commitment_tokens IS NOT NULL) AS portions GROUP BY 1, 2`,
  `SELECT plan_version_id, channel,
          sum(input + cached_input + cache_write + cache_write_1h + output + reasoning + image_input + audio_input
              + video_input + image_output + audio_output + video_output), sum(gross)
     FROM ciyuan.usage_rollup_delta WHERE accounting_month = $1 AND kind = 'usage' GROUP BY 1, 2`,
  "format('tariffs and roll-ups: plan version %s, channel %s', plan_version_id, channel)",
);

const LEDGER_AND_RECORDS = `
  WITH booked AS (
    SELECT account_id, asset, sum(CASE ledger_account WHEN 'unbilled_usage' THEN amount ELSE 0 END) AS usage,
           sum(CASE ledger_account WHEN 'usage_revenue' THEN -amount ELSE 0 END) AS usage_revenue,
           sum(CASE ledger_account WHEN 'package_revenue' THEN -amount ELSE 0 END) AS package,
           sum(CASE ledger_account WHEN 'token_consumed' THEN amount ELSE 0 END) AS tokens
      FROM ciyuan.journal_line
     -- What invoices moved has its own identity.
     WHERE account_id > 0 AND accounting_month = $1 AND batch_id NOT IN (SELECT batch_id FROM ciyuan.billing_batch)
     GROUP BY 1, 2
  ), entry AS (SELECT * FROM ${ENTRIES}
  ), charged AS (
    SELECT e.account_id, p.body ->> 'currency' AS asset, sum(e.usage_gross) AS usage, sum(e.recognised_net) AS package,
           0 AS tokens
      FROM entry AS e
      LEFT JOIN ciyuan.subscription AS c ON c.account_id = e.account_id AND c.id = e.commitment_subscription_id
      LEFT JOIN ciyuan.grant_bucket AS g ON g.account_id = e.account_id AND g.number = e.grant_number
      LEFT JOIN ciyuan.subscription AS s
        ON coalesce(e.base_plan_version_id, c.plan_version_id, g.plan_version_id) IS NULL AND ${BASE_AT}
      LEFT JOIN ciyuan.catalogue_document AS p
        ON p.id = coalesce(e.base_plan_version_id, c.plan_version_id, g.plan_version_id, s.plan_version_id)
     GROUP BY 1, 2
    UNION ALL SELECT account_id, 'TOKEN', 0, 0, sum(drawn_milli) * 0.001 FROM entry GROUP BY 1
  )
  SELECT format('ledger and records: account %s, %s', account_id, asset) AS detail
    FROM booked AS b FULL JOIN charged AS c USING (account_id, asset)
   WHERE coalesce(b.usage, 0) <> coalesce(c.usage, 0) OR coalesce(b.usage_revenue, 0) <> coalesce(c.usage, 0)
      OR coalesce(b.package, 0) <> coalesce(c.package, 0) OR coalesce(b.tokens, 0) <> coalesce(c.tokens, 0)`;

const LEDGER_AND_ROLLUPS = `
  WITH booked AS (
    SELECT asset AS currency, replace(ledger_account, '_revenue', '') AS kind, -sum(amount) AS amount
      FROM ciyuan.journal_line
     WHERE ledger_account IN ('breakage_revenue', 'shortfall_revenue', 'fee_revenue') AND account_id > 0
       AND accounting_month = $1 GROUP BY 1, 2
  ), rolled AS (
    SELECT currency, kind, sum(net) AS amount FROM ciyuan.usage_rollup_delta
     WHERE accounting_month = $1 AND kind IN ('breakage', 'shortfall', 'fee') GROUP BY 1, 2
  )
  SELECT format('ledger and roll-ups: %s, %s', kind, currency) AS detail
    FROM booked FULL JOIN rolled USING (currency, kind)
   WHERE coalesce(booked.amount, 0) <> coalesce(rolled.amount, 0)`;

const BALANCES = `
  SELECT format('%s of %s: %s', asset, accounting_month, sum(amount)) AS detail
    FROM ciyuan.journal_line WHERE accounting_month <= $1 GROUP BY accounting_month, asset HAVING sum(amount) <> 0`;

/** Whether the books of a month say the same: records, roll-ups, ledger. Each question is one statement. */
@Injectable()
export class MonthBooksStore {
  /** Assets of a month up to this one whose debits are not its credits. */
  unbalanced(tx: Tx, month: string): Promise<CloseFinding> {
    return this.found(tx, BALANCES, month);
  }

  /** What records, roll-ups and ledger of the month differ in. */
  async differences(tx: Tx, month: string): Promise<CloseFinding> {
    let [count, example]: [number, string | null] = [0, null];
    for (const statement of [
      RECORDS_AND_ROLLUPS,
      TARIFFS_AND_ROLLUPS,
      LEDGER_AND_RECORDS,
      LEDGER_AND_ROLLUPS,
    ]) {
      const found = await this.found(tx, statement, month);
      count += found.count;
      example ??= found.example;
    }
    return { count, example };
  }

  private async found(tx: Tx, statement: string, month: string): Promise<CloseFinding> {
    const [row] = await tx.rows<FoundRow>(
      `SELECT count(*) AS count, min(detail) AS example FROM (${statement}) AS found`,
      [month],
    );
    return { count: Number(row?.count), example: row?.example ?? null };
  }
}
