-- Each account's part of each document that is collected with the phone bill stands in one file, and again taken back once it
-- is void; files are numbered without a gap and say what their lines say; what the carrier collected is what was paid by
-- phone bill, and no more than was handed over; of a payment no more is put to invoices that stand than it is, and to an invoice no more
-- than it is; digests run through all of it.
WITH collection AS (
  SELECT c, lag(c.digest, 1, '') OVER one AS previous, lag(c.number, 1, 0) OVER one AS before_number,
         lag(c.effective_from) OVER one AS before_from
    FROM ciyuan.account_collection AS c WINDOW one AS (PARTITION BY account_id ORDER BY number)
), file AS (
  SELECT f, lag(f.digest, 1, '') OVER (ORDER BY sequence) AS previous,
         lag(f.sequence, 1, 0) OVER (ORDER BY sequence) AS before_sequence,
         lag(f.created_at) OVER (ORDER BY sequence) AS before_at
    FROM ciyuan.phone_bill_file AS f
), detail AS (
  SELECT l.sequence, count(*) AS lines, max(l.line) AS last, sum(l.net_fen) AS net, sum(l.tax_fen) AS tax,
         sum(l.gross_fen) AS gross,
         string_agg(concat_ws(',', 'D', l.line, l.billing_id, a.code, l.document, to_char(l.net_fen * 0.01, 'FM9999999999999990.00'),
           to_char(l.tax_fen * 0.01, 'FM9999999999999990.00'), to_char(l.gross_fen * 0.01, 'FM9999999999999990.00'),
           l.description, l.charge_code) || E'\n', '' ORDER BY l.line) AS text
    FROM ciyuan.phone_bill_line AS l JOIN ciyuan.account AS a USING (account_id) GROUP BY 1
), line AS (
  SELECT l.*, f.cut_off, f.created_at, f.currency AS file_currency, CASE l.kind WHEN 'reversal' THEN -1 ELSE 1 END AS sign
    FROM ciyuan.phone_bill_line AS l JOIN ciyuan.phone_bill_file AS f USING (sequence)
), feedback AS (
  SELECT f, lag(f.digest, 1, '') OVER (ORDER BY number) AS previous,
         lag(f.number, 1, 0) OVER (ORDER BY number) AS before_number
    FROM ciyuan.phone_bill_feedback AS f
), reported AS (
  SELECT l.*, f.sequence, f.digest AS file_digest, f.currency
    FROM ciyuan.phone_bill_feedback_line AS l JOIN ciyuan.phone_bill_feedback AS f ON f.number = l.feedback
), reported_sum AS (
  SELECT feedback, count(*) AS lines, max(line) AS last, sum(amount_fen) AS amount FROM reported GROUP BY 1
), collected AS (
  SELECT r.account_id, r.document, sum(r.amount_fen) AS amount FROM reported AS r
   WHERE r.payment IS NOT NULL AND NOT EXISTS (SELECT FROM ciyuan.customer_payment AS b
                                                WHERE b.account_id = r.account_id AND b.reverses = r.payment)
   GROUP BY 1, 2
)
SELECT 'collection of an account was told otherwise' AS what, format('account %s, %s', (c).account_id, (c).number) AS detail
  FROM collection
 WHERE (c).digest <> ciyuan.chained_digest(previous, c) OR (c).number <> before_number + 1 OR before_from > (c).effective_from
UNION ALL
SELECT 'file was told otherwise', format('file %s', (f).sequence)
  FROM file
 WHERE (f).digest <> ciyuan.chained_digest(previous, f) OR (f).sequence <> before_sequence + 1 OR before_at > (f).created_at
UNION ALL
SELECT 'file differs from its lines', format('file %s: %s of %s lines', f.sequence, d.lines, f.line_count)
  FROM ciyuan.phone_bill_file AS f FULL JOIN detail AS d USING (sequence)
 WHERE (d.lines, d.last, d.net, d.tax, d.gross) IS DISTINCT FROM (f.line_count, f.line_count, f.net_fen, f.tax_fen, f.gross_fen)
    OR f.details_sha256 IS DISTINCT FROM encode(sha256(convert_to(d.text, 'UTF8')), 'hex')
    OR f.content IS DISTINCT FROM concat_ws(',', 'H', 'ciyuan-phone-bill-1', f.sender, f.sequence,
         to_char(f.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), f.period, f.currency) || E'\n' || d.text
         || concat_ws(',', 'T', f.line_count, to_char(f.net_fen * 0.01, 'FM9999999999999990.00'),
              to_char(f.tax_fen * 0.01, 'FM9999999999999990.00'), to_char(f.gross_fen * 0.01, 'FM9999999999999990.00'),
              f.details_sha256) || E'\n'
UNION ALL
SELECT 'line differs from its document', format('file %s, line %s: %s', l.sequence, l.line, l.document)
  FROM line AS l LEFT JOIN ciyuan.phone_bill_charge AS c ON c.account_id = l.account_id AND c.document = l.document
 WHERE (c.billing_id, c.net_fen * l.sign, c.tax_fen * l.sign, c.currency)
         IS DISTINCT FROM (l.billing_id, l.net_fen, l.tax_fen, l.file_currency)
    OR l.kind <> c.kind AND l.kind <> 'reversal' OR l.kind <> 'reversal' AND c.issued_at >= l.cut_off
    OR l.kind <> 'reversal' AND c.voided_at < l.created_at OR l.kind = 'reversal' AND c.voided_at IS NULL
    OR l.kind = 'reversal' AND NOT EXISTS (
         SELECT FROM line AS e WHERE e.account_id = l.account_id AND e.document = l.document AND e.kind <> 'reversal'
                                 AND e.sequence < l.sequence AND e.billing_id = l.billing_id)
UNION ALL
SELECT 'document was not handed over', format('account %s, %s', c.account_id, c.document)
  FROM ciyuan.phone_bill_charge AS c
 WHERE NOT EXISTS (SELECT FROM ciyuan.phone_bill_line AS l WHERE l.account_id = c.account_id AND l.document = c.document)
   AND EXISTS (SELECT FROM ciyuan.phone_bill_file AS f WHERE f.currency = c.currency AND f.cut_off > c.issued_at
                                                         AND (c.voided_at IS NULL OR f.created_at < c.voided_at))
UNION ALL
SELECT 'void document was not taken back', format('account %s, %s', c.account_id, c.document)
  FROM ciyuan.phone_bill_charge AS c
  JOIN ciyuan.phone_bill_line AS l ON l.account_id = c.account_id AND l.document = c.document AND l.kind <> 'reversal'
 WHERE NOT EXISTS (SELECT FROM ciyuan.phone_bill_line AS r
                    WHERE r.account_id = c.account_id AND r.document = c.document AND r.kind = 'reversal')
   AND EXISTS (SELECT FROM ciyuan.phone_bill_file AS f WHERE f.currency = c.currency AND f.sequence > l.sequence
                                                         AND f.created_at > c.voided_at)
UNION ALL
SELECT 'feedback was told otherwise', format('feedback %s', (f).number)
  FROM feedback
 WHERE (f).digest <> ciyuan.chained_digest(previous, f) OR (f).number <> before_number + 1
    OR (f).content_sha256 <> encode(sha256(convert_to((f).content, 'UTF8')), 'hex')
UNION ALL
SELECT 'feedback differs from its lines', format('feedback %s: %s of %s lines', f.number, r.lines, f.line_count)
  FROM ciyuan.phone_bill_feedback AS f LEFT JOIN reported_sum AS r ON r.feedback = f.number
 WHERE (r.lines, r.last, r.amount) IS DISTINCT FROM (f.line_count, f.line_count, f.amount_fen)
UNION ALL
SELECT 'line of feedback was told otherwise', format('feedback %s, line %s', l.feedback, l.line)
  FROM ciyuan.phone_bill_feedback_line AS l JOIN ciyuan.phone_bill_feedback AS f ON f.number = l.feedback
 WHERE l.digest <> ciyuan.chained_digest(f.digest, l)
    OR NOT EXISTS (SELECT FROM line AS h WHERE h.account_id = l.account_id AND h.document = l.document AND h.kind = 'invoice'
                                           AND h.file_currency = f.currency)
UNION ALL
SELECT 'payment by phone bill and its feedback',
       format('account %s, payment %s', coalesce(p.account_id, r.account_id), coalesce(p.number, r.payment))
  FROM (SELECT * FROM ciyuan.customer_payment WHERE method = 'phone_bill' AND kind = 'received') AS p
  FULL JOIN (SELECT * FROM reported WHERE payment IS NOT NULL) AS r ON r.account_id = p.account_id AND r.payment = p.number
 WHERE (p.amount_fen, p.currency, p.invoice, p.reference, p.at) IS DISTINCT FROM (r.amount_fen, r.currency, r.document,
         format('%s-%s', r.sequence, r.line), r.day::timestamp AT TIME ZONE 'Asia/Shanghai')
UNION ALL
SELECT 'collected beyond what was handed over', format('account %s, %s: %s of %s', c.account_id, c.document, c.amount, l.gross_fen)
  FROM collected AS c
  LEFT JOIN ciyuan.phone_bill_line AS l ON l.account_id = c.account_id AND l.document = c.document AND l.kind = 'invoice'
 WHERE c.amount > coalesce(l.gross_fen, 0)
UNION ALL
SELECT 'allotment was told otherwise', format('account %s, payment %s, %s', t.account_id, t.payment, t.number)
  FROM ciyuan.payment_allotment AS t
  LEFT JOIN (SELECT account_id, payment, number, sum(amount_fen) AS amount, count(*) AS count, max(line) AS last
               FROM ciyuan.payment_allocation GROUP BY 1, 2, 3) AS a USING (account_id, payment, number)
 WHERE t.digest <> ciyuan.chained_digest('', t) OR t.allocated_fen <> coalesce(a.amount, 0) OR a.count <> a.last
UNION ALL
SELECT 'allocation was told otherwise', format('account %s, payment %s, %s', a.account_id, a.payment, a.document)
  FROM ciyuan.payment_allocation AS a
 WHERE a.digest <> ciyuan.chained_digest('', a)
    OR NOT EXISTS (SELECT FROM ciyuan.invoice_issue AS s JOIN ciyuan.invoice_line AS l USING (invoice_id)
                     JOIN ciyuan.customer_payment AS p ON p.account_id = a.account_id AND p.number = a.payment
                    WHERE s.number = a.document AND l.account_id = a.account_id AND p.currency = s.currency)
UNION ALL
SELECT 'payment and what was put of it', format('account %s, payment %s', coalesce(p.account_id, t.account_id), coalesce(p.number, t.payment))
  FROM (SELECT * FROM ciyuan.customer_payment WHERE kind = 'received') AS p
  FULL JOIN (SELECT account_id, payment, count(*) AS count, max(number) AS last
               FROM ciyuan.payment_allotment GROUP BY 1, 2) AS t ON t.account_id = p.account_id AND t.payment = p.number
  LEFT JOIN (SELECT account_id, payment, sum(amount_fen) AS amount
               FROM ciyuan.standing_allocation GROUP BY 1, 2) AS s ON s.account_id = p.account_id AND s.payment = p.number
 WHERE (t.count = t.last AND coalesce(s.amount, 0) <= p.amount_fen) IS NOT TRUE
UNION ALL
SELECT 'more put to an invoice than it is', format('account %s, %s: %s of %s', account_id, document, paid_fen, gross_fen)
  FROM ciyuan.account_document WHERE paid_fen > greatest(gross_fen, 0);
