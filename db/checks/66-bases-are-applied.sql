-- What of shares waits for invoices or money follows from what was agreed, shared and covered: whose month is held, and of
-- what; that it goes on where the statement before left it, and only falls; and that what is all covered is due.
WITH posted AS (
  SELECT r.id, r.month, r.posted_at, row_number() OVER (ORDER BY r.posted_at, r.id) AS place,
         (to_date(r.month, 'YYYY-MM') + interval '1 month') AT TIME ZONE 'Asia/Shanghai' AS ends_at
    FROM ciyuan.settlement_run AS r JOIN ciyuan.settlement_posting AS p ON p.run_id = r.id WHERE r.state = 'posted'
), agreed AS (
  SELECT r.id AS run_id, d.code AS party, d.body -> 'settlement' ->> 'basis' AS basis
    FROM posted AS r JOIN LATERAL (
      SELECT DISTINCT ON (c.code) c.code, c.body FROM ciyuan.catalogue_document AS c
       WHERE c.kind = 'contract' AND c.effective_from < r.ends_at AND c.created_at <= r.posted_at
       ORDER BY c.code, c.effective_from DESC) AS d ON true
    JOIN ciyuan.party AS p ON p.code = d.code AND NOT 'operator' = ANY (p.kinds)
   WHERE d.body -> 'settlement' ->> 'basis' <> 'recognised' AND left(d.body -> 'validity' ->> 'from', 7) <= r.month
     AND coalesce(left(d.body -> 'validity' ->> 'until', 7), r.month) >= r.month
), own AS (
  SELECT l.run_id, l.party, l.currency, r.month, sum(l.share_fen) AS share_fen, min(a.basis) AS basis
    FROM posted AS r JOIN agreed AS a ON a.run_id = r.id
    JOIN ciyuan.statement_line AS l ON l.run_id = r.id AND l.party = a.party
   WHERE l.line_kind = 'share' AND l.origin_month = r.month AND l.share_fen > 0 GROUP BY 1, 2, 3, 4
), stated AS (
  SELECT b.*, r.month AS issued_month, r.place,
         lag(b.held_fen) OVER one AS last_held_fen, lag(b.basis) OVER one AS last_basis,
         lag(b.share_fen) OVER one AS last_share_fen,
         (SELECT coalesce(sum(l.share_fen), 0) FROM ciyuan.statement_line AS l JOIN posted AS o ON o.id = l.run_id
           WHERE (l.party, l.currency, l.origin_month) = (b.party, b.currency, b.month) AND o.place <= r.place
             AND l.line_kind IN ('adjustment','clawback','dispute')) AS moved_fen
    FROM ciyuan.statement_basis AS b JOIN posted AS r ON r.id = b.run_id
  WINDOW one AS (PARTITION BY b.party, b.currency, b.month ORDER BY r.place)
), covered AS (
  SELECT run_id, currency, month, basis, bool_and(revenue <= 0 OR money > earlier + revenue - 0.01) AS by_all
    FROM ciyuan.account_cover GROUP BY 1, 2, 3, 4
)
SELECT 'share waits otherwise than agreed' AS what,
       format('run %s, %s in %s: %s of %s', coalesce(o.run_id, b.run_id), coalesce(o.party, b.party),
              coalesce(o.currency, b.currency), b.share_fen, o.share_fen) AS detail
  FROM own AS o FULL JOIN (SELECT * FROM stated WHERE month = issued_month) AS b USING (run_id, party, currency)
 WHERE (b.share_fen, b.basis, b.held_before_fen, b.taken_back_fen) IS DISTINCT FROM (o.share_fen, o.basis, 0, 0)
UNION ALL
SELECT 'share goes on waiting otherwise than before',
       format('run %s, %s in %s: %s of %s', run_id, party, currency, held_before_fen, month)
  FROM stated
 WHERE month <> issued_month
   AND ((share_fen, basis, held_before_fen) IS DISTINCT FROM (last_share_fen, last_basis, last_held_fen)
        OR held_before_fen = 0 OR held_fen > held_before_fen OR taken_back_fen <> greatest(-moved_fen, 0))
UNION ALL
-- A month without accounts is of nobody's revenue: it is due.
SELECT 'what waits is covered', format('run %s, %s in %s: %s held of %s', b.run_id, b.party, b.currency, b.held_fen, b.month)
  FROM ciyuan.statement_basis AS b LEFT JOIN covered AS c USING (run_id, currency, month, basis)
 WHERE coalesce(c.by_all, true) AND b.held_fen > 0;
