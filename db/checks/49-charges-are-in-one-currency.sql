-- Whatever a record was charged by is in one currency: its grants, its tariff and the commitment that it counts towards. A
-- tariff is in the currency of its book, which a book keeps over its versions.
WITH named AS (
  SELECT account_id, sequence, base_plan_version_id AS plan_version_id FROM ciyuan.usage_entry
   WHERE base_plan_version_id IS NOT NULL
  UNION ALL
  SELECT e.account_id, e.sequence, s.plan_version_id FROM ciyuan.usage_entry AS e
    JOIN ciyuan.subscription AS s ON s.account_id = e.account_id AND s.id = e.commitment_subscription_id
  UNION ALL
  SELECT e.account_id, e.sequence, g.plan_version_id FROM ciyuan.usage_entry AS e
    JOIN ciyuan.grant_bucket AS g ON g.account_id = e.account_id AND g.number = e.grant_number
  UNION ALL
  SELECT m.account_id, m.sequence, g.plan_version_id FROM ciyuan.grant_movement AS m
    JOIN ciyuan.grant_bucket AS g ON g.account_id = m.account_id AND g.number = m.grant_number
   WHERE m.kind IN ('drawn', 'returned')
)
SELECT 'record charged in two currencies' AS what, format('account %s, sequence %s', n.account_id, n.sequence) AS detail
  FROM named AS n JOIN ciyuan.catalogue_document AS p ON p.id = n.plan_version_id
 GROUP BY n.account_id, n.sequence HAVING min(p.body ->> 'currency') <> max(p.body ->> 'currency')
UNION ALL
SELECT 'book in two currencies', format('%s, version %s', later.code, later.version)
  FROM ciyuan.catalogue_document AS later
  JOIN ciyuan.catalogue_document AS first ON first.kind = 'price_book' AND first.code = later.code AND first.version = 1
 WHERE later.kind = 'price_book' AND first.body -> 'currency' <> later.body -> 'currency'
UNION ALL
SELECT 'tariff in another currency than its book', format('plan %s, version %s', plan.code, plan.version)
  FROM ciyuan.catalogue_document AS plan
  JOIN ciyuan.catalogue_document AS book
    ON book.kind = 'price_book' AND book.code = plan.body ->> 'priceBook' AND book.version = 1
 WHERE plan.kind = 'plan' AND plan.body -> 'currency' <> book.body -> 'currency';
