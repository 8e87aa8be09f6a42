-- A record in suspense is still the one that was received: its identity, and the hash of its canonical JSON.
WITH members AS (
  SELECT s.account_id, s.key, m.name, CASE jsonb_typeof(m.value) WHEN 'object' THEN (
           SELECT '{' || coalesce(string_agg(to_jsonb(i.name)::text || ':' || i.value::text, ','
                                             ORDER BY i.name COLLATE "C"), '') || '}'
             FROM jsonb_each(m.value) AS i (name, value)) ELSE m.value::text END AS value
    FROM ciyuan.suspense_record AS s
   CROSS JOIN LATERAL jsonb_each(CASE jsonb_typeof(s.body) WHEN 'object' THEN s.body ELSE '{}' END) AS m (name, value)
), canonical AS (
  SELECT account_id, key,
         '{' || string_agg(to_jsonb(name)::text || ':' || value, ',' ORDER BY name COLLATE "C") || '}' AS text
    FROM members GROUP BY account_id, key
)
SELECT 'suspense differs from what was received' AS what, s.key AS detail
  FROM ciyuan.suspense_record AS s
  LEFT JOIN canonical AS c ON c.account_id = s.account_id AND c.key = s.key
  LEFT JOIN ciyuan.usage_key AS k ON k.key = s.key
 WHERE s.key <> s.partner || ' ' || s.source || ' ' || s.record_id
    OR s.source <> coalesce(s.body ->> 'source', 'api') OR s.account_code IS DISTINCT FROM s.body ->> 'account'
    OR k.hash_version <> 1
    OR k.content_hash IS DISTINCT FROM substring(sha256(convert_to(c.text, 'UTF8')) FROM 1 FOR 16);
