-- Breakage, shortfalls and fees in the roll-ups are those in the ledger, by accounting month and currency.
WITH booked AS (
  SELECT accounting_month, asset AS currency, replace(ledger_account, '_revenue', '') AS kind,
         -sum(amount) AS amount
    FROM ciyuan.journal_line
   WHERE ledger_account IN ('breakage_revenue', 'shortfall_revenue', 'fee_revenue') AND account_id > 0 GROUP BY 1, 2, 3
), rolled AS (
  SELECT accounting_month, currency, kind, sum(net) AS amount FROM ciyuan.usage_rollup_delta
   WHERE kind IN ('breakage', 'shortfall', 'fee') GROUP BY 1, 2, 3
)
SELECT 'breakage, shortfall or fee differs between ledger and roll-ups' AS what,
       format('%s in %s, %s: ledger %s, roll-ups %s', kind, accounting_month, currency, booked.amount, rolled.amount) AS detail
  FROM booked FULL JOIN rolled USING (accounting_month, currency, kind)
 WHERE coalesce(booked.amount, 0) <> coalesce(rolled.amount, 0);
