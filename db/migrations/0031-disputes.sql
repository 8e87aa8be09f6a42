-- What a party says against an issued statement, line by line, and what becomes of it.
CREATE SEQUENCE ciyuan.dispute_id AS bigint;
CREATE TABLE ciyuan.dispute (
  id        bigint PRIMARY KEY,
  run_id    bigint NOT NULL,
  party     text NOT NULL,
  currency  text NOT NULL,
  opened_at timestamptz NOT NULL,
  opened_by text NOT NULL,
  -- On whose word somebody else speaks in the party's name.
  note      text,
  -- By the operator's days.
  due_on    date NOT NULL,
  digest    text NOT NULL,
  FOREIGN KEY (run_id, party, currency) REFERENCES ciyuan.statement (run_id, party, currency),
  CONSTRAINT in_its_name_with_a_note CHECK ((opened_by = party) = (note IS NULL))
);
CREATE INDEX dispute_of_statement ON ciyuan.dispute (run_id, party, currency);

CREATE TABLE ciyuan.dispute_line (
  dispute_id                    bigint NOT NULL REFERENCES ciyuan.dispute (id),
  line                          integer NOT NULL CHECK (line > 0),
  -- Null for the statement as a whole.
  statement_line                integer,
  -- Shares: as it was issued, and as the party says that it should be.
  issued_fen                    bigint NOT NULL,
  claimed_fen                   bigint NOT NULL,
  reason                        text NOT NULL CHECK (reason IN ('quantity','price','missing_usage','wrong_rate','late_usage','other')),
  detail                        text NOT NULL,
  -- What the reconciliation desk found, where it comes from there.
  reconciliation_difference_ids bigint[] NOT NULL,
  digest                        text NOT NULL,
  PRIMARY KEY (dispute_id, line),
  CONSTRAINT claims_something CHECK (claimed_fen <> issued_fen)
);

-- What was said of a line; its state is that of its last event.
CREATE TABLE ciyuan.dispute_event (
  dispute_id  bigint NOT NULL,
  line        integer NOT NULL,
  number      integer NOT NULL CHECK (number > 0),
  step        text NOT NULL CHECK (step IN ('proposed','returned','upheld','rejected','withdrawn')),
  -- What the party is to have more, or less; of a proposal to uphold, and of what was upheld.
  granted_fen bigint CHECK (granted_fen <> 0),
  reason      text NOT NULL,
  at          timestamptz NOT NULL,
  by          text NOT NULL,
  -- Who proposed what was decided.
  proposed_by text,
  -- How many files there were by then, to be looked at.
  evidence    integer NOT NULL,
  digest      text NOT NULL,
  PRIMARY KEY (dispute_id, line, number),
  FOREIGN KEY (dispute_id, line) REFERENCES ciyuan.dispute_line (dispute_id, line),
  CONSTRAINT two_pairs_of_eyes CHECK ((step IN ('upheld','rejected')) = (proposed_by IS NOT NULL) AND proposed_by <> by),
  CONSTRAINT granted_by_a_decision CHECK (CASE step WHEN 'upheld' THEN granted_fen IS NOT NULL
    WHEN 'proposed' THEN true ELSE granted_fen IS NULL END)
);

-- What proves a claim: kept as it was sent.
CREATE TABLE ciyuan.dispute_evidence (
  dispute_id bigint NOT NULL REFERENCES ciyuan.dispute (id),
  number     integer NOT NULL CHECK (number BETWEEN 1 AND 20),
  name       text NOT NULL,
  media_type text NOT NULL,
  content    bytea NOT NULL CHECK (octet_length(content) BETWEEN 1 AND 5242880),
  sha256     text NOT NULL,
  added_at   timestamptz NOT NULL,
  added_by   text NOT NULL,
  digest     text NOT NULL,
  PRIMARY KEY (dispute_id, number)
);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ciyuan.dispute
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ciyuan.dispute_line
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ciyuan.dispute_event
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ciyuan.dispute_evidence
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
GRANT SELECT, INSERT ON ciyuan.dispute, ciyuan.dispute_line, ciyuan.dispute_event, ciyuan.dispute_evidence TO ciyuan_app;
GRANT USAGE ON SEQUENCE ciyuan.dispute_id TO ciyuan_app;

-- A disputed statement is confirmed once every line is decided, and can be invoiced before: what was issued is payable
-- whatever is claimed beyond it.
ALTER TABLE ciyuan.statement_event DROP CONSTRAINT in_order;
ALTER TABLE ciyuan.statement_event ADD CONSTRAINT in_order CHECK (CASE state WHEN 'disputed' THEN number = 1
  WHEN 'deemed_confirmed' THEN number = 1 WHEN 'confirmed' THEN number IN (1, 2) WHEN 'invoice_received' THEN number IN (2, 3)
  WHEN 'payment_approved' THEN number IN (3, 4) WHEN 'paid' THEN number IN (4, 5) ELSE false END);
ALTER TABLE ciyuan.statement_event DROP CONSTRAINT of_a_payout;
ALTER TABLE ciyuan.statement_event ADD CONSTRAINT of_a_payout CHECK (
  (state IN ('invoice_received','payment_approved','paid')) = (payout_run_id IS NOT NULL AND amount_fen IS NOT NULL));
DROP TRIGGER lawful_state ON ciyuan.statement;
CREATE TRIGGER lawful_state BEFORE UPDATE ON ciyuan.statement
  FOR EACH ROW WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION ciyuan.refuse_lawless_state(
    'calculated to in_review', 'calculated to approved', 'in_review to approved', 'approved to issued',
    'calculated to superseded', 'in_review to superseded', 'approved to superseded', 'issued to confirmed',
    'issued to deemed_confirmed', 'issued to disputed', 'disputed to confirmed', 'disputed to invoice_received',
    'confirmed to invoice_received', 'deemed_confirmed to invoice_received', 'invoice_received to payment_approved',
    'payment_approved to paid');
