-- Breakage and fees are of no model and hold no usage; a shortfall holds none either, and is of a model once that has made it up;
-- all else is of one. Commitments fall short, and charge usage, and nothing else of theirs but grants. A net amount is stated where the sale fixed it;
-- what nobody's grant limited was charged; and every line is in its plan's currency, of a plan that somebody has.
SELECT 'roll-up line is not of its kind' AS what, format('batch %s, line %s, %s', r.batch_id, r.line, r.kind) AS detail
  FROM ciyuan.usage_rollup_delta AS r
  LEFT JOIN ciyuan.catalogue_document AS d ON d.id = r.plan_version_id AND d.kind = 'plan'
 WHERE num_nonnulls(r.model, r.vendor, r.compute_owner, r.chip_kind) <> CASE WHEN r.kind IN ('breakage', 'fee') OR (r.kind = 'shortfall' AND r.model IS NULL) THEN 0 ELSE 4 END
    OR (r.net IS NULL) <> (r.kind IN ('usage', 'overdraw'))
    OR (r.kind IN ('usage', 'overdraw', 'shortfall') AND (NOT r.paid OR r.drawn_milli <> 0))
    OR (r.kind = 'shortfall') > (d.body #>> '{commitment,mode}' IN ('take_or_pay', 'spend')) IS TRUE
    OR (r.kind = 'usage' AND d.body ->> 'role' <> 'base' AND d.body #>> '{commitment,mode}' IS DISTINCT FROM 'take_or_pay')
    OR (r.kind = 'overdraw' AND (r.gross <> 0 OR d.body ->> 'exhaustion' NOT IN ('hard_limit', 'payg_cap')))
    OR (r.kind = 'fee') > (d.body ? 'bundle') IS TRUE OR (r.kind = 'fee' AND NOT r.paid)
    OR (r.kind IN ('breakage', 'shortfall', 'fee') AND (r.records <> 0 OR r.drawn_milli <> 0 OR r.vendor_cost <> 0 OR r.compute_cost <> 0
         OR r.input + r.cached_input + r.cache_write + r.cache_write_1h + r.output + r.reasoning + r.image_input
            + r.audio_input + r.video_input + r.image_output + r.audio_output + r.video_output + r.requests
            + r.tool_calls + r.images + r.seconds + r.characters + r.pages <> 0))
    OR d.body ->> 'currency' IS DISTINCT FROM r.currency
    OR NOT EXISTS (SELECT FROM ciyuan.subscription AS s
                    WHERE s.plan_version_id = r.plan_version_id AND s.channel IS NOT DISTINCT FROM r.channel)
       -- A pack that was half used elsewhere was taken up there.
       AND NOT EXISTS (SELECT FROM ciyuan.taken_on_subscription AS t
                        WHERE t.plan_version_id = r.plan_version_id AND t.channel IS NOT DISTINCT FROM r.channel);
