-- The lines of a statement add up to its share, and what is payable follows from it.
WITH lines AS (
  SELECT run_id, party, currency, sum(share_fen) AS share_fen FROM ciyuan.statement_line GROUP BY 1, 2, 3
)
SELECT 'statement differs from its lines' AS what,
       format('run %s, %s in %s: share %s, lines %s', s.run_id, s.party, s.currency, s.share_fen, l.share_fen) AS detail
  FROM ciyuan.statement AS s LEFT JOIN lines AS l USING (run_id, party, currency)
 WHERE s.share_fen <> coalesce(l.share_fen, 0)
    OR s.payable_fen <> s.share_fen + s.vat_fen - s.withholding_fen - s.held_fen + s.released_fen;
