-- What moves between a party and the operator is on the statements of both, as opposite sums; what was decided is moved
-- once, as decided, in no month before its own.
WITH moved AS (
  SELECT l.run_id, r.month, r.state, l.line_kind, l.reference, l.party, l.counterparty, l.currency, l.origin_month,
         l.share_fen, 'operator' = ANY (p.kinds) AS is_operator
    FROM ciyuan.statement_line AS l JOIN ciyuan.settlement_run AS r ON r.id = l.run_id
    JOIN ciyuan.party AS p ON p.code = l.party
   WHERE l.reference IS NOT NULL
)
SELECT 'moved on one side alone' AS what,
       format('run %s, %s %s, %s in %s', a.run_id, a.line_kind, a.reference, a.party, a.currency) AS detail
  FROM moved AS a
 WHERE (SELECT count(*) FROM moved AS b
         WHERE b.run_id = a.run_id AND b.line_kind = a.line_kind AND b.reference = a.reference
           AND b.currency = a.currency AND b.party = a.counterparty AND b.counterparty = a.party
           AND b.origin_month = a.origin_month AND b.share_fen = -a.share_fen) <> 1
    OR a.is_operator = (SELECT 'operator' = ANY (p.kinds) FROM ciyuan.party AS p WHERE p.code = a.counterparty)
UNION ALL
SELECT 'moved otherwise than decided', format('run %s, %s %s, %s', m.run_id, m.line_kind, m.reference, m.party)
  FROM moved AS m LEFT JOIN ciyuan.party_transfer AS t ON t.kind = m.line_kind AND t.reference = m.reference
 WHERE NOT m.is_operator AND m.line_kind IN ('dispute','clawback')
   AND ((t.party, t.currency, t.origin_month, t.share_fen) IS DISTINCT FROM (m.party, m.currency, m.origin_month, m.share_fen)
        OR t.month > m.month)
UNION ALL
SELECT 'moved twice', format('%s %s, %s', line_kind, reference, party)
  FROM moved WHERE state = 'posted' AND NOT is_operator GROUP BY line_kind, reference, party, currency HAVING count(*) > 1;
