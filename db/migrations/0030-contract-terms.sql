-- What is agreed about statements stands in the party's contract, a document like all others; these terms were never
-- kept outside a trial, so nothing of them is carried over.
DROP TABLE ciyuan.party_terms;

-- What is paid later, and what is paid now of earlier months: neither changes a share.
ALTER TABLE ciyuan.statement ADD COLUMN held_fen bigint NOT NULL DEFAULT 0 CHECK (held_fen >= 0);
ALTER TABLE ciyuan.statement ADD COLUMN released_fen bigint NOT NULL DEFAULT 0 CHECK (released_fen >= 0);
ALTER TABLE ciyuan.statement DROP CONSTRAINT statement_check;
ALTER TABLE ciyuan.statement ADD CONSTRAINT statement_check
  CHECK (payable_fen = share_fen + vat_fen - withholding_fen - held_fen + released_fen);

-- A month's holdback, and its release: whole, in the first statement of its release month or later.
CREATE TABLE ciyuan.statement_holdback (
  run_id        bigint NOT NULL,
  party         text NOT NULL,
  currency      text NOT NULL,
  kind          text NOT NULL CHECK (kind IN ('held','released')),
  held_month    text NOT NULL CHECK (held_month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  release_month text NOT NULL CHECK (release_month ~ '^\d{4}-(0[1-9]|1[0-2])$' AND release_month > held_month),
  fen           bigint NOT NULL CHECK (fen > 0),
  PRIMARY KEY (run_id, party, currency, kind, held_month),
  FOREIGN KEY (run_id, party, currency) REFERENCES ciyuan.statement (run_id, party, currency)
);
CREATE INDEX holdback_of_party ON ciyuan.statement_holdback (party, currency, held_month);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ciyuan.statement_holdback
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
GRANT SELECT, INSERT ON ciyuan.statement_holdback TO ciyuan_app;

-- The top-up to a minimum: for good, or as an advance that is given back.
ALTER TABLE ciyuan.statement_line DROP CONSTRAINT known_line_kind;
ALTER TABLE ciyuan.statement_line ADD CONSTRAINT known_line_kind CHECK (line_kind IN ('share','guarantee','adjustment',
  'dispute','clawback','minimum','advance','recoupment','commitment','conversion'));

-- Revenue that did not last: whose shares of which lines are taken back, and what each party gives. Digests run through
-- the request, its parts and its decision.
CREATE TABLE ciyuan.clawback (
  -- Without a gap, under a lock: the digest of the one before runs on.
  id            bigint PRIMARY KEY CHECK (id > 0),
  origin_month  text NOT NULL CHECK (origin_month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  currency      text NOT NULL,
  -- Of one party alone, of one plan, of one model; null of all.
  party         text REFERENCES ciyuan.party (code),
  plan          text,
  model         text,
  -- Hundredths of the net that was shared, and what of it did not last.
  shared_fen    bigint NOT NULL CHECK (shared_fen > 0),
  revenue_fen   bigint NOT NULL CHECK (revenue_fen > 0 AND revenue_fen <= shared_fen),
  reason        text NOT NULL,
  requested_by  text NOT NULL,
  requested_at  timestamptz NOT NULL,
  digest        text NOT NULL
);
CREATE TABLE ciyuan.clawback_part (
  clawback_id   bigint NOT NULL REFERENCES ciyuan.clawback (id),
  number        integer NOT NULL CHECK (number > 0),
  party         text NOT NULL REFERENCES ciyuan.party (code),
  -- What the party had of the lines, and what it has less of them.
  shared_fen    bigint NOT NULL,
  share_fen     bigint NOT NULL CHECK (share_fen <> 0),
  digest        text NOT NULL,
  PRIMARY KEY (clawback_id, number),
  UNIQUE (clawback_id, party)
);
CREATE TABLE ciyuan.clawback_decision (
  clawback_id   bigint PRIMARY KEY REFERENCES ciyuan.clawback (id),
  state         text NOT NULL CHECK (state IN ('approved','rejected')),
  -- The first month that issues it.
  month         text CHECK (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  requested_by  text NOT NULL,
  decided_by    text NOT NULL,
  decided_at    timestamptz NOT NULL,
  note          text,
  digest        text NOT NULL,
  CONSTRAINT approved_for_a_month CHECK ((state = 'approved') = (month IS NOT NULL)),
  CONSTRAINT two_pairs_of_eyes CHECK (decided_by <> requested_by)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ciyuan.clawback
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ciyuan.clawback_part
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ciyuan.clawback_decision
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
GRANT SELECT, INSERT ON ciyuan.clawback, ciyuan.clawback_part, ciyuan.clawback_decision TO ciyuan_app;
