-- A month stands where its last step left it, nothing was booked in it while it was frozen or closed, and its issue says
-- what somebody had waived; a digest runs through its events.
WITH told AS (
  SELECT e, lag(e.digest, 1, '') OVER one AS previous, lag(e.at) OVER one AS before_at
    FROM ciyuan.month_event AS e WINDOW one AS (PARTITION BY month ORDER BY number)
), last AS (
  SELECT month, count(*) AS events, max(number) AS number, (array_agg(at ORDER BY number DESC))[1] AS at,
         coalesce((array_agg(kind ORDER BY number DESC) FILTER (WHERE kind IN ('frozen','reopened','closed')))[1],
                  'reopened') AS step
    FROM ciyuan.month_event GROUP BY month
), step AS (
  SELECT e.*, lag(kind) OVER one AS before_kind, lag(lines) OVER one AS before_lines, lag(number) OVER one AS before_number,
         lead(number) OVER one IS NULL AS is_last
    FROM ciyuan.month_event AS e WHERE kind IN ('frozen','reopened','closed')
  WINDOW one AS (PARTITION BY month ORDER BY number)
), booked AS (
  SELECT accounting_month AS month, count(*) AS lines FROM ciyuan.journal_line AS l
   WHERE accounting_month IN (SELECT month FROM ciyuan.month_event)
     AND NOT EXISTS (SELECT FROM ciyuan.settlement_posting AS p WHERE p.batch_id = l.batch_id)
   GROUP BY 1
), issue AS (
  SELECT c.*, f.waived AS frozen_with FROM step AS c
    LEFT JOIN ciyuan.month_event AS f ON f.month = c.month AND f.number = c.before_number
   WHERE c.kind = 'closed' AND c.run_id IS NOT NULL
), waived AS (
  SELECT f.month, f.number, w.item, w.count::integer AS count
    FROM ciyuan.month_event AS f CROSS JOIN LATERAL jsonb_each_text(f.waived) AS w (item, count)
)
SELECT 'state of a month and its last step' AS what,
       format('%s: %s since %s after %s events, told %s of %s', month, m.state, m.changed_at, m.events, l.step, l.events) AS detail
  FROM ciyuan.accounting_month AS m FULL JOIN last AS l USING (month)
 WHERE m.state IS DISTINCT FROM CASE l.step WHEN 'reopened' THEN 'open' ELSE l.step END
    OR m.events IS DISTINCT FROM l.events OR l.number <> l.events OR m.changed_at IS DISTINCT FROM l.at
UNION ALL
SELECT 'step of a month was told otherwise', format('%s, event %s', (e).month, (e).number)
  FROM told WHERE (e).digest <> ciyuan.chained_digest(previous, e) OR before_at > (e).at
UNION ALL
SELECT 'step of a month out of order', format('%s, event %s: %s after %s', month, number, kind, before_kind)
  FROM step WHERE CASE kind WHEN 'frozen' THEN before_kind = 'frozen' OR before_kind = 'closed'
                            ELSE before_kind IS DISTINCT FROM 'frozen' END
UNION ALL
SELECT 'booked in a month that takes nothing',
       format('%s, event %s: %s lines, then %s', s.month, s.number, s.lines, coalesce(b.lines, 0))
  FROM step AS s LEFT JOIN booked AS b USING (month)
 WHERE s.kind <> 'frozen' AND s.before_lines <> s.lines OR s.is_last AND s.kind <> 'reopened' AND s.lines <> coalesce(b.lines, 0)
UNION ALL
SELECT 'answer to nothing', format('%s, event %s to %s', a.month, a.number, a.refers_to)
  FROM ciyuan.month_event AS a LEFT JOIN ciyuan.month_event AS q ON q.month = a.month AND q.number = a.refers_to
 WHERE a.kind = 'reopened' AND (q.kind IS DISTINCT FROM 'reopening_requested' OR q.by <> a.asked_by)
    OR a.kind = 'waiver_withdrawn' AND q.kind IS DISTINCT FROM 'waived'
UNION ALL
SELECT 'frozen without a waiver', format('%s, event %s: %s of %s', w.month, w.number, w.count, w.item)
  FROM waived AS w
 WHERE NOT EXISTS (
   SELECT FROM ciyuan.month_event AS v
    WHERE v.month = w.month AND v.kind = 'waived' AND v.item = w.item AND v.number < w.number AND v.seen >= w.count
      AND NOT EXISTS (SELECT FROM ciyuan.month_event AS o WHERE o.month = v.month AND o.refers_to = v.number
                         AND o.kind = 'waiver_withdrawn' AND o.number < w.number))
UNION ALL
SELECT 'issue of a month and its closing',
       format('%s: run %s by %s at %s, told run %s by %s at %s', month, p.run_id, p.posted_by, p.posted_at, i.run_id, i.by, i.at)
  FROM ciyuan.settlement_posting AS p FULL JOIN issue AS i USING (month)
 WHERE (p.run_id, p.posted_by, p.posted_at, p.waived_suspense, p.waived_costs) IS DISTINCT FROM
       (i.run_id, i.by, i.at, coalesce((i.frozen_with ->> 'suspense_open')::integer, 0),
        coalesce((i.frozen_with ->> 'cost_suspense_open')::integer, 0));
