-- One calculation of a month. Before issue a re-run is a new version; after it the month is closed.
CREATE TABLE ciyuan.settlement_run (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  month         text NOT NULL CHECK (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  version       integer NOT NULL CHECK (version > 0),
  state         text NOT NULL CHECK (state IN ('open','calculated','in_review','approved','posted','superseded')),
  -- SHA-256 over what was read: issuing refuses when the roll-ups have moved on since.
  input_digest  text NOT NULL,
  created_at    timestamptz NOT NULL,
  created_by    text NOT NULL,
  approved_at   timestamptz,
  approved_by   text,
  posted_at     timestamptz,
  UNIQUE (month, version),
  CONSTRAINT two_pairs_of_eyes CHECK (approved_by IS NULL OR approved_by <> created_by),
  CHECK (state NOT IN ('approved','posted') OR approved_by IS NOT NULL),
  CHECK ((state = 'posted') = (posted_at IS NOT NULL))
);
-- A month is issued once; what comes later for it is an adjustment in a later month.
CREATE UNIQUE INDEX one_posted_run ON ciyuan.settlement_run (month) WHERE state = 'posted';

-- What issuing a run wrote: its journal, on the operator's own account 0.
CREATE TABLE ciyuan.settlement_posting (
  run_id          bigint PRIMARY KEY REFERENCES ciyuan.settlement_run (id),
  month           text NOT NULL UNIQUE,
  batch_id        bigint NOT NULL UNIQUE,
  -- Records of the month that were still in suspense, and that somebody decided not to wait for.
  waived_suspense integer NOT NULL CHECK (waived_suspense >= 0),
  waived_costs    integer NOT NULL CHECK (waived_costs >= 0),
  posted_by       text NOT NULL,
  posted_at       timestamptz NOT NULL
);

-- One split: one rule version, currency and origin month. Of a month before the run's: what it is restated to, less
-- what was issued for it.
CREATE TABLE ciyuan.settlement_split (
  run_id                bigint NOT NULL REFERENCES ciyuan.settlement_run (id),
  origin_month          text NOT NULL,
  split_rule_version_id bigint NOT NULL REFERENCES ciyuan.catalogue_document (id),
  currency              text NOT NULL,
  line_count            integer NOT NULL,
  -- Fen.
  paid_fen              bigint NOT NULL,
  net_fen               bigint NOT NULL,
  tax_fen               bigint NOT NULL,
  -- The part of the tax that no sale has fixed: that of pay-as-you-go; on top of what was charged, or in it.
  usage_tax_fen         bigint NOT NULL,
  usage_tax_on_top      boolean NOT NULL,
  PRIMARY KEY (run_id, origin_month, split_rule_version_id, currency),
  CHECK (net_fen + tax_fen = paid_fen)
);

CREATE TABLE ciyuan.statement (
  run_id          bigint NOT NULL REFERENCES ciyuan.settlement_run (id),
  party           text NOT NULL REFERENCES ciyuan.party (code),
  currency        text NOT NULL,
  month           text NOT NULL,
  version         integer NOT NULL,
  state           text NOT NULL CHECK (state IN ('calculated','in_review','approved','issued','confirmed',
                    'deemed_confirmed','disputed','invoice_received','payment_approved','paid','superseded')),
  share_fen       bigint NOT NULL,
  vat_fen         bigint NOT NULL,
  withholding_fen bigint NOT NULL,
  payable_fen     bigint NOT NULL,
  issued_at       timestamptz,
  PRIMARY KEY (run_id, party, currency),
  CHECK (payable_fen = share_fen + vat_fen - withholding_fen)
);
-- One issued statement for a party, a currency and a month.
CREATE UNIQUE INDEX one_issued_statement ON ciyuan.statement (month, party, currency)
  WHERE state NOT IN ('calculated','in_review','approved','superseded');
CREATE INDEX statement_of_month ON ciyuan.statement (month, party);

CREATE TABLE ciyuan.statement_line (
  run_id                bigint NOT NULL,
  party                 text NOT NULL,
  currency              text NOT NULL,
  line                  integer NOT NULL,
  origin_month          text NOT NULL,
  -- share: a line of the month's revenue; guarantee: its top-up; adjustment: an earlier month restated less what
  -- was issued for it.
  line_kind             text NOT NULL CHECK (line_kind IN ('share','guarantee','adjustment')),
  -- Null for an adjustment, which is of all rules of its month.
  split_rule_version_id bigint REFERENCES ciyuan.catalogue_document (id),
  plan_version_id       bigint REFERENCES ciyuan.catalogue_document (id),
  model                 text,
  vendor                text,
  compute_owner         text,
  channel               text,
  chip_kind             text,
  kind                  text,
  paid                  boolean,
  records               bigint NOT NULL,
  tokens                numeric(38,0) NOT NULL,
  gross                 numeric(38,12) NOT NULL,
  share_fen             bigint NOT NULL,
  PRIMARY KEY (run_id, party, currency, line),
  FOREIGN KEY (run_id, party, currency) REFERENCES ciyuan.statement (run_id, party, currency),
  CHECK ((line_kind = 'adjustment') = (split_rule_version_id IS NULL)),
  CHECK ((line_kind = 'share') = (plan_version_id IS NOT NULL AND kind IS NOT NULL AND paid IS NOT NULL))
);
CREATE INDEX statement_line_origin ON ciyuan.statement_line (origin_month, party, currency);

-- What is signed stays signed: only the state moves, and a signature that is not there yet can be given.
CREATE FUNCTION ciyuan.refuse_changed_figures() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM jsonb_each(to_jsonb(OLD)) AS o JOIN jsonb_each(to_jsonb(NEW)) AS n USING (key)
              WHERE o.value <> n.value AND key <> 'state'
                AND NOT (o.value = 'null' AND key IN ('issued_at','approved_at','approved_by','posted_at'))) THEN
    RAISE EXCEPTION 'the figures of a % never change', TG_TABLE_NAME USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
-- States go forward: the trigger's arguments name each step that there is.
CREATE FUNCTION ciyuan.refuse_lawless_state() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE step text := OLD.state || ' to ' || NEW.state;
BEGIN
  FOR i IN 0 .. TG_NARGS - 1 LOOP
    IF TG_ARGV[i] = step THEN RETURN NEW; END IF;
  END LOOP;
  RAISE EXCEPTION 'a % does not go from %', TG_TABLE_NAME, step USING ERRCODE = '42501';
END $$;
CREATE TRIGGER lawful_state BEFORE UPDATE ON ciyuan.settlement_run
  FOR EACH ROW WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION ciyuan.refuse_lawless_state(
    'open to calculated', 'calculated to in_review', 'calculated to approved', 'in_review to approved',
    'approved to posted', 'open to superseded', 'calculated to superseded', 'in_review to superseded',
    'approved to superseded');
CREATE TRIGGER lawful_state BEFORE UPDATE ON ciyuan.statement
  FOR EACH ROW WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION ciyuan.refuse_lawless_state(
    'calculated to in_review', 'calculated to approved', 'in_review to approved', 'approved to issued',
    'calculated to superseded', 'in_review to superseded', 'approved to superseded', 'issued to confirmed',
    'issued to deemed_confirmed', 'issued to disputed', 'disputed to confirmed', 'confirmed to invoice_received',
    'deemed_confirmed to invoice_received', 'invoice_received to payment_approved', 'payment_approved to paid');
CREATE TRIGGER figures_stand BEFORE UPDATE ON ciyuan.settlement_run
  FOR EACH ROW EXECUTE FUNCTION ciyuan.refuse_changed_figures();
CREATE TRIGGER figures_stand BEFORE UPDATE ON ciyuan.statement
  FOR EACH ROW EXECUTE FUNCTION ciyuan.refuse_changed_figures();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ciyuan.statement_line
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ciyuan.settlement_split
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
CREATE TRIGGER kept BEFORE DELETE OR TRUNCATE ON ciyuan.statement
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
CREATE TRIGGER kept BEFORE DELETE OR TRUNCATE ON ciyuan.settlement_run
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ciyuan.settlement_posting
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
