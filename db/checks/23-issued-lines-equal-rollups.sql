-- What an issued statement shows of its own month is what the roll-ups say of it; an adjustment is of an earlier month,
-- and nothing but a share
-- is of a line of revenue. Breakage may be shown along what its plan consumed.
WITH rollups AS (
  SELECT r.id AS run_id, d.currency, d.split_rule_version_id, d.plan_version_id, coalesce(d.model, '') AS model,
         coalesce(d.vendor, '') AS vendor, coalesce(d.compute_owner, '') AS compute_owner,
         coalesce(d.channel, '') AS channel, coalesce(d.chip_kind, '') AS chip_kind, d.kind, d.paid,
         sum(d.records) AS records, sum(d.gross) AS gross,
         sum(d.input + d.cached_input + d.cache_write + d.cache_write_1h + d.output + d.reasoning + d.image_input
             + d.audio_input + d.video_input + d.image_output + d.audio_output + d.video_output) AS tokens
    FROM ciyuan.settlement_run AS r
    JOIN ciyuan.usage_rollup_delta AS d ON d.usage_month = r.month AND d.accounting_month <= r.month
   WHERE r.state = 'posted' GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
)
SELECT 'statement line differs from roll-ups' AS what,
       format('run %s, %s in %s, line %s', l.run_id, l.party, l.currency, l.line) AS detail
  FROM ciyuan.statement_line AS l
  JOIN ciyuan.settlement_run AS r ON r.id = l.run_id
  LEFT JOIN rollups AS d
    ON d.run_id = l.run_id AND d.currency = l.currency AND d.split_rule_version_id = l.split_rule_version_id
   AND d.plan_version_id = l.plan_version_id AND d.model = coalesce(l.model, '') AND d.vendor = coalesce(l.vendor, '')
   AND d.compute_owner = coalesce(l.compute_owner, '') AND d.channel = coalesce(l.channel, '')
   AND d.chip_kind = coalesce(l.chip_kind, '') AND d.kind = l.kind AND d.paid = l.paid
 WHERE CASE l.line_kind
         WHEN 'adjustment' THEN l.origin_month >= r.month
         WHEN 'share' THEN l.origin_month <> r.month
         WHEN 'guarantee' THEN l.origin_month <> r.month
         ELSE l.origin_month > r.month END
    OR (l.line_kind <> 'share' AND num_nonnulls(l.plan_version_id, l.model, l.vendor, l.compute_owner, l.channel,
                                                l.chip_kind, l.kind, l.paid) > 0)
    OR (l.line_kind NOT IN ('share','adjustment') AND (l.records <> 0 OR l.tokens <> 0 OR l.gross <> 0))
    OR (r.state = 'posted' AND l.line_kind = 'share' AND l.kind <> 'breakage'
        AND (l.records, l.tokens, l.gross) IS DISTINCT FROM (d.records, d.tokens, d.gross));
