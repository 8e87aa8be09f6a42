-- What the closed periods of commitments have come to is what the ledger and the roll-ups booked for them, write by write,
-- and what of it is still deferred is what was not made up and has not lapsed.
WITH entries AS (
  SELECT e.account_id, e.batch_id, p.body ->> 'currency' AS asset, sum(net - deferred_net + recognised_net) AS revenue,
         sum(deferred_net - recognised_net) AS deferred, sum(gross - deferred_gross + recognised_gross) AS gross
    FROM ciyuan.commitment_entry AS e
    LEFT JOIN ciyuan.subscription AS s ON s.account_id = e.account_id AND s.id = e.subscription_id
    LEFT JOIN ciyuan.catalogue_document AS p ON p.id = s.plan_version_id
   GROUP BY 1, 2, 3
), booked AS (
  SELECT account_id, batch_id, asset,
         -sum(CASE ledger_account WHEN 'shortfall_revenue' THEN amount ELSE 0 END) AS revenue,
         -sum(CASE ledger_account WHEN 'deferred_shortfall' THEN amount ELSE 0 END) AS deferred
    FROM ciyuan.journal_line
   WHERE account_id > 0 AND ledger_account IN ('shortfall_revenue', 'deferred_shortfall') GROUP BY 1, 2, 3
), rolled AS (
  SELECT batch_id, currency AS asset, sum(gross) AS gross, sum(net) AS net FROM ciyuan.usage_rollup_delta
   WHERE kind = 'shortfall' GROUP BY 1, 2
), stated AS (
  SELECT batch_id, asset, sum(gross) AS gross, sum(revenue) AS net FROM entries GROUP BY 1, 2
)
SELECT 'commitments differ from the ledger' AS what,
       format('account %s, batch %s: revenue %s of %s, deferred %s of %s', account_id, batch_id, b.revenue, e.revenue,
              b.deferred, e.deferred) AS detail
  FROM entries AS e FULL JOIN booked AS b USING (account_id, batch_id, asset)
 WHERE coalesce(e.revenue, 0) <> coalesce(b.revenue, 0) OR coalesce(e.deferred, 0) <> coalesce(b.deferred, 0)
UNION ALL
SELECT 'commitments differ from roll-ups',
       format('batch %s: gross %s of %s, net %s of %s', batch_id, r.gross, s.gross, r.net, s.net)
  FROM stated AS s FULL JOIN rolled AS r USING (batch_id, asset)
 WHERE coalesce(s.gross, 0) <> coalesce(r.gross, 0) OR coalesce(s.net, 0) <> coalesce(r.net, 0)
UNION ALL
SELECT 'commitment changed by nothing', format('account %s, sequence %s, period %s', e.account_id, e.sequence, e.period)
  FROM ciyuan.commitment_entry AS e
  LEFT JOIN ciyuan.usage_entry AS u ON u.account_id = e.account_id AND u.sequence = e.sequence
  LEFT JOIN ciyuan.commitment_entry AS c
    ON c.account_id = e.account_id AND c.sequence = e.sequence AND c.subscription_id = e.subscription_id AND c.closes
 WHERE num_nonnulls(u.sequence, c.sequence) <> 1 OR e.batch_id <> coalesce(u.batch_id, c.batch_id)
    OR (u.sequence IS NOT NULL AND u.commitment_subscription_id IS DISTINCT FROM e.subscription_id)
UNION ALL
-- What used credits recognise is of the record that used them; all else of a month that a period of the plan ends in.
SELECT 'shortfall of another line', format('batch %s, line %s', r.batch_id, r.line)
  FROM ciyuan.usage_rollup_delta AS r
 WHERE r.kind = 'shortfall' AND CASE WHEN r.model IS NULL
         THEN NOT EXISTS (
           SELECT FROM ciyuan.commitment_period AS p
            WHERE p.plan_version_id = r.plan_version_id AND p.channel IS NOT DISTINCT FROM r.channel
              AND to_char((p.ends_at - interval '1 millisecond') AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') = r.usage_month)
         ELSE NOT EXISTS (
           SELECT FROM ciyuan.usage_entry AS u
            WHERE u.batch_id = r.batch_id AND u.model = r.model AND u.vendor = r.vendor
              AND u.compute_owner = r.compute_owner AND u.chip_kind = r.chip_kind
              AND u.accounting_month = r.accounting_month AND u.commitment_tokens IS NOT NULL
              AND to_char(u.at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') = r.usage_month) END;
