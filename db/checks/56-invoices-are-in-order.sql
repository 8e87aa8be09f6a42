-- Final documents foot, carry numbers without a gap and the journals that they say, and say still what they said.
WITH document AS (
  SELECT i.*, s.number, s.serial, s.year, s.issued_at, s.issued_by, s.batch_id, s.accounting_month, s.content_digest,
         s.currency AS series
    FROM ciyuan.invoice AS i JOIN ciyuan.invoice_issue AS s ON s.invoice_id = i.id
), footed AS (
  SELECT invoice_id, count(*) AS lines, max(line) AS last, sum(gross_fen) AS gross, sum(net_fen) AS net, sum(tax_fen) AS tax
    FROM ciyuan.invoice_line GROUP BY 1
), serial AS (
  SELECT 'invoice' AS of, year, currency, count(*) AS count, max(serial) AS last FROM ciyuan.invoice_issue GROUP BY 2, 3
  UNION ALL SELECT 'credit note', year, currency, count(*), max(serial) FROM ciyuan.credit_note_issue GROUP BY 2, 3
), usage AS (
  SELECT invoice_id, account_id, sum(gross_fen) * 0.01 AS gross, sum(tax_fen) * 0.01 AS tax,
         sum(total - billed) + sum(CASE tax_mode WHEN 'on_top' THEN tax_fen ELSE 0 END) * 0.01 AS used
    FROM ciyuan.invoice_line WHERE line_kind = 'usage' GROUP BY 1, 2
), posted AS (
  SELECT d.batch_id, u.account_id, d.currency, 1 AS sign, u.gross, u.tax, u.used FROM document AS d
    JOIN usage AS u ON u.invoice_id = d.id
  UNION ALL
  SELECT v.batch_id, u.account_id, d.currency, -1, u.gross, u.tax, u.used FROM ciyuan.invoice_void AS v
    JOIN document AS d ON d.id = v.invoice_id JOIN usage AS u ON u.invoice_id = d.id
), expected AS (
  SELECT p.batch_id, p.account_id, p.currency, l.account, p.sign * l.amount AS amount FROM posted AS p
   CROSS JOIN LATERAL (VALUES ('receivable', p.gross), ('unbilled_usage', -p.used), ('rounding', p.used - p.gross),
                              ('tax_pending', p.tax), ('tax_payable', -p.tax)) AS l (account, amount)
  UNION ALL
  SELECT n.batch_id, c.account_id, n.currency, l.account, l.amount
    FROM ciyuan.credit_note_issue AS n
    JOIN (SELECT account_id, credit_note_id, sum(gross_fen) * 0.01 AS gross, sum(net_fen) * 0.01 AS net, sum(tax_fen) * 0.01 AS tax
            FROM ciyuan.credit_note_line GROUP BY 1, 2) AS c USING (credit_note_id)
   CROSS JOIN LATERAL (VALUES ('receivable', -c.gross), ('adjustment_revenue', c.net), ('tax_payable', c.tax)) AS l (account, amount)
), booked AS (
  SELECT j.batch_id, j.account_id, j.asset AS currency, j.ledger_account AS account, sum(j.amount) AS amount,
         bool_and(j.accounting_month = b.accounting_month AND j.booked_at = b.booked_at AND j.party IS NULL) AS is_in_place
    FROM ciyuan.journal_line AS j JOIN ciyuan.billing_batch AS b USING (batch_id) GROUP BY 1, 2, 3, 4
), credited AS (
  SELECT account_id, invoice_id, line, sum(gross_fen) AS gross, sum(net_fen) AS net FROM ciyuan.credit_note_line GROUP BY 1, 2, 3
), noted AS (
  SELECT credit_note_id, bool_and(l.invoice_id = n.invoice_id) AS is_own, sum(l.gross_fen) AS gross, sum(l.net_fen) AS net
    FROM ciyuan.credit_note_line AS l JOIN ciyuan.credit_note AS n ON n.id = l.credit_note_id GROUP BY 1
), profile AS (
  SELECT p, lag(p.digest, 1, '') OVER one AS previous, lag(p.number, 1, 0) OVER one AS before_number
    FROM ciyuan.billing_profile AS p WINDOW one AS (PARTITION BY customer_code ORDER BY number)
), sealed AS (
  SELECT 'issue of ' || e.number AS of, e.digest = ciyuan.chained_digest('', e) AS holds FROM ciyuan.invoice_issue AS e
  UNION ALL SELECT 'wish to void ' || e.invoice_id, e.digest = ciyuan.chained_digest('', e) FROM ciyuan.invoice_void_request AS e
  UNION ALL SELECT 'void of ' || e.invoice_id, e.digest = ciyuan.chained_digest('', e) FROM ciyuan.invoice_void AS e
  UNION ALL SELECT 'credit note ' || e.id, e.digest = ciyuan.chained_digest('', e) FROM ciyuan.credit_note AS e
  UNION ALL SELECT format('credit of %s, line %s', e.credit_note_id, e.line), e.digest = ciyuan.chained_digest('', e)
    FROM ciyuan.credit_note_line AS e
  UNION ALL SELECT 'issue of ' || e.number, e.digest = ciyuan.chained_digest('', e) FROM ciyuan.credit_note_issue AS e
  UNION ALL SELECT format('profile %s of %s', (p).number, (p).customer_code),
         (p).digest = ciyuan.chained_digest(previous, p) AND (p).number = before_number + 1 FROM profile
  UNION ALL SELECT 'lines of ' || number, content_digest = ciyuan.invoice_digest(id) FROM document
  UNION ALL SELECT 'bill run ' || r.id, r.digest = ciyuan.chained_digest('', r) FROM ciyuan.bill_run AS r WHERE state = 'final'
), chunk AS (
  SELECT c.run_id, string_agg(c.digest, ' ' ORDER BY c.chunk) AS digests, count(*) AS chunks, sum(c.documents) AS documents,
         bool_and(c.documents = (SELECT count(*) FROM ciyuan.invoice AS i WHERE i.run_id = c.run_id AND i.chunk = c.chunk)) AS is_whole
    FROM ciyuan.bill_run_chunk AS c GROUP BY 1
), taken AS (
  SELECT run_id, string_agg(concat_ws(' ', account_id, chunk, payer_kind, payer_code, through_sequence), ',' ORDER BY account_id)
           AS accounts FROM ciyuan.bill_run_account GROUP BY 1
)
SELECT 'document does not foot' AS what, format('%s: %s of %s lines', d.number, f.lines, d.line_count) AS detail
  FROM document AS d LEFT JOIN footed AS f ON f.invoice_id = d.id
 WHERE (f.lines, f.last, f.gross, f.net, f.tax) IS DISTINCT FROM (d.line_count, d.line_count, d.gross_fen, d.net_fen, d.tax_fen)
    OR d.series <> d.currency
UNION ALL
SELECT 'numbers have a gap', format('%s of %s in %s: %s up to %s', of, year, currency, count, last) FROM serial
 WHERE count <> last
UNION ALL
SELECT 'year of a number', number FROM document
 WHERE year <> extract(year FROM issued_at AT TIME ZONE 'Asia/Shanghai')
UNION ALL
SELECT 'journal differs from its document',
       format('batch %s, account %s, %s %s: %s of %s', batch_id, account_id, currency, account, b.amount, e.amount)
  FROM (SELECT * FROM expected WHERE amount <> 0) AS e FULL JOIN booked AS b USING (batch_id, account_id, currency, account)
 WHERE coalesce(e.amount, 0) <> coalesce(b.amount, 0) OR NOT b.is_in_place
UNION ALL
SELECT 'credited beyond the line', format('invoice %s, line %s: %s of %s', c.invoice_id, c.line, c.gross, l.gross_fen)
  FROM credited AS c LEFT JOIN ciyuan.invoice_line AS l USING (account_id, invoice_id, line)
 WHERE l.line IS NULL OR c.gross > l.gross_fen OR c.net > l.net_fen OR (c.gross = l.gross_fen AND c.net <> l.net_fen)
UNION ALL
SELECT 'credit note does not foot', format('credit note %s', c.id)
  FROM ciyuan.credit_note AS c LEFT JOIN noted AS n ON n.credit_note_id = c.id
  LEFT JOIN ciyuan.credit_note_issue AS i ON i.credit_note_id = c.id
 WHERE (n.is_own, n.gross, n.net) IS DISTINCT FROM (true, c.gross_fen, c.net_fen)
    OR i.requested_by <> c.requested_by OR i.issued_at < c.requested_at
    OR i.currency <> (SELECT d.currency FROM document AS d WHERE d.id = c.invoice_id)
    OR EXISTS (SELECT FROM ciyuan.invoice_void_request AS v WHERE v.invoice_id = c.invoice_id)
UNION ALL
SELECT 'credit of no note', format('credit note %s', credit_note_id)
  FROM (SELECT credit_note_id FROM ciyuan.credit_note_line UNION SELECT credit_note_id FROM ciyuan.credit_note_issue) AS c
 WHERE credit_note_id NOT IN (SELECT id FROM ciyuan.credit_note)
UNION ALL
SELECT 'buyer of no profile', format('document %s', s.number)
  FROM ciyuan.invoice_issue AS s
 WHERE s.buyer IS NOT NULL AND NOT EXISTS (
         SELECT FROM ciyuan.billing_profile AS p
          WHERE p.changed_at <= s.issued_at AND s.buyer = jsonb_build_object('customer', p.customer_code,
                  'title', p.buyer_title, 'taxpayerId', p.taxpayer_id, 'fapiaoKind', p.fapiao_kind,
                  'registeredAddress', p.registered_address, 'phone', p.phone, 'bankName', p.bank_name,
                  'bankAccount', p.bank_account, 'email', p.email))
UNION ALL
SELECT 'void of another wish', format('invoice %s', v.invoice_id)
  FROM ciyuan.invoice_void AS v LEFT JOIN ciyuan.invoice_void_request AS r USING (invoice_id)
  LEFT JOIN document AS d ON d.id = v.invoice_id
 WHERE r.invoice_id IS NULL OR d.id IS NULL OR r.requested_by <> v.requested_by OR v.approved_at < r.requested_at
    OR v.after_run_id < d.run_id
UNION ALL
SELECT 'said otherwise before', of FROM sealed WHERE holds IS NOT TRUE
UNION ALL
SELECT 'bill run and its documents', format('run %s, %s', r.id, r.state)
  FROM ciyuan.bill_run AS r LEFT JOIN chunk AS c ON c.run_id = r.id LEFT JOIN taken AS t ON t.run_id = r.id
 WHERE r.state IN ('draft', 'finalising', 'final')
   AND (coalesce(c.chunks, 0) <> r.chunks OR c.is_whole IS FALSE
        OR r.input_digest <> encode(sha256(convert_to(coalesce(c.digests, ''), 'UTF8')), 'hex')
        OR r.accounts_digest <> encode(sha256(convert_to(coalesce(t.accounts, ''), 'UTF8')), 'hex'))
UNION ALL
SELECT 'document of a run that is not final', format('document %s of run %s', i.id, r.id)
  FROM ciyuan.invoice AS i JOIN ciyuan.bill_run AS r ON r.id = i.run_id
  LEFT JOIN ciyuan.invoice_issue AS s ON s.invoice_id = i.id
 WHERE r.state = 'final' AND s.invoice_id IS NULL OR r.state NOT IN ('finalising', 'final') AND s.invoice_id IS NOT NULL
    OR s.issued_by <> r.finalised_by OR s.issued_at > r.finalised_at
UNION ALL
SELECT 'line of an account that its payer does not pay for', format('document %s, account %s', l.invoice_id, l.account_id)
  FROM ciyuan.invoice_line AS l JOIN ciyuan.invoice AS i ON i.id = l.invoice_id
  LEFT JOIN ciyuan.bill_run_account AS a ON a.account_id = l.account_id AND a.run_id = i.run_id
 WHERE (a.payer_kind, a.payer_code, a.chunk) IS DISTINCT FROM (i.payer_kind, i.payer_code, i.chunk);
