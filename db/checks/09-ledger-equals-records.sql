-- What the ledger booked for usage and for consumed packages is what the records were charged, in the currency of the
-- plan that they were charged by.
WITH booked AS (
  SELECT account_id, accounting_month, asset,
         sum(CASE ledger_account WHEN 'unbilled_usage' THEN amount ELSE 0 END) AS usage,
         sum(CASE ledger_account WHEN 'usage_revenue' THEN -amount ELSE 0 END) AS usage_revenue,
         sum(CASE ledger_account WHEN 'package_revenue' THEN -amount ELSE 0 END) AS package,
         sum(CASE ledger_account WHEN 'token_consumed' THEN amount ELSE 0 END) AS tokens
    FROM ciyuan.journal_line
   WHERE account_id > 0 AND batch_id NOT IN (SELECT batch_id FROM ciyuan.billing_batch) GROUP BY 1, 2, 3
), charged AS (
  SELECT e.account_id, e.accounting_month, p.body ->> 'currency' AS asset, sum(e.usage_gross) AS usage,
         sum(e.recognised_net) AS package, 0 AS tokens
    FROM ciyuan.usage_entry AS e
    LEFT JOIN ciyuan.subscription AS s ON s.account_id = e.account_id AND s.id = e.commitment_subscription_id
    LEFT JOIN ciyuan.grant_bucket AS g ON g.account_id = e.account_id AND g.number = e.grant_number
    -- What lies beyond a cap names no tariff; taking it back can lower what the tariff charged.
    LEFT JOIN ciyuan.subscription AS b
      ON coalesce(e.base_plan_version_id, s.plan_version_id, g.plan_version_id) IS NULL AND b.account_id = e.account_id
     AND b.is_base AND b.starts_at <= e.at AND (b.ends_at IS NULL OR e.at < b.ends_at)
    LEFT JOIN ciyuan.catalogue_document AS p
      ON p.id = coalesce(e.base_plan_version_id, s.plan_version_id, g.plan_version_id, b.plan_version_id)
     AND p.kind = 'plan'
   GROUP BY 1, 2, 3
  UNION ALL
  SELECT account_id, accounting_month, 'TOKEN', 0, 0, sum(drawn_milli) * 0.001 FROM ciyuan.usage_entry GROUP BY 1, 2
)
SELECT 'ledger differs from records' AS what,
       format('account %s in %s, %s: usage %s and %s, package %s and %s, tokens %s and %s', account_id, accounting_month,
              asset, b.usage, c.usage, b.package, c.package, b.tokens, c.tokens) AS detail
  FROM booked AS b FULL JOIN charged AS c USING (account_id, accounting_month, asset)
 WHERE coalesce(b.usage, 0) <> coalesce(c.usage, 0) OR coalesce(b.usage_revenue, 0) <> coalesce(c.usage, 0)
    OR coalesce(b.package, 0) <> coalesce(c.package, 0) OR coalesce(b.tokens, 0) <> coalesce(c.tokens, 0);
