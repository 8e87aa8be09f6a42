-- The audit log is as it was written: numbers have no gap, digests run through, it ends where its head says, and every
-- answer is one of a request before it.
WITH told AS (
  SELECT e, lag(e.digest, 1, '') OVER one AS previous, lag(e.number, 1, 0::bigint) OVER one AS before_number
    FROM ciyuan.audit_entry AS e WINDOW one AS (ORDER BY number)
)
SELECT 'entry is missing' AS what, format('before number %s', (e).number) AS detail
  FROM told WHERE (e).number <> before_number + 1
UNION ALL
SELECT 'entry was told otherwise', format('number %s', (e).number)
  FROM told WHERE (e).digest <> ciyuan.chained_digest(previous, e)
UNION ALL
SELECT 'end of the audit log', format('%s of %s', l.number, h.number)
  FROM (SELECT max(number) AS number FROM ciyuan.audit_entry) AS l
  FULL JOIN ciyuan.audit_head AS h ON true
  LEFT JOIN ciyuan.audit_entry AS e ON e.number = l.number
 WHERE h.number IS NULL OR coalesce(l.number, 0) <> h.number OR coalesce(e.digest, '') <> h.digest
UNION ALL
SELECT 'answer to nothing', format('number %s', a.number)
  FROM ciyuan.audit_entry AS a LEFT JOIN ciyuan.audit_entry AS r ON r.number = a.answers
 WHERE a.kind = 'answer' AND (r.number IS NULL OR r.kind <> 'request' OR r.number >= a.number);
