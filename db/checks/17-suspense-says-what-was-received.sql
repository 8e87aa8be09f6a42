-- A record in suspense is still the one that was received: its identity, and the hash of its canonical JSON. A body
-- with a character that jsonb refuses is kept as the text of that JSON, in which its account must be named.
WITH kept AS (
  SELECT *, CASE jsonb_typeof(body) WHEN 'string' THEN body #>> '{}' ELSE ciyuan.canonical_json(body) END AS canonical
    FROM ciyuan.suspense_record
)
SELECT 'suspense differs from what was received' AS what, s.key AS detail
  FROM kept AS s LEFT JOIN ciyuan.usage_key AS k ON k.key = s.key
 WHERE s.key <> s.partner || ' ' || s.source || ' ' || s.record_id
    OR CASE jsonb_typeof(s.body)
         WHEN 'string' THEN position('"account":' || to_jsonb(s.account_code)::text IN s.canonical) = 0
         ELSE s.source <> coalesce(s.body ->> 'source', 'api')
           OR s.account_code IS DISTINCT FROM s.body ->> 'account' END
    OR k.hash_version <> 1
    OR k.content_hash IS DISTINCT FROM substring(sha256(convert_to(s.canonical, 'UTF8')) FROM 1 FOR 16);
