-- Of the revenue that a posted month booked nothing is left in any currency: it became shares, tax and rounding.
SELECT 'revenue of a posted month is left' AS what,
       format('%s: %s %s of %s', j.accounting_month, sum(j.amount), j.asset, j.ledger_account) AS detail
  FROM ciyuan.journal_line AS j JOIN ciyuan.settlement_posting AS p ON p.month = j.accounting_month
 WHERE j.ledger_account IN ('package_revenue','breakage_revenue','shortfall_revenue','fee_revenue','usage_revenue')
 GROUP BY j.accounting_month, j.asset, j.ledger_account
HAVING sum(j.amount) <> 0;
