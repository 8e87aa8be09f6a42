-- Where a provider stated how many tokens there were in all, a record's classes are as many: none was made up when the
-- usage object was taken apart, and none left out.
WITH wired AS (
  SELECT account_id, sequence,
         coalesce(raw_usage -> CASE semantics WHEN 'gemini' THEN 'usageMetadata' ELSE 'usage' END, raw_usage)
           -> CASE semantics WHEN 'gemini' THEN 'totalTokenCount' WHEN 'bedrock' THEN 'totalTokens'
                             WHEN 'anthropic' THEN NULL ELSE 'total_tokens' END AS stated,
         coalesce(input, 0) + coalesce(cached_input, 0) + coalesce(cache_write, 0) + coalesce(cache_write_1h, 0)
       + coalesce(output, 0) + coalesce(reasoning, 0) + coalesce(image_input, 0) + coalesce(audio_input, 0)
       + coalesce(video_input, 0) + coalesce(image_output, 0) + coalesce(audio_output, 0)
       + coalesce(video_output, 0) AS tokens
    FROM ciyuan.usage_record WHERE semantics IS NOT NULL
)
SELECT 'record differs from the total of its raw usage' AS what,
       format('account %s, sequence %s: %s tokens, stated %s', account_id, sequence, tokens, stated) AS detail
  FROM wired WHERE stated <> to_jsonb(tokens) AND stated <> 'null';
