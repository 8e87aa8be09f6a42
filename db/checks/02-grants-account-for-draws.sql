-- What was drawn of a grant is what records, re-ratings and movements say they drew, less what came back; what expired,
-- and what left it for other grants, likewise; and it was issued once, in the way of its origin.
WITH drawn AS (
  SELECT account_id, grant_number, sum(milli) AS milli
    FROM (SELECT account_id, grant_number, first_drawn_milli AS milli
            FROM ciyuan.usage_entry WHERE grant_number IS NOT NULL AND kind <> 'reversal'
          UNION ALL
          SELECT account_id, grant_number, CASE kind WHEN 'drawn' THEN milli_tokens ELSE -milli_tokens END
            FROM ciyuan.grant_movement WHERE kind IN ('drawn', 'returned')) AS part
   GROUP BY account_id, grant_number
), moved AS (
  SELECT account_id, grant_number,
         sum(CASE kind WHEN 'expired' THEN milli_tokens WHEN 'expiry_reversed' THEN -milli_tokens ELSE 0 END) AS expired,
         sum(CASE WHEN kind IN ('rolled_out', 'given') THEN milli_tokens ELSE 0 END) AS released,
         sum(CASE WHEN kind IN ('issued', 'rolled_in', 'received', 'stated') THEN milli_tokens END) AS issued,
         string_agg(CASE WHEN kind IN ('issued', 'rolled_in', 'received', 'stated') THEN kind END, ' ') AS issued_as
    FROM ciyuan.grant_movement GROUP BY account_id, grant_number
)
SELECT 'grant does not account for its movements' AS what,
       format('account %s, grant %s: issued %s of %s, drawn %s of %s, released %s of %s, expired %s of %s', g.account_id,
              g.number, m.issued, g.quantity_milli, d.milli, g.drawn_milli, m.released, g.released_milli, m.expired,
              g.expired_milli) AS detail
  FROM ciyuan.grant_bucket AS g
  FULL JOIN drawn AS d ON d.account_id = g.account_id AND d.grant_number = g.number
  FULL JOIN moved AS m ON m.account_id = g.account_id AND m.grant_number = g.number
 WHERE g.quantity_milli IS DISTINCT FROM m.issued
    OR m.issued_as IS DISTINCT FROM CASE g.origin WHEN 'rolled_over' THEN 'rolled_in' WHEN 'received' THEN 'received'
                                                  WHEN 'stated' THEN 'stated' ELSE 'issued' END
    OR g.drawn_milli IS DISTINCT FROM coalesce(d.milli, 0)
    OR g.released_milli IS DISTINCT FROM coalesce(m.released, 0)
    OR g.expired_milli IS DISTINCT FROM coalesce(m.expired, 0);
