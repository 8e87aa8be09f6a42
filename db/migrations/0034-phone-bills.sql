-- How an account pays, from an instant on: by itself, or with the phone bill of a carrier that knows it by its billing id.
-- Never from an instant before it was said, so that what a document was collected by on its day stays as it was.
CREATE TABLE ciyuan.account_collection (
  account_id     bigint NOT NULL REFERENCES ciyuan.account (account_id),
  number         integer NOT NULL CHECK (number > 0),
  method         text NOT NULL CHECK (method IN ('invoice','phone_bill')),
  billing_id     text CHECK (billing_id ~ '^[A-Za-z0-9+._-]{1,40}$'),
  phone_number   text,
  effective_from timestamptz NOT NULL,
  set_at         timestamptz NOT NULL,
  set_by         text NOT NULL,
  -- Over all of it, and the digest of the account's row before.
  digest         text NOT NULL,
  PRIMARY KEY (account_id, number),
  CONSTRAINT known_to_the_carrier CHECK ((method = 'phone_bill') = (billing_id IS NOT NULL)),
  CONSTRAINT never_in_hindsight CHECK (effective_from >= set_at)
);

-- A file handed to the carrier, numbered without a gap and kept as it was.
CREATE TABLE ciyuan.phone_bill_file (
  sequence       integer PRIMARY KEY CHECK (sequence > 0),
  sender         text NOT NULL,
  currency       text NOT NULL,
  -- The month that the cut-off ends or lies in.
  period         text NOT NULL,
  cut_off        timestamptz NOT NULL,
  line_count     integer NOT NULL CHECK (line_count > 0),
  net_fen        bigint NOT NULL,
  tax_fen        bigint NOT NULL,
  gross_fen      bigint NOT NULL,
  details_sha256 text NOT NULL,
  content        text NOT NULL,
  created_at     timestamptz NOT NULL,
  created_by     text NOT NULL,
  digest         text NOT NULL,
  CHECK (net_fen + tax_fen = gross_fen),
  CHECK (cut_off <= created_at)
);

-- An account's part of a document: each is handed over once, and taken back once where it became void since.
CREATE TABLE ciyuan.phone_bill_line (
  account_id  bigint NOT NULL REFERENCES ciyuan.account (account_id),
  sequence    integer NOT NULL REFERENCES ciyuan.phone_bill_file (sequence),
  line        integer NOT NULL CHECK (line > 0),
  kind        text NOT NULL CHECK (kind IN ('invoice','credit_note','reversal')),
  document    text NOT NULL,
  billing_id  text NOT NULL,
  net_fen     bigint NOT NULL,
  tax_fen     bigint NOT NULL,
  gross_fen   bigint NOT NULL,
  description text NOT NULL CHECK (description !~ '[",\n]'),
  charge_code text NOT NULL,
  PRIMARY KEY (account_id, sequence, line),
  CHECK (net_fen + tax_fen = gross_fen)
);
CREATE INDEX phone_bill_line_of_file ON ciyuan.phone_bill_line (sequence, line);
CREATE UNIQUE INDEX phone_bill_line_once ON ciyuan.phone_bill_line (account_id, document) WHERE kind <> 'reversal';
CREATE UNIQUE INDEX phone_bill_reversal_once ON ciyuan.phone_bill_line (account_id, document) WHERE kind = 'reversal';

-- What the carrier says that it collected. Its own number makes the same file known.
CREATE TABLE ciyuan.phone_bill_feedback (
  number         integer PRIMARY KEY CHECK (number > 0),
  sequence       integer NOT NULL UNIQUE CHECK (sequence > 0),
  sender         text NOT NULL,
  currency       text NOT NULL,
  line_count     integer NOT NULL CHECK (line_count > 0),
  amount_fen     bigint NOT NULL CHECK (amount_fen >= 0),
  content        text NOT NULL,
  content_sha256 text NOT NULL,
  received_at    timestamptz NOT NULL,
  received_by    text NOT NULL,
  digest         text NOT NULL
);
CREATE TABLE ciyuan.phone_bill_feedback_line (
  account_id bigint NOT NULL REFERENCES ciyuan.account (account_id),
  feedback   integer NOT NULL REFERENCES ciyuan.phone_bill_feedback (number),
  line       integer NOT NULL CHECK (line > 0),
  document   text NOT NULL,
  state      text NOT NULL CHECK (state IN ('collected','partly','failed','bad_debt')),
  -- What was collected, or what was not.
  amount_fen bigint NOT NULL CHECK (amount_fen > 0),
  day        date NOT NULL,
  reason     text,
  -- That booked what was collected.
  payment    integer,
  -- Over all of it and the digest of its file.
  digest     text NOT NULL,
  PRIMARY KEY (account_id, feedback, line),
  FOREIGN KEY (account_id, payment) REFERENCES ciyuan.customer_payment (account_id, number),
  CONSTRAINT collected_is_paid CHECK ((state IN ('collected','partly')) = (payment IS NOT NULL)),
  CONSTRAINT not_collected_for_a_reason CHECK (state IN ('collected','partly') OR reason IS NOT NULL)
);
CREATE INDEX phone_bill_feedback_line_of_file ON ciyuan.phone_bill_feedback_line (feedback, line);
CREATE INDEX phone_bill_feedback_line_document ON ciyuan.phone_bill_feedback_line (account_id, document);

-- What is to be collected with phone bills: of each document the part of each account that paid so when it became final,
-- and what was credited of such parts since.
CREATE VIEW ciyuan.phone_bill_charge AS
WITH part AS (
  SELECT l.account_id, l.invoice_id, sum(l.net_fen)::bigint AS net_fen, sum(l.tax_fen)::bigint AS tax_fen,
         sum(l.gross_fen)::bigint AS gross_fen
    FROM ciyuan.invoice_line AS l
   WHERE l.account_id IN (SELECT account_id FROM ciyuan.account_collection WHERE method = 'phone_bill')
   GROUP BY 1, 2
), collected AS (
  SELECT p.*, i.kind, s.number AS document, s.issued_at, s.currency, s.accounting_month, c.billing_id,
         v.approved_at AS voided_at
    FROM part AS p
    JOIN ciyuan.invoice AS i ON i.id = p.invoice_id
    JOIN ciyuan.invoice_issue AS s ON s.invoice_id = p.invoice_id
    JOIN LATERAL (SELECT o.method, o.billing_id FROM ciyuan.account_collection AS o
                   WHERE o.account_id = p.account_id AND o.effective_from <= s.issued_at
                   ORDER BY o.number DESC LIMIT 1) AS c ON c.method = 'phone_bill'
    LEFT JOIN ciyuan.invoice_void AS v ON v.invoice_id = p.invoice_id
)
SELECT account_id, kind, document, issued_at, currency, accounting_month, billing_id, net_fen, tax_fen, gross_fen, voided_at
  FROM collected
UNION ALL
SELECT c.account_id, 'credit_note', n.number, n.issued_at, c.currency, n.accounting_month, c.billing_id,
       -sum(l.net_fen)::bigint, -sum(l.tax_fen)::bigint, -sum(l.gross_fen)::bigint, NULL
  FROM collected AS c
  JOIN ciyuan.credit_note_line AS l ON l.account_id = c.account_id AND l.invoice_id = c.invoice_id
  JOIN ciyuan.credit_note_issue AS n USING (credit_note_id)
 GROUP BY 1, 3, 4, 5, 6, 7;

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['account_collection', 'phone_bill_file', 'phone_bill_line', 'phone_bill_feedback',
    'phone_bill_feedback_line'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ciyuan.%I
                      FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change()', name);
    EXECUTE format('GRANT SELECT, INSERT ON ciyuan.%I TO ciyuan_app', name);
  END LOOP;
END $$;
GRANT SELECT ON ciyuan.phone_bill_charge TO ciyuan_app;

-- When money of a payment was put to invoices, and how much of it; the first time is with the payment.
CREATE TABLE ciyuan.payment_allotment (
  account_id    bigint NOT NULL,
  payment       integer NOT NULL,
  number        integer NOT NULL CHECK (number > 0),
  allocated_fen bigint NOT NULL CHECK (allocated_fen >= 0),
  allotted_at   timestamptz NOT NULL,
  allotted_by   text NOT NULL,
  digest        text NOT NULL,
  PRIMARY KEY (account_id, payment, number),
  FOREIGN KEY (account_id, payment) REFERENCES ciyuan.customer_payment (account_id, number)
);
CREATE TABLE ciyuan.payment_allocation (
  account_id bigint NOT NULL,
  payment    integer NOT NULL,
  number     integer NOT NULL,
  line       integer NOT NULL CHECK (line > 0),
  document   text NOT NULL,
  amount_fen bigint NOT NULL CHECK (amount_fen > 0),
  digest     text NOT NULL,
  PRIMARY KEY (account_id, payment, number, line),
  FOREIGN KEY (account_id, payment, number) REFERENCES ciyuan.payment_allotment (account_id, payment, number)
);
CREATE INDEX payment_allocation_document ON ciyuan.payment_allocation (account_id, document);
-- What was paid before payments were put to invoices is put to none.
INSERT INTO ciyuan.payment_allotment
SELECT (jsonb_populate_record(e, jsonb_build_object('digest', ciyuan.chained_digest('', e)))).*
  FROM ciyuan.customer_payment AS p,
       LATERAL jsonb_populate_record(NULL::ciyuan.payment_allotment, jsonb_build_object('account_id', p.account_id,
         'payment', p.number, 'number', 1, 'allocated_fen', 0, 'allotted_at', p.recorded_at, 'allotted_by', p.recorded_by)) AS e
 WHERE p.kind = 'received';

-- What is put to an invoice as long as its payment was not taken back and the invoice is not void.
CREATE VIEW ciyuan.standing_allocation AS
SELECT a.account_id, a.payment, a.document, a.amount_fen
  FROM ciyuan.payment_allocation AS a
 WHERE NOT EXISTS (SELECT FROM ciyuan.customer_payment AS r WHERE r.account_id = a.account_id AND r.reverses = a.payment)
   AND NOT EXISTS (SELECT FROM ciyuan.invoice_issue AS s JOIN ciyuan.invoice_void AS v USING (invoice_id)
                    WHERE s.number = a.document);

-- Each account's part of each document that stands: what it is, what was credited of it, and what was put to it.
CREATE VIEW ciyuan.account_document AS
SELECT p.account_id, s.number AS document, s.invoice_id, i.kind, s.currency, s.issued_at, p.gross_fen,
       (SELECT coalesce(sum(c.gross_fen), 0) FROM ciyuan.credit_note_line AS c
          JOIN ciyuan.credit_note_issue AS n USING (credit_note_id)
         WHERE c.account_id = p.account_id AND c.invoice_id = p.invoice_id)::bigint AS credited_fen,
       (SELECT coalesce(sum(a.amount_fen), 0) FROM ciyuan.standing_allocation AS a
         WHERE a.account_id = p.account_id AND a.document = s.number)::bigint AS paid_fen
  FROM (SELECT l.account_id, l.invoice_id, sum(l.gross_fen)::bigint AS gross_fen
          FROM ciyuan.invoice_line AS l GROUP BY 1, 2) AS p
  JOIN ciyuan.invoice AS i ON i.id = p.invoice_id
  JOIN ciyuan.invoice_issue AS s ON s.invoice_id = p.invoice_id
 WHERE NOT EXISTS (SELECT FROM ciyuan.invoice_void AS v WHERE v.invoice_id = p.invoice_id);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ciyuan.payment_allotment
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ciyuan.payment_allocation
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
GRANT SELECT, INSERT ON ciyuan.payment_allotment, ciyuan.payment_allocation TO ciyuan_app;
GRANT SELECT ON ciyuan.standing_allocation, ciyuan.account_document TO ciyuan_app;
