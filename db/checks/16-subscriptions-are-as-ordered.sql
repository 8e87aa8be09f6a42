-- A subscription is of its plan, and knows the first cycle that has no grant yet.
WITH cycles AS (
  SELECT account_id, subscription_id, max(cycle) AS latest FROM ciyuan.grant_bucket GROUP BY 1, 2
), ordered AS (
  SELECT s.*, d.code AS sold, d.body ->> 'role' AS role, d.body ->> 'cycleAnchor' AS anchor, a.zone,
         coalesce(c.latest, 0) AS latest
    FROM ciyuan.subscription AS s
    LEFT JOIN ciyuan.catalogue_document AS d ON d.id = s.plan_version_id AND d.kind = 'plan'
    LEFT JOIN ciyuan.account AS a ON a.account_id = s.account_id
    LEFT JOIN cycles AS c ON c.account_id = s.account_id AND c.subscription_id = s.id
)
SELECT 'subscription is not as it was ordered' AS what, format('account %s, subscription %s', account_id, id) AS detail
  FROM ordered
 WHERE sold IS DISTINCT FROM plan_code OR is_base <> (role = 'base')
    OR anchor_day <> CASE anchor WHEN 'order_day' THEN extract(day FROM starts_at AT TIME ZONE zone) ELSE 1 END
    OR latest <> CASE role WHEN 'base' THEN 0 WHEN 'package' THEN next_cycle - 1 ELSE next_cycle END
    OR (role <> 'package' AND (next_cycle <> 1 OR next_cycle_at IS NOT NULL))
    OR (role IN ('pack', 'trial') AND ends_at IS NULL);
