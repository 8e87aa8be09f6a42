-- A subscription is suspended when the last change says so; it follows the one that a change of plan had it follow, from
-- where that ends; and its held prices are those that its plan promised with the order, and that were said since.
WITH suspended AS (
  SELECT DISTINCT ON (account_id, subscription_id) account_id, subscription_id,
         CASE kind WHEN 'suspended' THEN changed_at END AS since
    FROM ciyuan.subscription_change WHERE kind IN ('suspended', 'reactivated')
   ORDER BY account_id, subscription_id, sequence DESC
), promised AS (
  SELECT s.account_id, s.id, s.id AS sequence, s.starts_at AS as_of, d.body -> 'priceProtection' -> 'months' IS NULL AS for_good
    FROM ciyuan.subscription AS s
    JOIN ciyuan.catalogue_document AS d ON d.id = s.plan_version_id AND d.body ? 'priceProtection'
), held AS (
  SELECT s.account_id, s.id, (p.pin ->> 'sequence')::bigint AS sequence,
         to_timestamp((p.pin ->> 'asOf')::bigint / 1000.0) AS as_of, to_timestamp((p.pin ->> 'until')::bigint / 1000.0) AS until,
         p.place, p.pin - '{sequence,asOf,until}'::text[] <> '{}' AS has_more
    FROM ciyuan.subscription AS s
    CROSS JOIN jsonb_array_elements(s.price_pins) WITH ORDINALITY AS p (pin, place)
), ranked AS (
  SELECT *, row_number() OVER (PARTITION BY account_id, id ORDER BY sequence) AS rank FROM held
), pinned AS (
  SELECT account_id, subscription_id AS id, sequence, prices_as_of AS as_of, prices_until AS until
    FROM ciyuan.subscription_change WHERE kind = 'prices_pinned'
)
SELECT 'subscription is not as it was changed' AS what, format('account %s, subscription %s: suspended', s.account_id, s.id) AS detail
  FROM ciyuan.subscription AS s
  LEFT JOIN suspended AS c ON c.account_id = s.account_id AND c.subscription_id = s.id
 WHERE s.suspended_at IS DISTINCT FROM c.since
UNION ALL
SELECT 'subscription is not as it was changed',
       format('account %s, subscription %s: follows', coalesce(s.account_id, c.account_id), coalesce(s.id, c.successor_id))
  FROM (SELECT * FROM ciyuan.subscription WHERE follows IS NOT NULL) AS s
  FULL JOIN (SELECT * FROM ciyuan.subscription_change WHERE kind = 'plan_changed') AS c
    ON c.account_id = s.account_id AND c.successor_id = s.id
 WHERE (s.follows, s.id, s.plan_version_id, s.channel, s.starts_at)
       IS DISTINCT FROM (c.subscription_id, c.sequence + 1, c.plan_version_id, c.channel, c.ends_at)
UNION ALL
SELECT 'prices are not held as was said', format('account %s, subscription %s, %s', account_id, id, sequence)
  FROM ranked AS h
  FULL JOIN (SELECT account_id, id, sequence, as_of, until, false AS promised FROM pinned
             UNION ALL SELECT account_id, id, sequence, as_of, NULL, NOT for_good FROM promised) AS c USING (account_id, id, sequence)
 WHERE h.as_of IS DISTINCT FROM c.as_of OR h.rank <> h.place OR h.has_more
    OR CASE WHEN c.promised THEN (h.until > h.as_of) IS NOT TRUE ELSE h.until IS DISTINCT FROM c.until END;
