-- What the ledger booked for usage and for consumed packages is what the records were charged.
WITH booked AS (
  SELECT account_id, accounting_month,
         sum(CASE ledger_account WHEN 'unbilled_usage' THEN amount ELSE 0 END) AS usage,
         sum(CASE ledger_account WHEN 'usage_revenue' THEN -amount ELSE 0 END) AS usage_revenue,
         sum(CASE ledger_account WHEN 'package_revenue' THEN -amount ELSE 0 END) AS package,
         sum(CASE ledger_account WHEN 'token_consumed' THEN amount ELSE 0 END) AS tokens
    FROM ciyuan.journal_line WHERE account_id > 0 GROUP BY 1, 2
), charged AS (
  SELECT account_id, accounting_month, sum(usage_gross) AS usage, sum(recognised_net) AS package,
         sum(drawn_milli) * 0.001 AS tokens
    FROM ciyuan.usage_entry GROUP BY 1, 2
)
SELECT 'ledger differs from records' AS what,
       format('account %s in %s: usage %s and %s, package %s and %s, tokens %s and %s', account_id, accounting_month,
              b.usage, c.usage, b.package, c.package, b.tokens, c.tokens) AS detail
  FROM booked AS b FULL JOIN charged AS c USING (account_id, accounting_month)
 WHERE coalesce(b.usage, 0) <> coalesce(c.usage, 0) OR coalesce(b.usage_revenue, 0) <> coalesce(c.usage, 0)
    OR coalesce(b.package, 0) <> coalesce(c.package, 0) OR coalesce(b.tokens, 0) <> coalesce(c.tokens, 0);
