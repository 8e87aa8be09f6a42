-- What a batch added to the roll-ups is what its records and corrections say: how many, what packages covered, what was overage.
WITH portions AS (
  SELECT batch_id, overage_kind, sum(records) AS records, sum(covered_tokens) AS covered, sum(overage_tokens) AS overage,
         sum(usage_gross) AS gross
    FROM ciyuan.usage_entry
   GROUP BY 1, 2
), records AS (
  SELECT batch_id, sum(records) AS records, sum(covered) AS covered,
         sum(CASE overage_kind WHEN 'usage' THEN overage ELSE 0 END) AS usage,
         sum(CASE overage_kind WHEN 'overdraw' THEN overage ELSE 0 END) AS overdraw, sum(gross) AS gross
    FROM portions GROUP BY 1
), lines AS (
  SELECT batch_id, kind, records, gross,
         input + cached_input + cache_write + cache_write_1h + output + reasoning + image_input + audio_input
           + video_input + image_output + audio_output + video_output AS tokens
    FROM ciyuan.usage_rollup_delta WHERE kind NOT IN ('breakage', 'shortfall', 'fee')
), rollups AS (
  SELECT batch_id, sum(records) AS records,
         sum(CASE kind WHEN 'package' THEN tokens ELSE 0 END) AS covered,
         sum(CASE kind WHEN 'usage' THEN tokens ELSE 0 END) AS usage,
         sum(CASE kind WHEN 'overdraw' THEN tokens ELSE 0 END) AS overdraw,
         sum(CASE kind WHEN 'package' THEN 0 ELSE gross END) AS gross
    FROM lines GROUP BY 1
), difference AS (
  (TABLE records EXCEPT TABLE rollups) UNION ALL (TABLE rollups EXCEPT TABLE records)
)
SELECT 'batch differs between records and roll-ups' AS what,
       format('batch %s: %s records, %s tokens covered, %s usage, %s overdraw, %s yuan', batch_id, records, covered,
              usage, overdraw, gross) AS detail
  FROM difference;
