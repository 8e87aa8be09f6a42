-- A proforma is of its own kind in every row, was never signed, and its versions have no gap; a job makes the kind that it
-- was asked for. A signed run was reviewed by the policy in force, and every finding of it acknowledged before, not by
-- its maker; digests run through what was said.
WITH said AS (
  SELECT a, lag(a.digest, 1, '') OVER one AS previous, lag(a.number, 1, 0) OVER one AS before_number,
         lag(a.at) OVER one AS before_at
    FROM ciyuan.variance_acknowledgement AS a WINDOW one AS (PARTITION BY run_id ORDER BY number)
), signed AS (
  SELECT r.id, r.approved_by, r.approved_at, r.state, p.id AS policy
    FROM ciyuan.settlement_run AS r
    LEFT JOIN LATERAL (SELECT d.id FROM ciyuan.catalogue_document AS d
                        WHERE d.kind = 'variance_policy' AND d.effective_from <= r.approved_at
                          AND d.created_at <= r.approved_at
                        ORDER BY d.effective_from DESC, d.id LIMIT 1) AS p ON true
   WHERE r.approved_at IS NOT NULL
)
SELECT 'proforma beyond its calculation' AS what, format('run %s of %s: %s', r.id, r.month, r.state) AS detail
  FROM ciyuan.settlement_run AS r
 WHERE r.kind = 'proforma'
   AND (r.state <> 'calculated' OR r.approved_by IS NOT NULL OR r.posted_at IS NOT NULL
        OR EXISTS (SELECT FROM ciyuan.settlement_posting AS p WHERE p.run_id = r.id)
        OR EXISTS (SELECT FROM ciyuan.variance_acknowledgement AS a WHERE a.run_id = r.id))
UNION ALL
SELECT 'kind of a statement and of its run', format('run %s, %s in %s: %s', s.run_id, s.party, s.currency, s.kind)
  FROM ciyuan.statement AS s LEFT JOIN ciyuan.settlement_run AS r ON r.id = s.run_id
 WHERE s.kind IS DISTINCT FROM r.kind
UNION ALL
SELECT 'versions of a proforma', format('%s: %s versions up to %s', month, count(*), max(version))
  FROM ciyuan.settlement_run WHERE kind = 'proforma' GROUP BY month HAVING count(*) <> max(version)
UNION ALL
SELECT 'kind of a run and of its job', format('run %s, job %s: %s', r.id, j.id, r.kind)
  FROM ciyuan.settlement_run AS r JOIN ciyuan.job_run AS j ON j.id = r.job_run_id
 WHERE coalesce(j.parameters ->> 'kind', 'settlement') <> r.kind
UNION ALL
SELECT 'acknowledgement was told otherwise', format('run %s, number %s', (a).run_id, (a).number)
  FROM said
 WHERE (a).digest <> ciyuan.chained_digest(previous, a) OR (a).number <> before_number + 1 OR before_at > (a).at
UNION ALL
SELECT 'acknowledged by its maker, or out of its time', format('run %s, %s by %s', a.run_id, a.finding, a.by)
  FROM ciyuan.variance_acknowledgement AS a LEFT JOIN ciyuan.settlement_run AS r ON r.id = a.run_id
 WHERE r.id IS NULL OR a.by = r.created_by OR a.at < r.created_at OR a.at > r.approved_at
UNION ALL
SELECT 'signed run and its review',
       format('run %s by %s, policy %s: reviewed by %s with %s', coalesce(s.id, v.run_id), s.approved_by, s.policy, v.by,
              v.policy_version_id)
  FROM (SELECT * FROM signed WHERE policy IS NOT NULL) AS s FULL JOIN ciyuan.variance_review AS v ON v.run_id = s.id
 WHERE (s.policy, s.approved_by, s.approved_at) IS DISTINCT FROM (v.policy_version_id, v.by, v.at)
    OR v.digest <> ciyuan.chained_digest('', v)
UNION ALL
SELECT 'finding that nobody acknowledged', format('run %s, %s', v.run_id, f.finding)
  FROM ciyuan.variance_review AS v CROSS JOIN LATERAL unnest(v.findings) AS f (finding)
  LEFT JOIN ciyuan.variance_acknowledgement AS a ON a.run_id = v.run_id AND a.finding = f.finding
 WHERE a.run_id IS NULL;
