-- A correction is of a record of its account, and says of it what the record says, but the model that a reported name
-- stood for; it was booked with its write, and so
-- was the run that re-rated it, which says how many it changed, all of them in its period.
SELECT 'correction is of no such record' AS what, format('account %s, sequence %s', c.account_id, c.sequence) AS detail
  FROM ciyuan.usage_correction AS c
  LEFT JOIN ciyuan.usage_record AS r
    ON r.account_id = c.account_id AND r.at = c.at AND r.sequence = c.record_sequence
  LEFT JOIN ciyuan.account_write AS w ON w.batch_id = c.batch_id
 WHERE (c.at, c.partner, c.source, c.record_id, CASE WHEN r.reported_model IS NULL THEN c.model ELSE r.model END, c.vendor, c.compute_owner, c.chip_kind, c.service_tier)
       IS DISTINCT FROM
       (r.at, r.partner, r.source, r.record_id, r.model, r.vendor, r.compute_owner, r.chip_kind, r.service_tier)
    OR (c.input, c.cached_input, c.cache_write, c.cache_write_1h, c.output, c.reasoning, c.image_input,
        c.audio_input, c.video_input, c.image_output, c.audio_output, c.video_output, c.requests, c.tool_calls,
        c.images, c.seconds, c.characters, c.pages)
       IS DISTINCT FROM
       (c.records * r.input, c.records * r.cached_input, c.records * r.cache_write, c.records * r.cache_write_1h,
        c.records * r.output, c.records * r.reasoning, c.records * r.image_input, c.records * r.audio_input,
        c.records * r.video_input, c.records * r.image_output, c.records * r.audio_output,
        c.records * r.video_output, c.records * r.requests, c.records * r.tool_calls, c.records * r.images,
        c.records * r.seconds, c.records * r.characters, c.records * r.pages)
    OR w.kind IS DISTINCT FROM 'correction' OR w.written_at IS DISTINCT FROM c.booked_at
UNION ALL
SELECT 're-rating run differs from its entries', format('account %s, batch %s', r.account_id, r.batch_id)
  FROM ciyuan.re_rating_run AS r
  LEFT JOIN ciyuan.account_write AS w ON w.batch_id = r.batch_id
  LEFT JOIN ciyuan.account_state AS s ON s.account_id = r.account_id
 CROSS JOIN LATERAL (
        SELECT count(*) FILTER (WHERE c.kind = 're_rating') AS changed, coalesce(max(c.sequence), 0) AS latest,
               count(*) FILTER (WHERE c.at < r.from_at OR c.at >= r.until_at) AS outside
          FROM ciyuan.usage_correction AS c WHERE c.account_id = r.account_id AND c.batch_id = r.batch_id) AS c
 WHERE w.kind IS DISTINCT FROM 'correction' OR w.written_at IS DISTINCT FROM r.booked_at
    OR c.changed <> r.changed OR c.outside > 0
    OR r.through_sequence < c.latest OR (r.through_sequence < s.next_sequence) IS NOT TRUE
UNION ALL
SELECT 're-rating of no run', format('account %s, sequence %s', c.account_id, c.sequence)
  FROM ciyuan.usage_correction AS c
  LEFT JOIN ciyuan.re_rating_run AS r ON r.account_id = c.account_id AND r.batch_id = c.batch_id
 WHERE c.kind = 're_rating' AND r.batch_id IS NULL;
