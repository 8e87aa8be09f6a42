-- A cap counts for a cycle that was granted, or a month of a base tariff, of a plan that was sold with a cap; and what it let
-- be charged was charged. Where tiers count too, part of that may have come back in another window.
WITH counted AS (
  SELECT c.account_id, c.key, split_part(c.key, '|', 1) AS subject, split_part(c.key, '|', 3) AS of_window,
         c.quantity * 0.000000000001 AS rated
    FROM ciyuan.tier_counter AS c WHERE split_part(c.key, '|', 2) = 'overage cap'
), caps AS (
  SELECT k.*, s.is_base, d.body ->> 'exhaustion' AS exhaustion, (d.body ->> 'overageCap')::numeric AS cap,
         EXISTS (SELECT FROM ciyuan.grant_bucket AS g
                  WHERE g.account_id = k.account_id AND coalesce(g.subscription_id::text, 'grant ' || g.number) = k.subject
                    AND g.cycle::text = k.of_window) AS is_granted
    FROM counted AS k
    LEFT JOIN ciyuan.subscription AS s ON s.account_id = k.account_id AND s.id::text = k.subject
    LEFT JOIN ciyuan.grant_bucket AS r ON r.account_id = k.account_id AND 'grant ' || r.number = k.subject
    LEFT JOIN ciyuan.catalogue_document AS d ON d.id = coalesce(s.plan_version_id, r.plan_version_id) AND d.kind = 'plan'
), charged AS (
  SELECT account_id, sum(usage_gross - coalesce(commitment_gross, 0)) AS gross FROM ciyuan.usage_entry GROUP BY 1
)
SELECT 'cap counts what nobody capped' AS what, format('account %s, %s', account_id, key) AS detail
  FROM caps WHERE exhaustion IS DISTINCT FROM 'payg_cap' OR (is_base IS NOT TRUE AND NOT is_granted)
UNION ALL
SELECT 'less was charged than caps let through',
       format('account %s: %s of %s', account_id, max(coalesce(c.gross, 0)), sum(least(k.rated, k.cap)))
  FROM caps AS k LEFT JOIN charged AS c USING (account_id)
 WHERE NOT EXISTS (SELECT FROM ciyuan.tier_counter AS t
                    WHERE t.account_id = k.account_id AND split_part(t.key, '|', 2) NOT IN ('commitment', 'overage cap'))
 GROUP BY account_id HAVING sum(least(k.rated, k.cap)) > max(coalesce(c.gross, 0));
