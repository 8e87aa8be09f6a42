-- Breakage, shortfalls and fees in the roll-ups are those in the ledger, by accounting month.
WITH booked AS (
  SELECT accounting_month, replace(ledger_account, '_revenue', '') AS kind,
         -sum(amount) AS amount
    FROM ciyuan.journal_line
   WHERE ledger_account IN ('breakage_revenue', 'shortfall_revenue', 'fee_revenue') AND account_id > 0 GROUP BY 1, 2
), rolled AS (
  SELECT accounting_month, kind, sum(net) AS amount FROM ciyuan.usage_rollup_delta
   WHERE kind IN ('breakage', 'shortfall', 'fee') GROUP BY 1, 2
)
SELECT 'breakage, shortfall or fee differs between ledger and roll-ups' AS what,
       format('%s in %s: ledger %s, roll-ups %s', kind, accounting_month, booked.amount, rolled.amount) AS detail
  FROM booked FULL JOIN rolled USING (accounting_month, kind)
 WHERE coalesce(booked.amount, 0) <> coalesce(rolled.amount, 0);
