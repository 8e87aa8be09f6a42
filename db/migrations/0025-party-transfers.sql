-- What was decided to move between a party and the operator outside every split; the next month that is issued takes it.
CREATE TABLE ciyuan.party_transfer (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind         text NOT NULL CHECK (kind IN ('dispute','clawback')),
  party        text NOT NULL REFERENCES ciyuan.party (code),
  currency     text NOT NULL,
  -- The month that it is about, and the first one that may issue it.
  origin_month text NOT NULL CHECK (origin_month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  month        text NOT NULL CHECK (month ~ '^\d{4}-(0[1-9]|1[0-2])$' AND month >= origin_month),
  -- Hundredths of the currency that the party has more; below zero it gives them back.
  share_fen    bigint NOT NULL CHECK (share_fen <> 0),
  reference    text NOT NULL CHECK (reference ~ '^[A-Za-z0-9][A-Za-z0-9_.:@-]{0,127}$'),
  decided_by   text NOT NULL,
  decided_at   timestamptz NOT NULL,
  CONSTRAINT moved_once UNIQUE (kind, reference)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ciyuan.party_transfer
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
GRANT SELECT, INSERT ON ciyuan.party_transfer TO ciyuan_app;

-- With whom something moved, and what for.
ALTER TABLE ciyuan.statement_line ADD COLUMN counterparty text REFERENCES ciyuan.party (code);
ALTER TABLE ciyuan.statement_line ADD COLUMN reference text;
ALTER TABLE ciyuan.statement_line DROP CONSTRAINT statement_line_line_kind_check;
ALTER TABLE ciyuan.statement_line DROP CONSTRAINT statement_line_check;
ALTER TABLE ciyuan.statement_line ADD CONSTRAINT known_line_kind CHECK (line_kind IN ('share','guarantee','adjustment',
  'dispute','clawback','recoupment','commitment'));
ALTER TABLE ciyuan.statement_line ADD CONSTRAINT of_a_split
  CHECK ((line_kind IN ('share','guarantee')) = (split_rule_version_id IS NOT NULL));
ALTER TABLE ciyuan.statement_line ADD CONSTRAINT moved_for_something
  CHECK (num_nonnulls(counterparty, reference) = CASE WHEN line_kind IN ('share','guarantee','adjustment') THEN 0 ELSE 2 END
         AND counterparty <> party);
CREATE INDEX statement_line_moved ON ciyuan.statement_line (line_kind, reference) WHERE reference IS NOT NULL;
