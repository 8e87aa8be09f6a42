-- What a dispute names as its evidence was found with its party, in its month and currency, and marked as to be disputed
-- when the dispute was opened; and it is the evidence of one line that was not withdrawn.
WITH named AS (
  SELECT l.dispute_id, l.line, n.id, d.party, d.currency, d.opened_at, s.month,
         NOT EXISTS (SELECT FROM ciyuan.dispute_event AS e
                      WHERE (e.dispute_id, e.line) = (l.dispute_id, l.line) AND e.step = 'withdrawn') AS is_standing
    FROM ciyuan.dispute_line AS l JOIN ciyuan.dispute AS d ON d.id = l.dispute_id
    JOIN ciyuan.statement AS s USING (run_id, party, currency)
   CROSS JOIN unnest(l.reconciliation_difference_ids) AS n (id)
), told AS (
  SELECT r.difference_id AS id, r.number, c.state, c.at
    FROM ciyuan.reconciliation_resolution AS r
    JOIN ciyuan.reconciliation_decision AS c ON c.run_id = r.run_id AND c.number = r.decision
)
SELECT 'evidence was not found' AS what, format('dispute %s, line %s, difference %s', n.dispute_id, n.line, n.id) AS detail
  FROM named AS n
  LEFT JOIN ciyuan.reconciliation_difference AS f ON f.id = n.id
  LEFT JOIN ciyuan.reconciliation_run AS r ON r.id = f.run_id
 WHERE (r.party, r.currency, r.month) IS DISTINCT FROM (n.party, n.currency, n.month)
UNION ALL
SELECT 'evidence was not to be disputed', format('dispute %s, line %s, difference %s', n.dispute_id, n.line, n.id)
  FROM named AS n
 WHERE NOT EXISTS (
   SELECT FROM told AS t WHERE t.id = n.id AND t.state = 'to_dispute' AND t.at <= n.opened_at
      AND NOT EXISTS (SELECT FROM told AS l WHERE l.id = t.id AND l.number > t.number AND l.at < n.opened_at))
UNION ALL
SELECT 'evidence of two claims', format('difference %s', id)
  FROM named WHERE is_standing GROUP BY id HAVING count(*) > 1;
