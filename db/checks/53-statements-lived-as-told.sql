-- A statement stands where its last event left it; what was confirmed, invoiced and paid names its terms and its payout;
-- digests run through events.
WITH life AS (
  SELECT e, lag(e.digest, 1, '') OVER one AS previous, lag(e.at) OVER one AS before_at,
         lag(e.state, 1, 'issued') OVER one AS before_state, lag(e.by) OVER one AS before_by,
         lag(e.payout_run_id) OVER one AS before_payout, lag(e.amount_fen) OVER one AS before_amount
    FROM ciyuan.statement_event AS e WINDOW one AS (PARTITION BY run_id, party, currency ORDER BY number)
), last AS (
  SELECT run_id, party, currency, max(number) AS number, count(*) AS events FROM ciyuan.statement_event GROUP BY 1, 2, 3
), in_force AS (
  SELECT s.run_id, s.party, s.currency, s.issued_at, CASE WHEN t.settlement IS NOT NULL THEN t.effective_from END AS effective_from,
         coalesce((t.settlement ->> 'disputeDays')::integer, 10) AS dispute_days,
         coalesce((t.settlement ->> 'minimumPayout')::numeric * 100, 0) AS minimum_fen
    FROM ciyuan.statement AS s
    LEFT JOIN LATERAL (SELECT d.effective_from, d.body -> 'settlement' AS settlement FROM ciyuan.catalogue_document AS d
                        WHERE d.kind = 'contract' AND d.code = s.party AND d.effective_from <= s.issued_at
                          AND d.created_at <= s.issued_at
                        ORDER BY d.effective_from DESC LIMIT 1) AS t ON true
   WHERE s.issued_at IS NOT NULL
), payout AS (
  SELECT e.payout_run_id AS run_id, e.party, e.currency, e.state, min(e.amount_fen) AS least, max(e.amount_fen) AS most,
         sum(s.payable_fen) AS payable, count(DISTINCT (e.at, e.by, e.document, e.document_date)) AS told,
         bool_or(e.run_id = e.payout_run_id) AS has_its_own
    FROM ciyuan.statement_event AS e JOIN ciyuan.statement AS s USING (run_id, party, currency)
   WHERE e.payout_run_id IS NOT NULL GROUP BY 1, 2, 3, 4
)
SELECT 'state of a statement and its last event' AS what,
       format('run %s, %s in %s: %s after %s events, the last %s', s.run_id, s.party, s.currency, s.state, l.events,
              e.state) AS detail
  FROM ciyuan.statement AS s LEFT JOIN last AS l USING (run_id, party, currency)
  LEFT JOIN ciyuan.statement_event AS e USING (run_id, party, currency, number)
 WHERE CASE WHEN l.number IS NULL THEN s.state NOT IN ('calculated','in_review','approved','superseded','issued')
            ELSE s.state IS DISTINCT FROM e.state OR l.events <> l.number END
UNION ALL
SELECT 'event was told otherwise', format('run %s, %s in %s, event %s', (e).run_id, (e).party, (e).currency, (e).number)
  FROM life WHERE (e).digest <> ciyuan.chained_digest(previous, e)
UNION ALL
SELECT 'event does not follow from the one before',
       format('run %s, %s in %s, event %s', (e).run_id, (e).party, (e).currency, (e).number)
  FROM life
 WHERE before_at > (e).at
    OR before_state || ' to ' || (e).state NOT IN ('issued to confirmed','issued to deemed_confirmed','issued to disputed',
         'disputed to confirmed','disputed to invoice_received','confirmed to invoice_received',
         'deemed_confirmed to invoice_received','invoice_received to payment_approved','payment_approved to paid')
    OR (e).state = 'payment_approved' AND (e).invoice_by IS DISTINCT FROM before_by
    OR (e).state IN ('payment_approved','paid') AND ((e).payout_run_id, (e).amount_fen) IS DISTINCT FROM (before_payout, before_amount)
UNION ALL
SELECT 'event and the terms in force',
       format('run %s, %s in %s, event %s', e.run_id, e.party, e.currency, e.number)
  FROM ciyuan.statement_event AS e LEFT JOIN in_force AS f USING (run_id, party, currency)
 WHERE f.run_id IS NULL OR e.at < f.issued_at OR e.terms_from IS DISTINCT FROM f.effective_from
    OR e.state = 'deemed_confirmed' AND e.at < (date_trunc('day', f.issued_at AT TIME ZONE 'Asia/Shanghai')
         + (f.dispute_days + 1) * interval '1 day') AT TIME ZONE 'Asia/Shanghai'
UNION ALL
SELECT 'payout differs from its statements',
       format('run %s, %s in %s: %s to %s, payable %s', p.run_id, p.party, p.currency, p.least, p.most, p.payable)
  FROM payout AS p LEFT JOIN in_force AS f USING (run_id, party, currency)
 WHERE p.least <> p.payable OR p.most <> p.payable OR p.told <> 1 OR NOT p.has_its_own OR f.run_id IS NULL
    OR p.payable < f.minimum_fen
UNION ALL
SELECT 'statement issued at another time than its run', format('run %s, %s in %s', s.run_id, s.party, s.currency)
  FROM ciyuan.statement AS s JOIN ciyuan.settlement_run AS r ON r.id = s.run_id
 WHERE s.issued_at IS NOT NULL AND s.issued_at IS DISTINCT FROM r.posted_at;
