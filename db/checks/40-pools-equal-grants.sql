-- What was taken of a campaign pool is what its grants were issued with: a grant names its pool by the version of the
-- plan that it was sold by. What is in a pool is what was put in, beginning with its opening.
WITH granted AS (
  SELECT d.body ->> 'campaignPool' AS pool_code, sum(g.quantity_milli) AS milli
    FROM ciyuan.grant_bucket AS g
    JOIN ciyuan.catalogue_document AS d ON d.id = g.plan_version_id AND d.body ? 'campaignPool'
   WHERE g.origin IN ('sold', 'renewal')
   GROUP BY 1
), put_in AS (
  SELECT pool_code, sum(tokens) AS tokens, count(*) FILTER (WHERE reference = 'opening') AS openings, max(added_at) FILTER (WHERE reference = 'opening') AS opened_at
    FROM ciyuan.campaign_top_up GROUP BY 1
)
SELECT 'pool does not equal its grants' AS what,
       format('%s: %s taken, %s milli-tokens granted', coalesce(p.pool_code, g.pool_code), p.taken_tokens, g.milli) AS detail
  FROM ciyuan.campaign_pool AS p FULL JOIN granted AS g USING (pool_code)
 WHERE p.taken_tokens * 1000 IS DISTINCT FROM coalesce(g.milli, 0)
UNION ALL
SELECT 'pool is not what was put in', format('%s: %s, %s put in', coalesce(p.pool_code, i.pool_code), p.tokens, i.tokens)
  FROM ciyuan.campaign_pool AS p FULL JOIN put_in AS i USING (pool_code)
 WHERE p.tokens IS DISTINCT FROM i.tokens OR i.openings IS DISTINCT FROM 1 OR i.opened_at IS DISTINCT FROM p.created_at;
