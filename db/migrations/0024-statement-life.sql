-- A digest over a row and the digest of the row before it: what is changed afterwards no longer fits. The zone of the
-- session would be in the text of an instant.
CREATE FUNCTION ciyuan.chained_digest(previous text, content anyelement) RETURNS text
LANGUAGE sql STABLE SET timezone = 'UTC' AS $$
  SELECT encode(sha256(convert_to(previous || (to_jsonb(content) - 'digest')::text, 'UTF8')), 'hex')
$$;

-- What is agreed with a party about its statements. A later row replaces it from its own instant on, never before.
CREATE TABLE ciyuan.party_terms (
  party              text NOT NULL REFERENCES ciyuan.party (code),
  number             integer NOT NULL CHECK (number > 0),
  effective_from     timestamptz NOT NULL,
  -- Days after the day of issue during which a statement waits for its party; then it counts as confirmed.
  dispute_days       integer NOT NULL CHECK (dispute_days BETWEEN 0 AND 365),
  -- Hundredths of the statement's own currency; less is carried to the next statement.
  minimum_payout_fen bigint NOT NULL CHECK (minimum_payout_fen >= 0),
  -- Days after an invoice came in.
  payment_days       integer NOT NULL CHECK (payment_days BETWEEN 0 AND 365),
  legal_entity       text NOT NULL,
  bank_account       text NOT NULL,
  agreed_at          timestamptz NOT NULL,
  agreed_by          text NOT NULL,
  digest             text NOT NULL,
  PRIMARY KEY (party, number),
  UNIQUE (party, effective_from),
  CONSTRAINT never_back_dated CHECK (effective_from >= agreed_at)
);

-- What became of a statement after it was issued. The state of the statement is that of its last event.
CREATE TABLE ciyuan.statement_event (
  run_id         bigint NOT NULL,
  party          text NOT NULL,
  currency       text NOT NULL,
  number         integer NOT NULL,
  state          text NOT NULL,
  at             timestamptz NOT NULL,
  by             text NOT NULL,
  -- On whose word somebody else confirms in the party's name.
  note           text,
  -- The statement whose month made the minimum payout: what was carried until then is invoiced and paid with it.
  payout_run_id  bigint,
  -- Number of the party's invoice, or the bank's reference; its date; the amount of the whole payout.
  document       text,
  document_date  date,
  amount_fen     bigint,
  -- Who recorded the invoice that is approved, and to whom it is to be paid.
  invoice_by     text,
  payee          text,
  -- The terms in force when the statement was issued; null where nothing was agreed.
  terms_from     timestamptz,
  digest         text NOT NULL,
  PRIMARY KEY (run_id, party, currency, number),
  FOREIGN KEY (run_id, party, currency) REFERENCES ciyuan.statement (run_id, party, currency),
  FOREIGN KEY (payout_run_id, party, currency) REFERENCES ciyuan.statement (run_id, party, currency),
  CONSTRAINT in_order CHECK (CASE number WHEN 1 THEN state IN ('confirmed','deemed_confirmed')
    WHEN 2 THEN state = 'invoice_received' WHEN 3 THEN state = 'payment_approved' WHEN 4 THEN state = 'paid'
    ELSE false END),
  CONSTRAINT deemed_by_the_clock CHECK (state <> 'deemed_confirmed' OR by = 'clock'),
  CONSTRAINT in_its_name_with_a_note CHECK ((state = 'confirmed' AND by <> party) = (note IS NOT NULL)),
  CONSTRAINT of_a_payout CHECK ((number > 1) = (payout_run_id IS NOT NULL AND amount_fen IS NOT NULL)),
  CHECK (amount_fen > 0),
  CONSTRAINT with_a_document CHECK ((state IN ('invoice_received','paid')) = (document IS NOT NULL)
    AND (document IS NULL) = (document_date IS NULL)),
  CONSTRAINT two_pairs_of_eyes CHECK ((state = 'payment_approved') = (invoice_by IS NOT NULL) AND invoice_by <> by),
  CHECK (payee IS NULL OR state = 'payment_approved')
);
-- One invoice is paid once; the statements that were carried into its payout name it, too.
CREATE UNIQUE INDEX one_use_of_an_invoice ON ciyuan.statement_event (party, currency, document)
  WHERE state = 'invoice_received' AND run_id = payout_run_id;
CREATE INDEX statement_to_confirm ON ciyuan.statement (issued_at) WHERE state = 'issued';
CREATE INDEX statement_of_party ON ciyuan.statement (party, currency, month);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ciyuan.party_terms
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ciyuan.statement_event
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
GRANT SELECT, INSERT ON ciyuan.party_terms, ciyuan.statement_event TO ciyuan_app;
GRANT EXECUTE ON FUNCTION ciyuan.chained_digest(text, anyelement) TO ciyuan_app;

-- Statements that nobody answered are confirmed by a job.
ALTER TABLE ciyuan.job_run DROP CONSTRAINT known_kind;
ALTER TABLE ciyuan.job_run ADD CONSTRAINT known_kind
  CHECK (kind IN ('settlement','expiry','renewal','export','order_import','confirmation'));
