-- What the roll-ups say of packages, and of what expired of them, is what the grants of that plan and channel say: a price
-- is recognised up to what is drawn and released, less the part that was handed on.
WITH recognised AS (
  SELECT plan_version_id, channel, price_gross > 0 AS paid, drawn_milli, expired_milli, price_gross, price_net,
         released_gross, released_net,
         to_char((expires_at - interval '1 millisecond') AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') AS last_month,
         CASE quantity_milli WHEN 0 THEN 0
           ELSE div(price_gross * 1000000000000 * (drawn_milli + released_milli), quantity_milli) * 0.000000000001 END AS gross,
         CASE quantity_milli WHEN 0 THEN 0
           ELSE div(price_net * 1000000000000 * (drawn_milli + released_milli), quantity_milli) * 0.000000000001 END AS net
    FROM ciyuan.grant_bucket
), grants AS (
  SELECT 'package' AS kind, plan_version_id, channel, paid, NULL AS month, sum(drawn_milli) AS drawn_milli,
         sum(gross - released_gross) AS gross, sum(net - released_net) AS net
    FROM recognised GROUP BY plan_version_id, channel, paid
  UNION ALL
  SELECT 'breakage', plan_version_id, channel, paid, last_month, 0, sum(price_gross - gross), sum(price_net - net)
    FROM recognised WHERE expired_milli > 0 GROUP BY plan_version_id, channel, paid, last_month
), rollups AS (
  SELECT kind, plan_version_id, channel, paid, CASE kind WHEN 'breakage' THEN usage_month END AS month,
         sum(drawn_milli) AS drawn_milli, sum(gross) AS gross, sum(net) AS net
    FROM ciyuan.usage_rollup_delta WHERE kind IN ('package', 'breakage') GROUP BY 1, 2, 3, 4, 5
), difference AS (
  (TABLE grants EXCEPT TABLE rollups) UNION ALL (TABLE rollups EXCEPT TABLE grants)
)
SELECT 'package roll-ups differ from grants' AS what,
       format('%s of plan version %s, channel %s, %s: %s drawn, %s gross, %s net', kind, plan_version_id, channel, month,
              drawn_milli, gross, net) AS detail
  FROM difference WHERE drawn_milli <> 0 OR gross <> 0 OR net <> 0;
