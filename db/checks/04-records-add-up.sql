-- Covered and overage tokens of a rating are all of its tokens; what it drew beyond its first grant are movements; a
-- grant is named unless all of it was overage, a tariff and its prices where something was charged as usage that no
-- commitment rated.
WITH further AS (
  SELECT account_id, sequence, sum(milli_tokens) AS milli
    FROM ciyuan.grant_movement WHERE kind = 'drawn' GROUP BY account_id, sequence
)
SELECT 'record does not add up' AS what, format('account %s, sequence %s', r.account_id, r.sequence) AS detail
  FROM ciyuan.usage_entry AS r LEFT JOIN further AS f USING (account_id, sequence)
 WHERE r.kind <> 'reversal' AND (r.covered_tokens + r.overage_tokens <>
         coalesce(r.input, 0) + coalesce(r.cached_input, 0) + coalesce(r.cache_write, 0) + coalesce(r.cache_write_1h, 0)
       + coalesce(r.output, 0) + coalesce(r.reasoning, 0) + coalesce(r.image_input, 0) + coalesce(r.audio_input, 0)
       + coalesce(r.video_input, 0) + coalesce(r.image_output, 0) + coalesce(r.audio_output, 0) + coalesce(r.video_output, 0)
    OR r.drawn_milli <> r.first_drawn_milli + coalesce(f.milli, 0)
    OR (r.overage_kind IS NULL AND (r.overage_tokens <> 0 OR r.usage_gross <> 0))
    OR (r.overage_kind = 'overdraw' AND r.usage_gross <> 0)
    OR (r.grant_number IS NULL) <> (r.covered_tokens = 0 AND r.overage_kind IS NOT NULL)
    OR (r.base_plan_version_id IS NULL) <> (r.price_version_id IS NULL)
    OR (r.base_plan_version_id IS NOT NULL AND r.overage_kind IS DISTINCT FROM 'usage')
    OR (r.base_plan_version_id IS NULL AND r.overage_kind = 'usage' AND r.commitment_tokens IS NULL));
