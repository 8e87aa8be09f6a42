-- What the ledger booked for usage and for consumed packages is what the records were charged.
WITH booked AS (
  SELECT account_id, accounting_month,
         sum(CASE WHEN ledger_account = 'unbilled_usage' THEN amount ELSE 0 END) AS usage,
         -sum(CASE WHEN ledger_account = 'package_revenue' THEN amount ELSE 0 END) AS package
    FROM ciyuan.journal_line WHERE account_id > 0 GROUP BY 1, 2
), charged AS (
  SELECT account_id, accounting_month, sum(usage_gross) AS usage, sum(recognised_net) AS package
    FROM ciyuan.usage_record GROUP BY 1, 2
)
SELECT 'ledger differs from records' AS what,
       format('account %s in %s: usage %s and %s, package %s and %s', account_id, accounting_month, booked.usage,
              charged.usage, booked.package, charged.package) AS detail
  FROM booked FULL JOIN charged USING (account_id, accounting_month)
 WHERE coalesce(booked.usage, 0) <> coalesce(charged.usage, 0)
    OR coalesce(booked.package, 0) <> coalesce(charged.package, 0);
