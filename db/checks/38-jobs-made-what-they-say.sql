-- A version of a month that names a job is what that job was asked for and says it made; a job that is done made one.
SELECT 'version of a month and its job' AS what,
       format('run %s of %s by %s, job %s: %s %s by %s, %s', r.id, r.month, r.created_by, coalesce(r.job_run_id, j.id),
              j.kind, j.parameters, j.requested_by, j.result) AS detail
  FROM (SELECT * FROM ciyuan.settlement_run WHERE job_run_id IS NOT NULL) AS r
  FULL JOIN (SELECT * FROM ciyuan.job_run WHERE kind = 'settlement') AS j ON j.id = r.job_run_id
 WHERE (j.id IS NULL OR r.id IS NULL) AND (r.id IS NOT NULL OR j.state = 'done')
    OR j.parameters ->> 'month' <> r.month
    OR j.requested_by <> r.created_by
    OR j.state = 'done' AND (j.result ->> 'settlementRun' IS DISTINCT FROM r.id::text
                             OR j.result ->> 'version' IS DISTINCT FROM r.version::text
                             OR j.result ->> 'inputDigest' IS DISTINCT FROM r.input_digest)
