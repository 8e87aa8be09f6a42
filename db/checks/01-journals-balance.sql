-- Every journal adds up to zero in every asset.
SELECT 'journal out of balance' AS what,
       format('account %s, batch %s, %s: %s', account_id, batch_id, asset, sum(amount)) AS detail
  FROM ciyuan.journal_line
 GROUP BY account_id, batch_id, asset
HAVING sum(amount) <> 0;
