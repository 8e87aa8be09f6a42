-- Statements are issued when their run is posted, and only then; none keeps a state that its run has left.
SELECT 'state of a statement and of its run' AS what,
       format('run %s %s, %s in %s %s', r.id, r.state, s.party, s.currency, s.state) AS detail
  FROM ciyuan.statement AS s LEFT JOIN ciyuan.settlement_run AS r ON r.id = s.run_id
 WHERE r.id IS NULL
    OR CASE WHEN s.state IN ('calculated','in_review','approved','superseded') THEN s.state ELSE 'posted' END <> r.state
    OR s.month <> r.month OR s.version <> r.version
    OR (r.state = 'posted') <> (s.issued_at IS NOT NULL);
