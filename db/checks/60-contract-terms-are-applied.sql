-- What moved by contracts follows from what was agreed and issued: a top-up makes the minimum, no more is given back than
-- was advanced, what is held back is released once and whole, and what was taken back is what two people decided.
WITH posted AS (
  SELECT id, month, posted_at, row_number() OVER (ORDER BY posted_at, id) AS place,
         (to_date(month, 'YYYY-MM') + interval '1 month') AT TIME ZONE 'Asia/Shanghai' AS ends_at
    FROM ciyuan.settlement_run JOIN (SELECT run_id AS id FROM ciyuan.settlement_posting) AS p USING (id)
   WHERE state = 'posted'
), line AS (
  SELECT l.*, r.month, r.place FROM ciyuan.statement_line AS l JOIN posted AS r ON r.id = l.run_id
    JOIN ciyuan.party AS p ON p.code = l.party AND NOT 'operator' = ANY (p.kinds)
), agreed AS (
  SELECT r.id AS run_id, r.month, d.code AS party, d.body -> 'settlement' AS terms,
         coalesce(d.body -> 'settlement' ->> 'currency', d.body -> 'settlement' ->> 'settlesIn', 'CNY') AS currency
    FROM posted AS r JOIN LATERAL (
      SELECT DISTINCT ON (c.code) c.code, c.body FROM ciyuan.catalogue_document AS c
       WHERE c.kind = 'contract' AND c.effective_from < r.ends_at AND c.created_at <= r.posted_at
       ORDER BY c.code, c.effective_from DESC) AS d ON true
    JOIN ciyuan.party AS p ON p.code = d.code AND NOT 'operator' = ANY (p.kinds)
   WHERE d.body ? 'settlement' AND left(d.body -> 'validity' ->> 'from', 7) <= r.month
     AND coalesce(left(d.body -> 'validity' ->> 'until', 7), r.month) >= r.month
), own AS (
  SELECT run_id, party, currency,
         coalesce(sum(share_fen) FILTER (WHERE line_kind IN ('share','guarantee','conversion') AND origin_month = month), 0) AS share_fen,
         coalesce(sum(share_fen) FILTER (WHERE line_kind = 'minimum'), 0) AS minimum_fen,
         coalesce(sum(share_fen) FILTER (WHERE line_kind = 'advance'), 0) AS advance_fen,
         coalesce(-sum(share_fen) FILTER (WHERE line_kind = 'recoupment'), 0) AS recouped_fen,
         min(place) AS place
    FROM line GROUP BY 1, 2, 3
), guaranteed AS (
  SELECT coalesce(o.run_id, a.run_id) AS run_id, coalesce(o.party, a.party) AS party,
         coalesce(o.currency, a.currency) AS currency, coalesce(o.share_fen, 0) AS share_fen,
         coalesce(o.minimum_fen, 0) AS minimum_fen, coalesce(o.advance_fen, 0) AS advance_fen,
         coalesce(o.recouped_fen, 0) AS recouped_fen,
         coalesce((a.terms -> 'guarantee' ->> 'amount')::numeric * 100, 0) AS least_fen,
         coalesce((a.terms -> 'guarantee' ->> 'recoupable')::boolean, false) AS is_recoupable
    FROM own AS o FULL JOIN agreed AS a USING (run_id, party, currency)
), outstanding AS (
  SELECT run_id, party, currency, advance_fen, recouped_fen,
         sum(advance_fen - recouped_fen) OVER (PARTITION BY party, currency ORDER BY place) AS fen FROM own
), held AS (
  SELECT h.run_id, h.party, h.currency, sum(h.fen) FILTER (WHERE h.kind = 'held') AS held_fen,
         sum(h.fen) FILTER (WHERE h.kind = 'released') AS released_fen
    FROM ciyuan.statement_holdback AS h GROUP BY 1, 2, 3
), waiting AS (
  -- What waits for invoices or money, and what of it is due by now.
  SELECT b.run_id, b.party, b.currency, sum(greatest(b.held_fen - b.held_before_fen, 0)) AS held_fen,
         sum(greatest(b.held_before_fen - b.held_fen, 0)) AS released_fen
    FROM ciyuan.statement_basis AS b GROUP BY 1, 2, 3
), part AS (
  SELECT c, p, d, lag(p.digest, 1, c.digest) OVER one AS previous, row_number() OVER one AS place,
         last_value(p.digest) OVER (one RANGE BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS last_digest,
         coalesce('operator' = ANY (q.kinds), false) AS is_operator
    FROM ciyuan.clawback AS c JOIN ciyuan.clawback_part AS p ON p.clawback_id = c.id
    LEFT JOIN ciyuan.party AS q ON q.code = p.party LEFT JOIN ciyuan.clawback_decision AS d ON d.clawback_id = c.id
  WINDOW one AS (PARTITION BY c.id ORDER BY p.number)
), request AS (
  SELECT c, lag(c.digest, 1, '') OVER (ORDER BY id) AS previous, row_number() OVER (ORDER BY id) AS place,
         (SELECT coalesce(sum(p.share_fen), 0) FROM ciyuan.clawback_part AS p WHERE p.clawback_id = c.id) AS taken_fen,
         (SELECT count(*) FROM ciyuan.clawback_part AS p WHERE p.clawback_id = c.id) AS parts
    FROM ciyuan.clawback AS c
)
SELECT 'minimum is not what was agreed' AS what,
       format('run %s, %s in %s: %s of %s, topped up by %s and %s', run_id, party, currency, share_fen, least_fen, minimum_fen,
              advance_fen) AS detail
  FROM guaranteed
 WHERE minimum_fen <> CASE WHEN is_recoupable THEN 0 ELSE greatest(0, least_fen - share_fen) END
                      * CASE WHEN least_fen > 0 THEN 1 ELSE 0 END
    OR advance_fen <> CASE WHEN is_recoupable THEN greatest(0, least_fen - share_fen) ELSE 0 END
    OR recouped_fen > greatest(0, share_fen - least_fen)
UNION ALL
SELECT 'more given back than was advanced, or less',
       format('run %s, %s in %s: %s outstanding', o.run_id, o.party, o.currency, o.fen)
  FROM outstanding AS o JOIN guaranteed AS g USING (run_id, party, currency)
 WHERE o.fen < 0
    OR g.recouped_fen <> least(greatest(0, g.share_fen - g.least_fen), o.fen - o.advance_fen + o.recouped_fen)
UNION ALL
SELECT 'commitment without a promise', format('run %s, %s %s', l.run_id, l.party, l.reference)
  FROM line AS l
 WHERE l.line_kind = 'commitment' AND NOT EXISTS (
   SELECT FROM ciyuan.catalogue_document AS d
    WHERE d.kind = 'contract' AND d.code = l.party
      AND coalesce(d.body -> 'settlement' ->> 'currency', d.body -> 'settlement' ->> 'settlesIn', 'CNY') = l.currency
      AND starts_with(l.reference, format('%s.%s.%s.', l.party, d.body -> 'settlement' -> 'purchase' ->> 'from', l.origin_month))
      AND to_date(l.origin_month, 'YYYY-MM') = to_date(d.body -> 'settlement' -> 'purchase' ->> 'from', 'YYYY-MM')
          + ((d.body -> 'settlement' -> 'purchase' ->> 'months')::integer - 1) * interval '1 month')
UNION ALL
SELECT 'statement and its holdback', format('run %s, %s in %s: %s held, %s released', s.run_id, s.party, s.currency,
              s.held_fen, s.released_fen)
  FROM ciyuan.statement AS s LEFT JOIN held AS h USING (run_id, party, currency)
  LEFT JOIN waiting AS w USING (run_id, party, currency)
 WHERE s.held_fen <> coalesce(h.held_fen, 0) + coalesce(w.held_fen, 0)
    OR s.released_fen <> coalesce(h.released_fen, 0) + coalesce(w.released_fen, 0)
UNION ALL
SELECT 'held back otherwise than agreed', format('run %s, %s in %s: %s held', s.run_id, s.party, s.currency, s.held_fen)
  FROM ciyuan.statement AS s JOIN posted AS r ON r.id = s.run_id
  LEFT JOIN agreed AS a ON a.run_id = s.run_id AND a.party = s.party
  LEFT JOIN ciyuan.statement_holdback AS h
    ON (h.run_id, h.party, h.currency, h.kind) = (s.run_id, s.party, s.currency, 'held')
  LEFT JOIN waiting AS w ON (w.run_id, w.party, w.currency) = (s.run_id, s.party, s.currency)
 WHERE coalesce(h.fen, 0) <> round(greatest(greatest(s.share_fen, 0) - coalesce(w.held_fen, 0) + coalesce(w.released_fen, 0), 0)
                                   * coalesce((a.terms -> 'holdback' ->> 'share')::numeric, 0))
    OR h.held_month <> s.month
    OR h.release_month <> to_char(to_date(s.month, 'YYYY-MM')
         + (a.terms -> 'holdback' ->> 'releaseAfterMonths')::integer * interval '1 month', 'YYYY-MM')
UNION ALL
SELECT 'released otherwise than held', format('run %s, %s in %s: %s of %s', o.run_id, o.party, o.currency, o.fen, o.held_month)
  FROM ciyuan.statement_holdback AS o JOIN posted AS r ON r.id = o.run_id
 WHERE o.kind = 'released'
   AND (o.release_month > r.month
        OR (SELECT count(*) FROM ciyuan.statement_holdback AS h JOIN posted AS p ON p.id = h.run_id
             WHERE h.kind = 'held' AND p.place < r.place
               AND (h.party, h.currency, h.held_month, h.release_month, h.fen)
                 = (o.party, o.currency, o.held_month, o.release_month, o.fen)) <> 1
        OR (SELECT count(*) FROM ciyuan.statement_holdback AS b JOIN posted AS p ON p.id = b.run_id
             WHERE b.kind = 'released' AND (b.party, b.currency, b.held_month) = (o.party, o.currency, o.held_month)) <> 1)
UNION ALL
SELECT 'not released when it was due', format('run %s, %s in %s: %s', h.run_id, h.party, h.currency, h.held_month)
  FROM ciyuan.statement_holdback AS h JOIN posted AS r ON r.id = h.run_id
 WHERE h.kind = 'held' AND EXISTS (SELECT FROM posted AS p WHERE p.month >= h.release_month AND p.place > r.place)
   AND NOT EXISTS (SELECT FROM ciyuan.statement_holdback AS b JOIN posted AS p ON p.id = b.run_id
                    WHERE b.kind = 'released' AND (b.party, b.currency, b.held_month) = (h.party, h.currency, h.held_month))
UNION ALL
SELECT 'clawback was told otherwise', format('clawback %s', (c).id)
  FROM request
 WHERE (c).digest <> ciyuan.chained_digest(previous, c) OR (c).id <> place OR parts = 0
    OR (c).party IS NULL AND taken_fen <> -(c).revenue_fen
UNION ALL
SELECT 'part of a clawback was told otherwise', format('clawback %s, part %s', (p).clawback_id, (p).number)
  FROM part
 WHERE (p).digest <> ciyuan.chained_digest(previous, p) OR (p).number <> place
    OR (c).party IS NOT NULL AND (p).party <> (c).party
UNION ALL
SELECT 'decision about a clawback was told otherwise', format('clawback %s', (d).clawback_id)
  FROM part
 WHERE (d).clawback_id IS NOT NULL AND place = 1
   AND ((d).digest <> ciyuan.chained_digest(last_digest, d) OR (d).requested_by <> (c).requested_by
        OR (d).decided_at < (c).requested_at)
UNION ALL
SELECT 'clawback and what it moves', format('clawback %s, part %s', (p).clawback_id, (p).number)
  FROM part LEFT JOIN ciyuan.party_transfer AS t
    ON t.kind = 'clawback' AND t.reference = format('clawback-%s.%s', (p).clawback_id, (p).number)
 WHERE CASE WHEN coalesce((d).state, '') = 'approved' AND NOT is_operator
            THEN (t.party, t.currency, t.origin_month, t.month, t.share_fen, t.decided_by, t.decided_at) IS DISTINCT FROM
                 ((p).party, (c).currency, (c).origin_month, (d).month, (p).share_fen, (d).decided_by, (d).decided_at)
            ELSE t.id IS NOT NULL END
UNION ALL
SELECT 'moved without a clawback', t.reference
  FROM ciyuan.party_transfer AS t
 WHERE t.kind = 'clawback' AND NOT EXISTS (
   SELECT FROM ciyuan.clawback_part AS p WHERE t.reference = format('clawback-%s.%s', p.clawback_id, p.number));
