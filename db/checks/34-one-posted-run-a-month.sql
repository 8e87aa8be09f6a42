-- A month is posted by one run, under one journal, and closed with it.
WITH posted AS (
  SELECT month, count(*) AS runs, max(id) AS run_id FROM ciyuan.settlement_run WHERE state = 'posted' GROUP BY month
)
SELECT 'posted month' AS what,
       format('%s: %s posted runs, journal of run %s, month %s', month, coalesce(posted.runs, 0), p.run_id,
              coalesce(m.state, 'open')) AS detail
  FROM posted FULL JOIN ciyuan.settlement_posting AS p USING (month)
  LEFT JOIN ciyuan.accounting_month AS m USING (month)
 WHERE posted.runs IS DISTINCT FROM 1 OR p.run_id IS DISTINCT FROM posted.run_id OR m.state IS DISTINCT FROM 'closed';
