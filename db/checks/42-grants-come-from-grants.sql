-- What a grant has left to others is what these hold of it, tokens and price; they are of its plan, channel, cycle and
-- coefficients. What rolls over begins with the old period, is granted at its end and burns in its order; what another
-- account received begins with the transfer, burns before all allowances and ends when it would have ended. A grant of
-- stated terms is of its subscription's plan.
WITH children AS (
  SELECT from_account_id AS account_id, from_number AS number, sum(quantity_milli) AS milli, sum(price_gross) AS gross,
         sum(price_net) AS net
    FROM ciyuan.grant_bucket WHERE from_number IS NOT NULL GROUP BY 1, 2
), judged AS (
  SELECT g.account_id, g.number, CASE
      WHEN p.number IS NULL THEN 'nobody had it'
      WHEN (g.plan_version_id, g.channel, g.cycle, g.coefficient_version_id)
             IS DISTINCT FROM (p.plan_version_id, p.channel, p.cycle, p.coefficient_version_id) THEN 'another grant'
      WHEN g.origin = 'rolled_over' AND p.origin IN ('rolled_over', 'received') THEN 'rolled over again'
      WHEN g.origin = 'rolled_over' AND (g.subscription_id, g.priority, g.effective_at, g.granted_at)
             IS DISTINCT FROM (p.subscription_id, p.priority, p.effective_at, p.expires_at) THEN 'another roll-over'
      WHEN g.origin = 'rolled_over' AND (g.expires_at > g.granted_at) IS NOT TRUE THEN 'it ends before it begins'
      WHEN g.origin = 'rolled_over' AND (g.quantity_milli * 100 <= p.quantity_milli
             * least((d.body #>> '{rollOver,sharePercent}')::numeric, (d.body #>> '{rollOver,capPercent}')::numeric)) IS NOT TRUE
        THEN 'more than the plan says'
      WHEN g.origin = 'received' AND (g.subscription_id IS NOT NULL OR g.priority <> 10 OR g.effective_at <> g.granted_at
             OR g.expires_at IS DISTINCT FROM p.expires_at) THEN 'another gift'
    END AS why
    FROM ciyuan.grant_bucket AS g
    LEFT JOIN ciyuan.grant_bucket AS p ON p.account_id = g.from_account_id AND p.number = g.from_number
    LEFT JOIN ciyuan.catalogue_document AS d ON d.id = g.plan_version_id AND d.kind = 'plan'
   WHERE g.from_number IS NOT NULL
  UNION ALL
  SELECT g.account_id, g.number, CASE
      WHEN s.id IS NULL AND g.subscription_id IS NOT NULL THEN 'nobody took it up'
      WHEN s.id IS NOT NULL AND (g.plan_version_id, g.channel) IS DISTINCT FROM (s.plan_version_id, s.channel) THEN 'another plan'
      WHEN g.expires_at <= g.effective_at THEN 'it ends before it begins'
    END
    FROM ciyuan.grant_bucket AS g
    LEFT JOIN ciyuan.subscription AS s ON s.account_id = g.account_id AND s.id = g.subscription_id
   WHERE g.origin = 'stated'
)
SELECT 'grant does not come from where it says' AS what, format('account %s, grant %s: %s', account_id, number, why) AS detail
  FROM judged WHERE why IS NOT NULL
UNION ALL
SELECT 'grant has left others something else', format('account %s, grant %s: %s of %s milli-tokens, %s of %s gross, %s of %s net',
         account_id, number, c.milli, g.released_milli, c.gross, g.released_gross, c.net, g.released_net)
  FROM ciyuan.grant_bucket AS g FULL JOIN children AS c USING (account_id, number)
 WHERE (coalesce(c.milli, 0), coalesce(c.gross, 0), coalesce(c.net, 0))
       IS DISTINCT FROM (g.released_milli, g.released_gross, g.released_net);
