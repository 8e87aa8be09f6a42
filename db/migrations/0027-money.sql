-- Further kinds of document: who lets how much be credited; when months are settled; how far a run may be off.
ALTER TABLE ciyuan.catalogue_document DROP CONSTRAINT catalogue_document_kind_check;
ALTER TABLE ciyuan.catalogue_document ADD CONSTRAINT catalogue_document_kind_check
  CHECK (kind IN ('plan','price_book','cost_book','coefficient_table','split_rule','contract','holiday_calendar',
    'served_models','exchange_rates','notice_policy','eligibility_rule','approval_limits','settlement_calendar',
    'variance_policy'));
ALTER TABLE ciyuan.document_draft DROP CONSTRAINT document_draft_kind_check;
ALTER TABLE ciyuan.document_draft ADD CONSTRAINT document_draft_kind_check
  CHECK (kind IN ('plan','price_book','cost_book','coefficient_table','split_rule','contract','holiday_calendar',
    'served_models','exchange_rates','notice_policy','eligibility_rule','approval_limits','settlement_calendar',
    'variance_policy'));

-- What somebody asked to be credited to an account, debited or paid back, numbered from 1. Its net and tax are fixed once.
CREATE TABLE ciyuan.account_adjustment (
  account_id        bigint NOT NULL REFERENCES ciyuan.account (account_id),
  number            integer NOT NULL CHECK (number > 0),
  kind              text NOT NULL CHECK (kind IN ('goodwill','manual_credit','manual_debit','refund','write_off')),
  currency          text NOT NULL,
  gross_fen         bigint NOT NULL CHECK (gross_fen > 0),
  net_fen           bigint NOT NULL CHECK (net_fen BETWEEN 0 AND gross_fen),
  -- A fraction; money that is given back bears no tax of its own.
  vat_rate          text NOT NULL,
  reason            text NOT NULL,
  -- A record, an invoice, a ticket.
  reference         text,
  -- How many people besides whoever asked, and by which version of the limits; null where none was in force.
  approvals         smallint NOT NULL CHECK (approvals BETWEEN 0 AND 2),
  limits_version_id bigint REFERENCES ciyuan.catalogue_document (id),
  requested_at      timestamptz NOT NULL,
  requested_by      text NOT NULL,
  state             text NOT NULL DEFAULT 'requested' CHECK (state IN ('requested','posted','rejected','withdrawn')),
  events            integer NOT NULL DEFAULT 0,
  -- Over everything that never changes, and the digest of the account's adjustment before.
  digest            text NOT NULL,
  PRIMARY KEY (account_id, number),
  CONSTRAINT bears_no_tax CHECK (kind NOT IN ('refund','write_off') OR (net_fen = gross_fen AND vat_rate = '0'))
);

-- What became of it. Each person signs once; the last signature and the posting are one write.
CREATE TABLE ciyuan.adjustment_event (
  account_id bigint NOT NULL,
  adjustment integer NOT NULL,
  number     integer NOT NULL CHECK (number > 0),
  kind       text NOT NULL CHECK (kind IN ('requested','approved','posted','rejected','withdrawn')),
  at         timestamptz NOT NULL,
  by         text NOT NULL,
  role       text NOT NULL,
  -- Why it was rejected, or what was said with a signature.
  note       text,
  batch_id   bigint,
  digest     text NOT NULL,
  PRIMARY KEY (account_id, adjustment, number),
  FOREIGN KEY (account_id, adjustment) REFERENCES ciyuan.account_adjustment (account_id, number),
  CONSTRAINT begins_with_its_request CHECK ((number = 1) = (kind = 'requested')),
  CONSTRAINT posted_by_a_batch CHECK ((kind = 'posted') = (batch_id IS NOT NULL)),
  CONSTRAINT rejected_for_a_reason CHECK (kind <> 'rejected' OR note IS NOT NULL)
);
CREATE UNIQUE INDEX different_people ON ciyuan.adjustment_event (account_id, adjustment, by)
  WHERE kind IN ('requested','approved','rejected');
CREATE UNIQUE INDEX ends_once ON ciyuan.adjustment_event (account_id, adjustment)
  WHERE kind IN ('posted','rejected','withdrawn');

-- What a customer paid, numbered from 1; a payment that bounced has a second row that takes it back.
CREATE TABLE ciyuan.customer_payment (
  account_id  bigint NOT NULL REFERENCES ciyuan.account (account_id),
  number      integer NOT NULL CHECK (number > 0),
  kind        text NOT NULL CHECK (kind IN ('received','reversed')),
  currency    text NOT NULL,
  amount_fen  bigint NOT NULL CHECK (amount_fen > 0),
  -- When the money came, or went back.
  at          timestamptz NOT NULL,
  method      text NOT NULL,
  -- The bank's.
  reference   text NOT NULL,
  invoice     text,
  reverses    integer,
  reason      text,
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  batch_id    bigint NOT NULL,
  digest      text NOT NULL,
  PRIMARY KEY (account_id, number),
  FOREIGN KEY (account_id, reverses) REFERENCES ciyuan.customer_payment (account_id, number),
  CONSTRAINT taken_back_for_a_reason CHECK ((kind = 'reversed') = (reverses IS NOT NULL AND reason IS NOT NULL)
    AND (reverses IS NULL) = (reason IS NULL)),
  CONSTRAINT takes_back_what_was CHECK (reverses < number),
  CONSTRAINT not_before_it_came CHECK (at <= recorded_at)
);
CREATE UNIQUE INDEX payment_reversed_once ON ciyuan.customer_payment (account_id, reverses) WHERE kind = 'reversed';
-- A bank's reference is one payment's, over all accounts.
CREATE TABLE ciyuan.payment_reference (
  method     text NOT NULL,
  reference  text NOT NULL,
  account_id bigint NOT NULL,
  number     integer NOT NULL,
  PRIMARY KEY (method, reference)
);

-- The journal that booked a step of a payout: the VAT of the party's invoice, and what was paid.
CREATE TABLE ciyuan.payout_posting (
  payout_run_id bigint NOT NULL,
  party         text NOT NULL,
  currency      text NOT NULL,
  state         text NOT NULL CHECK (state IN ('invoice_received','paid')),
  batch_id      bigint NOT NULL UNIQUE,
  PRIMARY KEY (payout_run_id, party, currency, state),
  FOREIGN KEY (payout_run_id, party, currency) REFERENCES ciyuan.statement (run_id, party, currency)
);

-- Every line that adjustments, payments and payouts must have in the ledger, with its cause and the instant whose month
-- it belongs to.
CREATE VIEW ciyuan.money_line AS
SELECT a.account_id, e.batch_id, a.kind AS cause, e.at, e.at AS booked_at, a.currency AS asset, l.ledger_account,
       NULL::text AS party, l.fen * 0.01 AS amount
  FROM ciyuan.adjustment_event AS e
  JOIN ciyuan.account_adjustment AS a ON a.account_id = e.account_id AND a.number = e.adjustment
 CROSS JOIN LATERAL (VALUES
    ('adjustment_revenue', CASE a.kind WHEN 'refund' THEN 0 WHEN 'write_off' THEN 0 WHEN 'manual_debit' THEN -a.net_fen ELSE a.net_fen END),
    ('tax_payable', CASE a.kind WHEN 'manual_debit' THEN a.net_fen - a.gross_fen ELSE a.gross_fen - a.net_fen END),
    ('receivable', CASE WHEN a.kind IN ('refund','manual_debit') THEN a.gross_fen ELSE -a.gross_fen END),
    ('bad_debt', CASE a.kind WHEN 'write_off' THEN a.gross_fen ELSE 0 END),
    ('bank', CASE a.kind WHEN 'refund' THEN -a.gross_fen ELSE 0 END)) AS l (ledger_account, fen)
 WHERE e.kind = 'posted' AND l.fen <> 0
UNION ALL
SELECT p.account_id, p.batch_id, CASE p.kind WHEN 'received' THEN 'payment' ELSE 'payment_reversal' END, p.at,
       p.recorded_at, p.currency, l.ledger_account, NULL, l.sign * p.amount_fen * 0.01
  FROM ciyuan.customer_payment AS p
 CROSS JOIN LATERAL (VALUES ('bank', CASE p.kind WHEN 'received' THEN 1 ELSE -1 END),
    ('receivable', CASE p.kind WHEN 'received' THEN -1 ELSE 1 END)) AS l (ledger_account, sign)
UNION ALL
SELECT 0, o.batch_id, 'payout', s.at, s.at, o.currency, l.ledger_account, l.party, l.fen * 0.01
  FROM ciyuan.payout_posting AS o
  JOIN (SELECT e.payout_run_id, e.party, e.currency, e.state, min(e.at) AS at, sum(s.share_fen) AS share,
               sum(s.vat_fen) AS vat, sum(s.withholding_fen) AS withholding, sum(s.payable_fen) AS payable
          FROM ciyuan.statement_event AS e JOIN ciyuan.statement AS s USING (run_id, party, currency)
         WHERE e.state IN ('invoice_received','paid') GROUP BY 1, 2, 3, 4) AS s
    USING (payout_run_id, party, currency, state)
 CROSS JOIN LATERAL (VALUES
    ('input_tax', NULL, CASE o.state WHEN 'paid' THEN 0 ELSE s.vat END),
    ('partner_payable', o.party, CASE o.state WHEN 'paid' THEN s.share + s.vat ELSE -s.vat END),
    ('bank', NULL, CASE o.state WHEN 'paid' THEN -s.payable ELSE 0 END),
    ('withholding_payable', NULL, CASE o.state WHEN 'paid' THEN -s.withholding ELSE 0 END))
    AS l (ledger_account, party, fen)
 WHERE l.fen <> 0;

-- What was invoiced and paid before payments were booked: at the instants at which it was, in the first month since that
-- is not closed.
INSERT INTO ciyuan.payout_posting (payout_run_id, party, currency, state, batch_id)
SELECT e.payout_run_id, e.party, e.currency, e.state, nextval('ciyuan.batch_id')
  FROM ciyuan.statement_event AS e JOIN ciyuan.statement AS s USING (run_id, party, currency)
 WHERE e.state IN ('invoice_received','paid')
 GROUP BY 1, 2, 3, 4 HAVING e.state = 'paid' OR sum(s.vat_fen) <> 0;
INSERT INTO ciyuan.journal_line (account_id, batch_id, line, accounting_month, asset, ledger_account, party, amount, booked_at)
SELECT l.account_id, l.batch_id, row_number() OVER (PARTITION BY l.batch_id ORDER BY l.ledger_account),
       (SELECT to_char(m.at, 'YYYY-MM')
          FROM generate_series(date_trunc('month', l.at AT TIME ZONE 'Asia/Shanghai'),
                 date_trunc('month', l.at AT TIME ZONE 'Asia/Shanghai') + interval '20 years', interval '1 month') AS m (at)
          LEFT JOIN ciyuan.accounting_month AS a ON a.month = to_char(m.at, 'YYYY-MM')
         WHERE coalesce(a.state, 'open') = 'open' ORDER BY m.at LIMIT 1),
       l.asset, l.ledger_account, l.party, l.amount, l.booked_at
  FROM ciyuan.money_line AS l WHERE l.cause = 'payout';

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ciyuan.adjustment_event
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ciyuan.customer_payment
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ciyuan.payment_reference
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ciyuan.payout_posting
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
GRANT SELECT, INSERT ON ciyuan.account_adjustment, ciyuan.adjustment_event, ciyuan.customer_payment,
  ciyuan.payment_reference, ciyuan.payout_posting TO ciyuan_app;
GRANT UPDATE (state, events) ON ciyuan.account_adjustment TO ciyuan_app;
GRANT SELECT ON ciyuan.money_line TO ciyuan_app;
