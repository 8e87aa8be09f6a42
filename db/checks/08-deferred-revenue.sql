-- Deferred revenue is the price of every grant less what its consumption recognised and what went along with what left it
-- for others; nothing where all has left it or expired. In the currency of its plan.
WITH expected AS (
  SELECT g.account_id, p.body ->> 'currency' AS asset,
         sum(CASE
               WHEN expired_milli > 0 OR drawn_milli + released_milli = quantity_milli THEN 0
               ELSE price_net
                    - div(price_net * 1000000000000 * (drawn_milli + released_milli), quantity_milli) * 0.000000000001
             END) AS amount
    FROM ciyuan.grant_bucket AS g LEFT JOIN ciyuan.catalogue_document AS p ON p.id = g.plan_version_id
   WHERE quantity_milli > 0 GROUP BY 1, 2
), booked AS (
  SELECT account_id, asset, -sum(amount) AS amount FROM ciyuan.journal_line
   WHERE ledger_account = 'deferred_revenue' GROUP BY 1, 2
)
SELECT 'deferred revenue differs from grants' AS what,
       format('account %s in %s: booked %s, expected %s', account_id, asset, booked.amount, expected.amount) AS detail
  FROM expected FULL JOIN booked USING (account_id, asset)
 WHERE coalesce(booked.amount, 0) <> coalesce(expected.amount, 0);
