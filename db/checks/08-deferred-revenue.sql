-- Deferred revenue is the price of every grant less what its consumption recognised and what went along with what left it
-- for others; nothing where all has left it or expired.
WITH expected AS (
  SELECT account_id,
         sum(CASE
               WHEN expired_milli > 0 OR drawn_milli + released_milli = quantity_milli THEN 0
               ELSE price_net
                    - div(price_net * 1000000000000 * (drawn_milli + released_milli), quantity_milli) * 0.000000000001
             END) AS amount
    FROM ciyuan.grant_bucket WHERE quantity_milli > 0 GROUP BY account_id
), booked AS (
  SELECT account_id, -sum(amount) AS amount FROM ciyuan.journal_line
   WHERE ledger_account = 'deferred_revenue' GROUP BY account_id
)
SELECT 'deferred revenue differs from grants' AS what,
       format('account %s: booked %s, expected %s', account_id, booked.amount, expected.amount) AS detail
  FROM expected FULL JOIN booked USING (account_id)
 WHERE coalesce(booked.amount, 0) <> coalesce(expected.amount, 0);
