-- What is given once a customer has a taker for each subscription and a subscription for each taker; organisations are
-- part of one another in at most eight levels, each of which hangs from the topmost; a status is the last that was said.
WITH RECURSIVE ordered AS (
  SELECT s.plan_code, a.customer_code, s.account_id, s.id AS subscription_id, s.created_at AS taken_at
    FROM ciyuan.subscription AS s
    JOIN ciyuan.account AS a ON a.account_id = s.account_id
    JOIN ciyuan.catalogue_document AS d ON d.id = s.plan_version_id
     AND (d.body #>> '{eligibility,oncePerCustomer}')::boolean
), hanging AS (
  SELECT code, 1 AS level FROM ciyuan.customer WHERE parent_code IS NULL
  UNION ALL SELECT c.code, h.level + 1 FROM ciyuan.customer AS c JOIN hanging AS h ON h.code = c.parent_code
), said AS (
  SELECT DISTINCT ON (account_id) account_id, status, count(*) OVER numbers AS changes, max(number) OVER numbers AS highest
    FROM ciyuan.account_status_change WINDOW numbers AS (PARTITION BY account_id)
   ORDER BY account_id, number DESC
)
SELECT 'taker is not as was ordered' AS what, format('%s, customer %s', plan_code, customer_code) AS detail
  FROM (SELECT plan_code, customer_code, account_id, subscription_id, taken_at FROM ciyuan.offer_taken
        EXCEPT ALL SELECT * FROM ordered) AS unordered
UNION ALL
SELECT 'order left no taker', format('%s, customer %s, account %s', plan_code, customer_code, account_id)
  FROM (SELECT * FROM ordered
        EXCEPT ALL SELECT plan_code, customer_code, account_id, subscription_id, taken_at FROM ciyuan.offer_taken) AS untaken
UNION ALL
SELECT 'customer hangs in no tree', code FROM ciyuan.customer WHERE code NOT IN (SELECT code FROM hanging WHERE level <= 8)
UNION ALL
SELECT 'status is not the last that was said', format('account %s', a.account_id)
  FROM ciyuan.account AS a LEFT JOIN said AS c ON c.account_id = a.account_id
 WHERE a.status <> coalesce(c.status, 'active') OR c.changes <> c.highest;
