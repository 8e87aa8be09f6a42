-- Every journal adds up to zero in every asset and month, was booked at one instant, and names parties only on the
-- operator's own account.
SELECT 'journal out of balance' AS what,
       format('account %s, batch %s, %s of %s: %s', account_id, batch_id, asset, accounting_month, sum(amount)) AS detail
  FROM ciyuan.journal_line
 GROUP BY account_id, batch_id, accounting_month, asset
HAVING sum(amount) <> 0 OR min(booked_at) <> max(booked_at) OR (account_id > 0 AND count(party) > 0);
