-- What of a party's share of a month waits until its revenue is invoiced or collected, statement by statement: it never
-- changes the share. A month is there with its own statement, and with each later one until nothing is held.
CREATE TABLE ciyuan.statement_basis (
  run_id          bigint NOT NULL,
  party           text NOT NULL,
  currency        text NOT NULL,
  month           text NOT NULL CHECK (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  basis           text NOT NULL CHECK (basis IN ('invoiced','collected')),
  -- The lines of the month's own shares that are above 0, and what has been taken back of them since.
  share_fen       bigint NOT NULL CHECK (share_fen > 0),
  taken_back_fen  bigint NOT NULL CHECK (taken_back_fen >= 0),
  held_before_fen bigint NOT NULL CHECK (held_before_fen >= 0),
  held_fen        bigint NOT NULL CHECK (held_fen >= 0),
  PRIMARY KEY (run_id, party, currency, month),
  FOREIGN KEY (run_id, party, currency) REFERENCES ciyuan.statement (run_id, party, currency),
  CONSTRAINT holds_no_more_than_is_left CHECK (held_fen <= greatest(share_fen - taken_back_fen, 0))
);
CREATE INDEX basis_of_party ON ciyuan.statement_basis (party, currency, month);

-- What a run knew of an account's month: its revenue, that of the months before it, and the money that covers both.
CREATE TABLE ciyuan.account_cover (
  account_id bigint NOT NULL REFERENCES ciyuan.account (account_id),
  run_id     bigint NOT NULL REFERENCES ciyuan.settlement_run (id),
  currency   text NOT NULL,
  month      text NOT NULL CHECK (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  basis      text NOT NULL CHECK (basis IN ('invoiced','collected')),
  earlier    numeric(38,12) NOT NULL CHECK (earlier >= 0),
  revenue    numeric(38,12) NOT NULL CHECK (revenue >= 0),
  money      numeric(38,12) NOT NULL,
  PRIMARY KEY (account_id, run_id, currency, month, basis)
);
CREATE INDEX cover_of_run ON ciyuan.account_cover (run_id, month, basis);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['statement_basis', 'account_cover'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ciyuan.%I
                      FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change()', name);
    EXECUTE format('GRANT SELECT, INSERT ON ciyuan.%I TO ciyuan_app', name);
  END LOOP;
END $$;
