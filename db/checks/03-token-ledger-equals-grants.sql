-- The tokens that the ledger says an account holds are those that are left on its grants.
WITH held AS (
  SELECT account_id, sum(amount) AS tokens FROM ciyuan.journal_line
   WHERE asset = 'TOKEN' AND ledger_account = 'token_balance' GROUP BY account_id
), remaining AS (
  SELECT account_id, sum(quantity_milli - drawn_milli - expired_milli) / 1000.0 AS tokens
    FROM ciyuan.grant_bucket GROUP BY account_id
)
SELECT 'token ledger differs from grants' AS what,
       format('account %s: ledger %s, grants %s', account_id, held.tokens, remaining.tokens) AS detail
  FROM held FULL JOIN remaining USING (account_id)
 WHERE coalesce(held.tokens, 0) <> coalesce(remaining.tokens, 0);
