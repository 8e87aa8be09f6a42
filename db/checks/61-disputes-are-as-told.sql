-- What a party says against a statement is of a share that the statement has; what is granted was proposed and agreed by
-- two, and moves once; the statement is confirmed with the last line that is decided; digests run through all of it.
WITH event AS (
  SELECT e, lag(e.digest) OVER one AS previous, lag(e.step) OVER one AS before_step, lag(e.by) OVER one AS before_by,
         lag(e.granted_fen) OVER one AS before_granted, lag(e.at) OVER one AS before_at, lag(e.number, 1, 0) OVER one AS before_number
    FROM ciyuan.dispute_event AS e WINDOW one AS (PARTITION BY dispute_id, line ORDER BY number)
), claim AS (
  SELECT l.dispute_id, l.line, d.run_id, d.party, d.currency, s.month, s.state, l.statement_line, l.issued_fen, l.claimed_fen,
         d.opened_at, e.step, e.granted_fen, e.at, e.by,
         coalesce(e.step IN ('upheld','rejected','withdrawn'), false) AS is_decided
    FROM ciyuan.dispute_line AS l JOIN ciyuan.dispute AS d ON d.id = l.dispute_id
    JOIN ciyuan.statement AS s USING (run_id, party, currency)
    LEFT JOIN LATERAL (SELECT * FROM ciyuan.dispute_event AS e WHERE e.dispute_id = l.dispute_id AND e.line = l.line
                        ORDER BY e.number DESC LIMIT 1) AS e ON true
)
SELECT 'dispute was told otherwise' AS what, format('dispute %s', d.id) AS detail
  FROM ciyuan.dispute AS d
 WHERE d.digest <> ciyuan.chained_digest('', d)
    OR d.due_on <> (d.opened_at AT TIME ZONE 'Asia/Shanghai')::date + 30
    OR NOT EXISTS (SELECT FROM ciyuan.dispute_line AS l WHERE l.dispute_id = d.id)
    OR d.opened_at < (SELECT s.issued_at FROM ciyuan.statement AS s
                       WHERE (s.run_id, s.party, s.currency) = (d.run_id, d.party, d.currency))
UNION ALL
SELECT 'line was told otherwise', format('dispute %s, line %s', l.dispute_id, l.line)
  FROM ciyuan.dispute_line AS l JOIN ciyuan.dispute AS d ON d.id = l.dispute_id
 WHERE l.digest <> ciyuan.chained_digest(d.digest, l)
    OR l.line > (SELECT count(*) FROM ciyuan.dispute_line AS o WHERE o.dispute_id = l.dispute_id)
UNION ALL
SELECT 'event was told otherwise', format('dispute %s, line %s, event %s', (e).dispute_id, (e).line, (e).number)
  FROM event JOIN ciyuan.dispute_line AS l ON l.dispute_id = (e).dispute_id AND l.line = (e).line
 WHERE (e).digest <> ciyuan.chained_digest(coalesce(previous, l.digest), e) OR (e).number <> before_number + 1
UNION ALL
SELECT 'event does not follow', format('dispute %s, line %s, event %s', (e).dispute_id, (e).line, (e).number)
  FROM event
 WHERE before_at > (e).at
    OR NOT CASE (e).step WHEN 'proposed' THEN coalesce(before_step, 'returned') = 'returned'
             WHEN 'withdrawn' THEN coalesce(before_step, 'returned') IN ('returned','proposed')
             ELSE coalesce(before_step = 'proposed' AND before_by <> (e).by, false) END
    OR (e).step = 'upheld' AND ((e).granted_fen, (e).proposed_by) IS DISTINCT FROM (before_granted, before_by)
    OR (e).step = 'rejected' AND (before_granted IS NOT NULL OR (e).proposed_by IS DISTINCT FROM before_by)
UNION ALL
SELECT 'disputed share differs', format('dispute %s, line %s', claim.dispute_id, claim.line)
  FROM claim
  LEFT JOIN ciyuan.statement_line AS s ON (s.run_id, s.party, s.currency, s.line) = (claim.run_id, claim.party, claim.currency, claim.statement_line)
 WHERE claim.issued_fen IS DISTINCT FROM CASE WHEN claim.statement_line IS NULL
         THEN (SELECT a.share_fen FROM ciyuan.statement AS a
                WHERE (a.run_id, a.party, a.currency) = (claim.run_id, claim.party, claim.currency)) ELSE s.share_fen END
    OR step = 'upheld' AND (abs(granted_fen) > abs(claimed_fen - issued_fen) OR sign(granted_fen) <> sign(claimed_fen - issued_fen))
UNION ALL
SELECT 'disputed twice', format('run %s, %s in %s, line %s', run_id, party, currency, statement_line)
  FROM claim WHERE step IS DISTINCT FROM 'withdrawn' GROUP BY run_id, party, currency, statement_line HAVING count(*) > 1
UNION ALL
SELECT 'granted and moved differ', format('%s', coalesce(t.reference, format('dispute-%s.%s', l.dispute_id, l.line)))
  FROM (SELECT * FROM claim WHERE step = 'upheld') AS l
  FULL JOIN (SELECT * FROM ciyuan.party_transfer WHERE kind = 'dispute') AS t
    ON t.reference = format('dispute-%s.%s', l.dispute_id, l.line)
 WHERE (t.party, t.currency, t.origin_month, t.share_fen, t.decided_at, t.decided_by)
       IS DISTINCT FROM (l.party, l.currency, l.month, l.granted_fen, l.at, l.by)
UNION ALL
SELECT 'disputed statement and its disputes', format('run %s, %s in %s: %s', s.run_id, s.party, s.currency, s.state)
  FROM ciyuan.statement AS s
  LEFT JOIN (SELECT run_id, party, currency, bool_and(is_decided) AS is_over, count(*) AS lines
               FROM claim GROUP BY 1, 2, 3) AS d USING (run_id, party, currency)
  LEFT JOIN ciyuan.statement_event AS e ON (e.run_id, e.party, e.currency, e.number) = (s.run_id, s.party, s.currency, 1)
 WHERE (coalesce(e.state, '') = 'disputed') <> (coalesce(d.lines, 0) > 0)
    OR s.state = 'disputed' AND coalesce(d.is_over, true)
    OR s.state = 'confirmed' AND NOT coalesce(d.is_over, true)
UNION ALL
SELECT 'evidence is missing', format('dispute %s', e.dispute_id)
  FROM ciyuan.dispute_event AS e
 GROUP BY e.dispute_id
HAVING max(e.evidence) > (SELECT count(*) FROM ciyuan.dispute_evidence AS v WHERE v.dispute_id = e.dispute_id)
UNION ALL
SELECT 'evidence is another', format('dispute %s, evidence %s', v.dispute_id, v.number)
  FROM ciyuan.dispute_evidence AS v JOIN ciyuan.dispute AS d ON d.id = v.dispute_id
 WHERE v.sha256 <> encode(sha256(v.content), 'hex')
    OR v.number > (SELECT count(*) FROM ciyuan.dispute_evidence AS o WHERE o.dispute_id = v.dispute_id)
    OR v.digest <> ciyuan.chained_digest(d.digest, jsonb_build_array(v.dispute_id, v.number, v.name, v.media_type, v.sha256,
         extract(epoch FROM v.added_at), v.added_by));
