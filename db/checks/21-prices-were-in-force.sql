-- Usage was priced from the book that the account's tariff names, in a version that was in force.
WITH priced AS (
  SELECT base_plan_version_id, price_version_id, min(at) AS first FROM ciyuan.usage_entry
   WHERE base_plan_version_id IS NOT NULL OR price_version_id IS NOT NULL GROUP BY 1, 2
)
SELECT 'priced from another book' AS what,
       format('plan version %s, price version %s', base_plan_version_id, price_version_id) AS detail
  FROM priced
  LEFT JOIN ciyuan.catalogue_document AS plan ON plan.id = base_plan_version_id AND plan.kind = 'plan'
  LEFT JOIN ciyuan.catalogue_document AS book ON book.id = price_version_id AND book.kind = 'price_book'
 WHERE book.code IS DISTINCT FROM plan.body ->> 'priceBook' OR book.effective_from IS NULL OR book.effective_from > first;
