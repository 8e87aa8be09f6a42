-- A run is the settlement of its month, or an indication of it: a proforma is never signed, issued or set aside, and
-- counts versions of its own.
ALTER TABLE ciyuan.settlement_run
  ADD COLUMN kind text NOT NULL DEFAULT 'settlement',
  ADD CONSTRAINT known_kind CHECK (kind IN ('settlement','proforma')),
  DROP CONSTRAINT settlement_run_month_version_key,
  ADD CONSTRAINT one_version UNIQUE (month, kind, version),
  ADD CONSTRAINT id_and_kind UNIQUE (id, kind),
  ADD CONSTRAINT proforma_stays_calculated CHECK (kind <> 'proforma'
    OR (state = 'calculated' AND approved_at IS NULL AND approved_by IS NULL AND posted_at IS NULL));
ALTER TABLE ciyuan.statement
  ADD COLUMN kind text NOT NULL DEFAULT 'settlement',
  ADD CONSTRAINT kind_of_its_run FOREIGN KEY (run_id, kind) REFERENCES ciyuan.settlement_run (id, kind),
  ADD CONSTRAINT proforma_stays_calculated CHECK (kind <> 'proforma' OR (state = 'calculated' AND issued_at IS NULL));

-- Why a figure of a run that is far from last month's is right, by somebody else than who made the run.
CREATE TABLE ciyuan.variance_acknowledgement (
  run_id  bigint NOT NULL REFERENCES ciyuan.settlement_run (id),
  number  integer NOT NULL CHECK (number > 0),
  -- Kind, party, currency and, where it is about one, model: what a finding is known by within its run.
  finding text NOT NULL,
  reason  text NOT NULL CHECK (reason <> ''),
  by      text NOT NULL,
  at      timestamptz NOT NULL,
  digest  text NOT NULL,
  PRIMARY KEY (run_id, number),
  CONSTRAINT acknowledged_once UNIQUE (run_id, finding)
);
-- What was asked of a run when it was signed: the policy of that instant, and all that had to be acknowledged.
CREATE TABLE ciyuan.variance_review (
  run_id            bigint PRIMARY KEY REFERENCES ciyuan.settlement_run (id),
  policy_version_id bigint NOT NULL REFERENCES ciyuan.catalogue_document (id),
  findings          text[] NOT NULL,
  by                text NOT NULL,
  at                timestamptz NOT NULL,
  digest            text NOT NULL
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ciyuan.variance_acknowledgement
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ciyuan.variance_review
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
GRANT SELECT, INSERT ON ciyuan.variance_acknowledgement, ciyuan.variance_review TO ciyuan_app;
