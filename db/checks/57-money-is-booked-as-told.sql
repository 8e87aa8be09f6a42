-- Adjustments and payments of customers and payouts to partners are in the ledger to the fen, in the month of their instant
-- or the next that was open; each adjustment was signed by as many people as the limits in force asked for; digests run
-- through all of them; and each partner is owed its issued shares and invoiced VAT less what was paid.
WITH told AS (
  SELECT account_id, batch_id, asset, ledger_account, party, sum(amount) AS amount, min(at) AS at,
         min(booked_at) AS booked_at
    FROM ciyuan.money_line GROUP BY 1, 2, 3, 4, 5
), booked AS (
  SELECT account_id, batch_id, asset, ledger_account, party, sum(amount) AS amount, min(booked_at) AS booked_at,
         min(accounting_month) AS month
    FROM ciyuan.journal_line WHERE batch_id IN (SELECT batch_id FROM ciyuan.money_line) GROUP BY 1, 2, 3, 4, 5
), compared AS (
  SELECT coalesce(t.batch_id, b.batch_id) AS batch_id, coalesce(t.ledger_account, b.ledger_account) AS ledger_account,
         t.amount AS told, b.amount AS booked, t.booked_at AS told_at, b.booked_at, b.month,
         to_char(t.at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') AS own_month
    FROM told AS t FULL JOIN booked AS b
      ON (t.account_id, t.batch_id, t.asset, t.ledger_account) = (b.account_id, b.batch_id, b.asset, b.ledger_account)
     AND t.party IS NOT DISTINCT FROM b.party
), adjustment AS (
  SELECT a, lag(a.digest, 1, '') OVER one AS previous, lag(a.number, 1, 0) OVER one AS before_number,
         lag(a.requested_at) OVER one AS before_at
    FROM ciyuan.account_adjustment AS a WINDOW one AS (PARTITION BY account_id ORDER BY number)
), event AS (
  SELECT e, lag(e.digest, 1, '') OVER one AS previous, lag(e.number, 1, 0) OVER one AS before_number,
         lag(e.at) OVER one AS before_at
    FROM ciyuan.adjustment_event AS e WINDOW one AS (PARTITION BY account_id, adjustment ORDER BY number)
), life AS (
  SELECT account_id, adjustment, count(*)::int AS events, count(*) FILTER (WHERE kind = 'approved') AS signatures,
         max(CASE number WHEN 1 THEN by END) AS asked_by, max(CASE number WHEN 1 THEN at END) AS asked_at,
         max(CASE kind WHEN 'withdrawn' THEN by END) AS withdrawn_by,
         coalesce(max(kind) FILTER (WHERE kind IN ('posted','rejected','withdrawn')), 'requested') AS state,
         max(number) FILTER (WHERE kind IN ('posted','rejected','withdrawn')) AS ended
    FROM ciyuan.adjustment_event GROUP BY 1, 2
), limited AS (
  SELECT a.account_id, a.number, v.id AS version_id, coalesce(r.row ->> 'approvals', '1')::int AS approvals,
         r.row -> 'roles' AS roles
    FROM ciyuan.account_adjustment AS a
    LEFT JOIN LATERAL (SELECT * FROM ciyuan.catalogue_document AS d
                        WHERE d.kind = 'approval_limits' AND d.effective_from <= a.requested_at
                          AND d.created_at <= a.requested_at ORDER BY d.effective_from DESC LIMIT 1) AS v ON true
    LEFT JOIN LATERAL (SELECT t.row FROM jsonb_array_elements(v.body -> 'limits' -> a.kind) WITH ORDINALITY AS t (row, place)
                        WHERE t.row ->> 'upToYuan' IS NULL
                           OR a.currency = 'CNY' AND a.gross_fen <= (t.row ->> 'upToYuan')::numeric * 100
                        ORDER BY t.place LIMIT 1) AS r ON true
), payment AS (
  SELECT p, lag(p.digest, 1, '') OVER one AS previous, lag(p.number, 1, 0) OVER one AS before_number,
         lag(p.recorded_at) OVER one AS before_at
    FROM ciyuan.customer_payment AS p WINDOW one AS (PARTITION BY account_id ORDER BY number)
), payout AS (
  SELECT e.payout_run_id, e.party, e.currency, e.state, sum(s.share_fen) AS share, sum(s.vat_fen) AS vat
    FROM ciyuan.statement_event AS e JOIN ciyuan.statement AS s USING (run_id, party, currency)
   WHERE e.state IN ('invoice_received','paid') GROUP BY 1, 2, 3, 4
), owed AS (
  SELECT party, currency, sum(fen) * 0.01 AS amount FROM (
    SELECT s.party, s.currency, s.share_fen AS fen
      FROM ciyuan.settlement_posting AS o JOIN ciyuan.statement AS s USING (run_id)
      LEFT JOIN ciyuan.party AS p ON p.code = s.party WHERE NOT coalesce('operator' = ANY (p.kinds), false)
    UNION ALL
    SELECT party, currency, CASE state WHEN 'paid' THEN -share - vat ELSE vat END FROM payout) AS move
   GROUP BY 1, 2
), payable AS (
  SELECT party, asset AS currency, -sum(amount) AS amount FROM ciyuan.journal_line
   WHERE ledger_account = 'partner_payable' GROUP BY 1, 2
)
SELECT 'journal differs from what was told' AS what,
       format('batch %s, %s: told %s, booked %s in %s', batch_id, ledger_account, told, booked, month) AS detail
  FROM compared
 WHERE told IS DISTINCT FROM booked OR told_at IS DISTINCT FROM booked_at OR month < own_month
    OR month > own_month AND NOT EXISTS (SELECT FROM ciyuan.accounting_month AS m WHERE m.month = own_month)
UNION ALL
SELECT 'adjustment was told otherwise', format('account %s, adjustment %s', (a).account_id, (a).number)
  FROM adjustment
 WHERE (a).digest <> ciyuan.chained_digest(previous, to_jsonb(a) - 'state' - 'events')
    OR (a).number <> before_number + 1 OR before_at > (a).requested_at
    OR (a).net_fen <> round((a).gross_fen / (1 + (a).vat_rate::numeric))
    OR (a).currency IS DISTINCT FROM (SELECT c.currency FROM ciyuan.account AS c WHERE c.account_id = (a).account_id)
UNION ALL
SELECT 'event of an adjustment was told otherwise',
       format('account %s, adjustment %s, event %s', (e).account_id, (e).adjustment, (e).number)
  FROM event
 WHERE (e).digest <> ciyuan.chained_digest(previous, e) OR (e).number <> before_number + 1 OR before_at > (e).at
UNION ALL
SELECT 'state of an adjustment and its events',
       format('account %s, adjustment %s: %s after %s events', coalesce(a.account_id, l.account_id),
              coalesce(a.number, l.adjustment), a.state, l.events)
  FROM ciyuan.account_adjustment AS a
  FULL JOIN life AS l ON l.account_id = a.account_id AND l.adjustment = a.number
 WHERE a.state IS DISTINCT FROM l.state OR a.events IS DISTINCT FROM l.events OR l.ended < l.events
    OR (a.requested_at, a.requested_by) IS DISTINCT FROM (l.asked_at, l.asked_by) OR l.withdrawn_by <> l.asked_by
UNION ALL
SELECT 'adjustment and the limits in force', format('account %s, adjustment %s: %s signed of %s', a.account_id, a.number,
       l.signatures, t.approvals)
  FROM ciyuan.account_adjustment AS a
  JOIN limited AS t USING (account_id, number)
  LEFT JOIN life AS l ON l.account_id = a.account_id AND l.adjustment = a.number
 WHERE a.limits_version_id IS DISTINCT FROM t.version_id OR a.approvals <> t.approvals
    OR CASE a.state WHEN 'posted' THEN l.signatures <> t.approvals ELSE l.signatures >= greatest(t.approvals, 1) END
    OR EXISTS (SELECT FROM ciyuan.adjustment_event AS e
                WHERE e.account_id = a.account_id AND e.adjustment = a.number AND e.kind = 'approved'
                  AND NOT coalesce(t.roles, '["finance","checker","admin"]') ? e.role)
UNION ALL
SELECT 'payment was told otherwise', format('account %s, payment %s', (p).account_id, (p).number)
  FROM payment
 WHERE (p).digest <> ciyuan.chained_digest(previous, p) OR (p).number <> before_number + 1 OR before_at > (p).recorded_at
UNION ALL
SELECT 'reversal differs from its payment', format('account %s, payment %s', r.account_id, r.number)
  FROM ciyuan.customer_payment AS r
  LEFT JOIN ciyuan.customer_payment AS p ON p.account_id = r.account_id AND p.number = r.reverses
 WHERE r.kind = 'reversed' AND (p.kind IS DISTINCT FROM 'received'
    OR (r.currency, r.amount_fen, r.method, r.reference) IS DISTINCT FROM (p.currency, p.amount_fen, p.method, p.reference))
UNION ALL
SELECT 'payment and its reference', format('account %s, %s %s', coalesce(p.account_id, f.account_id), method, reference)
  FROM (SELECT * FROM ciyuan.customer_payment WHERE kind = 'received') AS p
  FULL JOIN ciyuan.payment_reference AS f USING (method, reference)
 WHERE (p.account_id, p.number) IS DISTINCT FROM (f.account_id, f.number)
UNION ALL
SELECT 'payout and its journal', format('run %s, %s in %s: %s', payout_run_id, party, currency, state)
  FROM payout AS p FULL JOIN ciyuan.payout_posting AS o USING (payout_run_id, party, currency, state)
 WHERE (o.batch_id IS NULL) <> (p.payout_run_id IS NULL OR p.state <> 'paid' AND p.vat = 0)
    OR p.payout_run_id IS NULL
UNION ALL
SELECT 'owed to a partner', format('%s in %s: owed %s, booked %s', party, currency, o.amount, b.amount)
  FROM owed AS o FULL JOIN payable AS b USING (party, currency)
 WHERE coalesce(o.amount, 0) <> coalesce(b.amount, 0);
