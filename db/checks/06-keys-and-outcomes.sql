-- Every charged or suspended record holds its key, every key has one outcome, and each knows where the other is.
WITH outcome AS (
  SELECT (partner || ' ' || source || ' ' || record_id) COLLATE "C" AS key, count(*) AS charged,
         min(account_id) AS account_id, min(at) AS at, min(sequence) AS sequence
    FROM ciyuan.usage_record GROUP BY 1
), suspended AS (
  SELECT key, count(*) AS times, bool_or(state = 'open') AS is_open, bool_or(state = 'voided') AS is_void, min(account_id) AS account_id, min(at) AS at,
         min(charged_account_id) AS charged_account_id, min(charged_sequence) AS charged_sequence
    FROM ciyuan.suspense_record GROUP BY key
), judged AS (
  SELECT CASE
           WHEN k.key IS NULL THEN 'record without its key'
           WHEN o.charged > 1 THEN 'record charged twice'
           WHEN s.times > 1 THEN 'record in suspense twice'
           WHEN o.charged = 1 AND s.is_open THEN 'record charged and in suspense'
           WHEN o.charged = 1 AND s.is_void THEN 'record charged and void in suspense'
           WHEN o.charged IS NULL AND s.is_open IS NOT TRUE AND s.is_void IS NOT TRUE THEN 'key without an outcome'
           WHEN k.at <> o.at OR k.at <> s.at THEN 'key names another instant'
           WHEN k.account_id <> coalesce(s.account_id, o.account_id) THEN 'key names another account'
           WHEN s.charged_account_id IS DISTINCT FROM CASE WHEN s.is_open OR s.is_void THEN NULL ELSE o.account_id END
             OR s.charged_sequence IS DISTINCT FROM CASE WHEN s.is_open OR s.is_void THEN NULL ELSE o.sequence END
             THEN CASE WHEN s.key IS NOT NULL THEN 'suspense names another charge' END
         END AS what,
         coalesce(k.key, o.key, s.key) AS detail
    FROM ciyuan.usage_key AS k
    FULL JOIN outcome AS o ON o.key = k.key
    FULL JOIN suspended AS s ON s.key = coalesce(k.key, o.key)
)
SELECT what, detail FROM judged WHERE what IS NOT NULL;
