-- Every charged or suspended record holds its key, and every key has one outcome.
WITH outcome AS (
  SELECT (partner || ' ' || source || ' ' || record_id) COLLATE "C" AS key, count(*) AS charged
    FROM ciyuan.usage_record GROUP BY 1
), suspended AS (
  SELECT key, state FROM ciyuan.suspense_record
)
SELECT CASE
         WHEN k.key IS NULL THEN 'record without its key'
         WHEN o.charged > 1 THEN 'record charged twice'
         WHEN o.charged = 1 AND s.state = 'open' THEN 'record charged and in suspense'
         ELSE 'key without an outcome'
       END AS what,
       coalesce(k.key, o.key, s.key) AS detail
  FROM ciyuan.usage_key AS k
  FULL JOIN outcome AS o ON o.key = k.key
  FULL JOIN suspended AS s ON s.key = coalesce(k.key, o.key)
 WHERE k.key IS NULL OR coalesce(o.charged, 0) > 1
    OR (o.charged = 1 AND s.state = 'open')
    OR (o.charged IS NULL AND s.state IS DISTINCT FROM 'open');
