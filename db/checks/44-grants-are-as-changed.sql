-- The rest of a cycle that a change of plan sells, and the renewal of a pack, are as the change said: of its plan and
-- channel, for no more than the plan says, from when to when; and none of them is missing.
WITH said AS (
  SELECT c.*, CASE c.kind WHEN 'renewed' THEN c.sequence + 1 ELSE c.sequence + 2 END AS number,
         CASE c.kind WHEN 'renewed' THEN 'renewal' ELSE 'plan_change' END AS origin,
         CASE c.kind WHEN 'renewed' THEN c.cycle ELSE 0 END AS granted_cycle,
         coalesce(c.successor_id, c.subscription_id) AS granted_subscription, s.plan_code, a.zone,
         sold.code AS sold_code, sold.effective_from, sold.body AS plan,
         CASE c.kind WHEN 'renewed' THEN '{"price":0,"allowance":{"tokens":0}}' ELSE old.body END AS before
    FROM ciyuan.subscription_change AS c
    JOIN ciyuan.subscription AS s ON s.account_id = c.account_id AND s.id = c.subscription_id
    JOIN ciyuan.account AS a ON a.account_id = c.account_id
    LEFT JOIN ciyuan.catalogue_document AS old ON old.id = s.plan_version_id AND old.kind = 'plan'
    LEFT JOIN ciyuan.catalogue_document AS sold ON sold.id = c.plan_version_id AND sold.kind = 'plan'
   WHERE c.kind = 'renewed' OR (c.kind = 'plan_changed' AND c.ends = 'now' AND old.body ->> 'role' = 'package')
), granted AS (
  SELECT g.*, coalesce((SELECT sum(f.gross) FROM ciyuan.fee_charge AS f
                         WHERE f.account_id = g.account_id AND f.sequence = g.number), 0) AS fees
    FROM ciyuan.grant_bucket AS g WHERE origin IN ('renewal', 'plan_change')
), judged AS (
  SELECT coalesce(g.account_id, c.account_id) AS account_id, coalesce(g.number, c.number) AS number, CASE
      WHEN g.number IS NULL THEN 'it is missing'
      WHEN c.number IS NULL THEN 'nobody asked for it'
      WHEN c.plan IS NULL OR c.effective_from > c.changed_at THEN 'a plan that was not sold'
      WHEN (g.origin, g.cycle, g.subscription_id, g.plan_version_id, g.channel)
             IS DISTINCT FROM (c.origin, c.granted_cycle, c.granted_subscription, c.plan_version_id, c.channel)
        THEN 'sold as another'
      WHEN c.kind = 'renewed' AND c.sold_code <> c.plan_code THEN 'another plan'
      WHEN g.price_gross > (c.plan ->> 'price')::numeric - (c.before ->> 'price')::numeric
        OR (c.kind = 'renewed' AND g.price_gross + fees <> (c.plan ->> 'price')::numeric) THEN 'another price'
      WHEN g.price_net <> round(g.price_gross / (1 + (c.plan ->> 'vatRate')::numeric), 2) THEN 'another net'
      WHEN g.quantity_milli > ((c.plan #>> '{allowance,tokens}')::numeric - (c.before #>> '{allowance,tokens}')::numeric) * 1000
        OR (c.kind = 'renewed' AND g.quantity_milli <> (c.plan #>> '{allowance,tokens}')::numeric * 1000)
        THEN 'another quantity'
      WHEN g.priority <> coalesce((c.plan #>> '{allowance,priority}')::integer,
             CASE c.plan #>> '{allowance,source}' WHEN 'allowance' THEN 20 WHEN 'pack' THEN 30 ELSE 10 END)
        THEN 'another priority'
      WHEN (g.coefficient_version_id IS NOT NULL) <> (c.plan ? 'coefficientTable' AND c.plan ->> 'coefficients' = 'at_issue')
        THEN 'other coefficients'
      WHEN g.granted_at <> g.effective_at THEN 'another time'
      WHEN c.kind = 'plan_changed' AND (g.effective_at, g.expires_at) IS DISTINCT FROM (c.changed_at, c.ends_at)
        THEN 'another time'
      WHEN c.kind = 'renewed' AND (g.effective_at, g.expires_at) IS DISTINCT FROM (
             CASE c.begins WHEN 'stack' THEN c.changed_at ELSE greatest(c.changed_at, (
               SELECT max(e.expires_at) FROM ciyuan.grant_bucket AS e
                WHERE e.account_id = c.account_id AND e.subscription_id = c.subscription_id AND e.number < c.sequence)) END,
             (g.effective_at AT TIME ZONE c.zone + make_interval(days => (c.plan ->> 'validityDays')::integer)) AT TIME ZONE c.zone)
        THEN 'another time'
    END AS why
    FROM granted AS g FULL JOIN said AS c ON c.account_id = g.account_id AND c.number = g.number
)
SELECT 'grant is not as it was changed' AS what, format('account %s, grant %s: %s', account_id, number, why) AS detail
  FROM judged WHERE why IS NOT NULL;
