-- Parts of work were asked for with it, and have ended before it began; it is done if all of them are. A part of a
-- settlement is of its month.
SELECT 'work and a part of it' AS what,
       format('%s %s %s, part %s %s %s', p.kind, p.id, p.state, c.kind, c.id, c.state) AS detail
  FROM ciyuan.job_run AS c LEFT JOIN ciyuan.job_run AS p ON p.id = c.parent_id
 WHERE c.parent_id IS NOT NULL
   AND (p.parent_id IS NOT NULL OR c.requested_by <> p.requested_by OR c.requested_at <> p.requested_at
        OR p.state <> 'queued' AND c.state IN ('queued','running')
        OR p.state = 'done' AND c.state <> 'done'
        OR p.kind = 'settlement' AND c.kind = 're_rating'
           AND c.parameters ->> 'month' IS DISTINCT FROM p.parameters ->> 'month')
    OR c.kind = 're_rating' AND (c.parent_id IS NULL OR p.kind <> 'settlement')
