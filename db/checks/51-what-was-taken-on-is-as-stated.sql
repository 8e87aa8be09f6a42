-- What was taken on is what another system stated: a subscription goes on at its next cycle, a grant is what was left of
-- it at the price that was not recognised yet, and all of it comes to the totals that were stated.
WITH taken AS (
  SELECT t.*, s.plan_version_id AS own_plan, s.starts_at, s.anchor_day AS own_anchor, s.channel AS own_channel,
         d.body AS plan, d.body ->> 'role' AS role, a.run_id AS account_run, a.chunk AS account_chunk
    FROM ciyuan.taken_on_subscription AS t
    LEFT JOIN ciyuan.subscription AS s ON s.account_id = t.account_id AND s.id = t.subscription_id
    LEFT JOIN ciyuan.catalogue_document AS d ON d.id = t.plan_version_id AND d.kind = 'plan'
    LEFT JOIN ciyuan.taken_on_account AS a ON a.account_id = t.account_id
), left_over AS (
  SELECT t.*, s.plan_version_id, s.channel, s.role, s.plan, s.subscription_id, s.account_run, s.account_chunk
    FROM ciyuan.taken_on_grant AS t
    LEFT JOIN taken AS s ON s.account_id = t.account_id AND s.old_id = t.old_subscription_id
), granted AS (
  SELECT g.*, m.batch_id, w.kind AS write_kind, w.written_at
    FROM ciyuan.grant_bucket AS g
    LEFT JOIN ciyuan.grant_movement AS m
      ON m.account_id = g.account_id AND m.grant_number = g.number AND m.kind = 'stated'
    LEFT JOIN ciyuan.account_write AS w ON w.batch_id = m.batch_id
   WHERE g.origin = 'stated'
), came_to AS (
  SELECT run_id, 'grants.tokensLeft' AS measure, sum(original_tokens - used_tokens)::numeric AS total
    FROM ciyuan.taken_on_grant GROUP BY run_id
  UNION ALL SELECT run_id, 'grants.originalTokens', sum(original_tokens) FROM ciyuan.taken_on_grant GROUP BY run_id
  UNION ALL SELECT run_id, 'grants.priceGross', sum(price_gross) FROM ciyuan.taken_on_grant GROUP BY run_id
  UNION ALL SELECT run_id, 'grants.priceNet', sum(price_net) FROM ciyuan.taken_on_grant GROUP BY run_id
  UNION ALL SELECT run_id, 'grants.restGross', sum(rest_gross) FROM ciyuan.taken_on_grant GROUP BY run_id
  UNION ALL SELECT run_id, 'grants.restNet', sum(rest_net) FROM ciyuan.taken_on_grant GROUP BY run_id
  UNION ALL SELECT run_id, 'grants.rows', count(*) FROM ciyuan.taken_on_grant GROUP BY run_id
  UNION ALL SELECT run_id, 'subscriptions.rows', count(*) FROM ciyuan.taken_on_subscription GROUP BY run_id
  UNION ALL SELECT run_id, 'accounts.rows', count(*) FROM ciyuan.taken_on_account GROUP BY run_id
  UNION ALL SELECT run_id, 'customers.rows', count(*) FROM ciyuan.taken_on_customer GROUP BY run_id
), chunks AS (
  SELECT run_id, count(*) AS done, max(chunk) AS highest FROM ciyuan.take_on_chunk GROUP BY run_id
)
SELECT 'subscription is not as it was taken on' AS what, format('account %s, %s', account_id, old_id) AS detail
  FROM taken
 WHERE plan IS NULL OR (run_id, chunk) IS DISTINCT FROM (account_run, account_chunk)
    OR subscription_id IS NOT NULL AND (own_plan, starts_at, own_anchor, own_channel)
       IS DISTINCT FROM (plan_version_id, next_cycle_at, anchor_day, channel)
UNION ALL
SELECT 'grant is not as it was taken on', format('account %s, grant %s', coalesce(l.account_id, g.account_id), coalesce(l.number, g.number))
  FROM (SELECT * FROM left_over WHERE number IS NOT NULL) AS l
  FULL JOIN granted AS g ON g.account_id = l.account_id AND g.number = l.number
 WHERE l.account_id IS NULL AND g.subscription_id IS NULL
    OR l.account_id IS NOT NULL AND (g.account_id IS NULL OR g.write_kind IS DISTINCT FROM 'take_on'
    OR (l.run_id, l.chunk) IS DISTINCT FROM (l.account_run, l.account_chunk)
    OR (g.plan_version_id, g.channel, g.effective_at, g.expires_at, g.cycle, g.batch_id, g.granted_at)
       IS DISTINCT FROM (l.plan_version_id, l.channel, l.effective_at, l.expires_at, 0, l.batch_id, g.written_at)
    OR (g.quantity_milli, g.price_gross, g.price_net)
       IS DISTINCT FROM ((l.original_tokens - l.used_tokens) * 1000, l.rest_gross, l.rest_net)
    OR g.subscription_id IS DISTINCT FROM CASE l.role WHEN 'package' THEN l.subscription_id END
    OR g.priority <> coalesce((l.plan #>> '{allowance,priority}')::integer,
         CASE l.plan #>> '{allowance,source}' WHEN 'allowance' THEN 20 WHEN 'pack' THEN 30 ELSE 10 END))
UNION ALL
SELECT 'nothing of a grant was taken on, and it is of another account', format('account %s, %s', account_id, old_id)
  FROM left_over WHERE number IS NULL AND (run_id, chunk) IS DISTINCT FROM (account_run, account_chunk)
UNION ALL
SELECT 'take-on does not come to what was stated', format('take-on %s, %s: %s stated', r.id, s.key, s.value)
  FROM ciyuan.take_on_run AS r
  JOIN chunks AS c ON c.run_id = r.id AND c.done = r.chunks
  CROSS JOIN jsonb_each_text(r.totals) AS s
  LEFT JOIN came_to AS t ON t.run_id = r.id AND t.measure = s.key
 WHERE s.key <> 'grants.usedTokens' AND s.value::numeric <> coalesce(t.total, 0)
    OR s.key = 'grants.usedTokens' AND s.value::numeric <> (r.totals ->> 'grants.originalTokens')::numeric
                                                         - (r.totals ->> 'grants.tokensLeft')::numeric
UNION ALL
SELECT 'take-on and its chunks', format('take-on %s', coalesce(r.id, c.run_id))
  FROM ciyuan.take_on_run AS r
  FULL JOIN chunks AS c ON c.run_id = r.id
  LEFT JOIN ciyuan.take_on_report AS p ON p.run_id = r.id
 WHERE r.id IS NULL OR c.highest > r.chunks OR p.run_id IS NOT NULL AND (coalesce(c.done, 0) <> r.chunks
       OR p.matches <> (NOT EXISTS (SELECT FROM jsonb_array_elements(p.totals) AS e WHERE NOT (e ->> 'isEqual')::boolean)));
