-- What the roll-ups say of usage is what the records and their corrections say, by the tariff or the commitment that rated it and by who sold
-- that.
WITH portions AS (
  SELECT r.base_plan_version_id AS plan_version_id, s.channel,
         r.overage_tokens - coalesce(r.commitment_tokens, 0) AS tokens,
         r.usage_gross - coalesce(r.commitment_gross, 0) AS gross
    FROM ciyuan.usage_entry AS r
    LEFT JOIN ciyuan.subscription AS s
      ON s.account_id = r.account_id AND s.plan_version_id = r.base_plan_version_id AND s.is_base
     AND s.starts_at <= r.at AND (s.ends_at IS NULL OR r.at < s.ends_at)
   WHERE r.overage_kind = 'usage' AND (r.base_plan_version_id IS NOT NULL OR r.commitment_tokens IS NULL)
  UNION ALL
  -- Taking back what lies beyond a cap can lower what the tariff charged below it.
  SELECT s.plan_version_id, s.channel, 0, r.usage_gross - coalesce(r.commitment_gross, 0)
    FROM ciyuan.usage_entry AS r
    LEFT JOIN ciyuan.subscription AS s
      ON s.account_id = r.account_id AND s.is_base AND s.starts_at <= r.at AND (s.ends_at IS NULL OR r.at < s.ends_at)
   WHERE r.base_plan_version_id IS NULL AND r.overage_kind IS NOT NULL AND r.usage_gross <> coalesce(r.commitment_gross, 0)
  UNION ALL
  SELECT s.plan_version_id, s.channel, r.commitment_tokens, r.commitment_gross
    FROM ciyuan.usage_entry AS r
    LEFT JOIN ciyuan.subscription AS s ON s.account_id = r.account_id AND s.id = r.commitment_subscription_id
   WHERE r.commitment_tokens IS NOT NULL
), records AS (
  SELECT plan_version_id, channel, sum(tokens) AS tokens, sum(gross) AS gross FROM portions GROUP BY 1, 2
), rollups AS (
  SELECT plan_version_id, channel,
         sum(input + cached_input + cache_write + cache_write_1h + output + reasoning + image_input + audio_input
             + video_input + image_output + audio_output + video_output) AS tokens,
         sum(gross) AS gross
    FROM ciyuan.usage_rollup_delta WHERE kind = 'usage' GROUP BY 1, 2
), difference AS (
  (TABLE records EXCEPT TABLE rollups) UNION ALL (TABLE rollups EXCEPT TABLE records)
)
SELECT 'usage roll-ups differ from tariffs' AS what,
       format('plan version %s, channel %s: %s tokens, %s yuan', plan_version_id, channel, tokens, gross) AS detail
  FROM difference;
