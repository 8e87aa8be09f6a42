-- What was drawn of a grant is what records, re-ratings and movements say they drew, less what came back; and what
-- expired likewise.
WITH drawn AS (
  SELECT account_id, grant_number, sum(milli) AS milli
    FROM (SELECT account_id, grant_number, first_drawn_milli AS milli
            FROM ciyuan.usage_entry WHERE grant_number IS NOT NULL AND kind <> 'reversal'
          UNION ALL
          SELECT account_id, grant_number, CASE kind WHEN 'drawn' THEN milli_tokens ELSE -milli_tokens END
            FROM ciyuan.grant_movement WHERE kind IN ('drawn', 'returned')) AS part
   GROUP BY account_id, grant_number
), expired AS (
  SELECT account_id, grant_number,
         sum(CASE kind WHEN 'expired' THEN milli_tokens ELSE -milli_tokens END) AS milli
    FROM ciyuan.grant_movement WHERE kind IN ('expired', 'expiry_reversed')
   GROUP BY account_id, grant_number
), issued AS (
  SELECT account_id, grant_number, sum(milli_tokens) AS milli
    FROM ciyuan.grant_movement WHERE kind = 'issued' GROUP BY account_id, grant_number
)
SELECT 'grant does not account for its movements' AS what,
       format('account %s, grant %s: issued %s of %s, drawn %s of %s, expired %s of %s', g.account_id, g.number,
              i.milli, g.quantity_milli, d.milli, g.drawn_milli, e.milli, g.expired_milli) AS detail
  FROM ciyuan.grant_bucket AS g
  FULL JOIN drawn AS d ON d.account_id = g.account_id AND d.grant_number = g.number
  FULL JOIN expired AS e ON e.account_id = g.account_id AND e.grant_number = g.number
  FULL JOIN issued AS i ON i.account_id = g.account_id AND i.grant_number = g.number
 WHERE g.quantity_milli IS DISTINCT FROM i.milli
    OR g.drawn_milli IS DISTINCT FROM coalesce(d.milli, 0)
    OR g.expired_milli IS DISTINCT FROM coalesce(e.milli, 0);
