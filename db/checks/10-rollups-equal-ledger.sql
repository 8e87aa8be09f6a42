-- Breakage in the roll-ups is breakage in the ledger, by accounting month.
WITH booked AS (
  SELECT accounting_month, -sum(amount) AS amount FROM ciyuan.journal_line
   WHERE ledger_account = 'breakage_revenue' AND account_id > 0 GROUP BY 1
), rolled AS (
  SELECT accounting_month, sum(net) AS amount FROM ciyuan.usage_rollup_delta WHERE kind = 'breakage' GROUP BY 1
)
SELECT 'breakage differs between ledger and roll-ups' AS what,
       format('%s: ledger %s, roll-ups %s', accounting_month, booked.amount, rolled.amount) AS detail
  FROM booked FULL JOIN rolled USING (accounting_month)
 WHERE coalesce(booked.amount, 0) <> coalesce(rolled.amount, 0);
