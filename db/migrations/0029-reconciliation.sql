-- Usage as it stands: each record with whatever corrects it, in one row; a void one is not there.
CREATE VIEW ciyuan.standing_usage AS
WITH standing AS (
  SELECT e.account_id, e.at, e.record_sequence, e.partner, e.source, e.record_id, e.model, e.vendor, e.compute_owner,
         min(e.accounting_month) FILTER (WHERE e.kind = 'record') AS accounting_month,
         max(e.batch_id) AS last_batch_id, max(e.base_plan_version_id) AS plan_version_id, max(e.grant_number) AS grant_number,
         sum(coalesce(e.input, 0)) AS input,
         sum(coalesce(e.cached_input, 0)) AS cached_input,
         sum(coalesce(e.cache_write, 0)) AS cache_write,
         sum(coalesce(e.cache_write_1h, 0)) AS cache_write_1h,
         sum(coalesce(e.output, 0)) AS output,
         sum(coalesce(e.reasoning, 0)) AS reasoning,
         sum(coalesce(e.image_input, 0)) AS image_input,
         sum(coalesce(e.audio_input, 0)) AS audio_input,
         sum(coalesce(e.video_input, 0)) AS video_input,
         sum(coalesce(e.image_output, 0)) AS image_output,
         sum(coalesce(e.audio_output, 0)) AS audio_output,
         sum(coalesce(e.video_output, 0)) AS video_output,
         sum(coalesce(e.requests, 0)) AS requests,
         sum(coalesce(e.tool_calls, 0)) AS tool_calls,
         sum(coalesce(e.images, 0)) AS images,
         sum(coalesce(e.seconds, 0)) AS seconds,
         sum(coalesce(e.characters, 0)) AS characters,
         sum(coalesce(e.pages, 0)) AS pages,
         sum(e.recognised_gross + e.usage_gross) AS gross, sum(coalesce(e.vendor_cost, 0)) AS vendor_cost,
         sum(coalesce(e.compute_cost, 0)) AS compute_cost
    FROM ciyuan.usage_entry AS e
   GROUP BY e.account_id, e.at, e.record_sequence, e.partner, e.source, e.record_id, e.model, e.vendor, e.compute_owner
  HAVING sum(e.records) > 0
)
SELECT s.*, a.code AS tenant,
       coalesce(p.body ->> 'currency', (
         SELECT d.body ->> 'currency' FROM ciyuan.grant_bucket AS g
           JOIN ciyuan.catalogue_document AS d ON d.id = g.plan_version_id
          WHERE g.account_id = s.account_id AND g.number = s.grant_number), a.currency) AS currency
  FROM standing AS s JOIN ciyuan.account AS a USING (account_id)
  LEFT JOIN ciyuan.catalogue_document AS p ON p.id = s.plan_version_id;
GRANT SELECT ON ciyuan.standing_usage TO ciyuan_app;

-- How near a partner's figures must come to ours, and what its columns are called. A later row replaces it from its own
-- instant on, never before.
CREATE TABLE ciyuan.reconciliation_agreement (
  party          text NOT NULL REFERENCES ciyuan.party (code),
  number         integer NOT NULL CHECK (number > 0),
  effective_from timestamptz NOT NULL,
  -- Tokens, or units of another counter; a share of our own figure; whether one of both is enough.
  token_absolute numeric(38,0) NOT NULL CHECK (token_absolute >= 0),
  token_relative numeric(12,6) NOT NULL CHECK (token_relative BETWEEN 0 AND 1),
  token_rule     text NOT NULL CHECK (token_rule IN ('any','all')),
  money_absolute numeric(38,12) NOT NULL CHECK (money_absolute >= 0),
  money_relative numeric(12,6) NOT NULL CHECK (money_relative BETWEEN 0 AND 1),
  money_rule     text NOT NULL CHECK (money_rule IN ('any','all')),
  -- Our name of a column: theirs. What is not there is called as we call it.
  columns        jsonb NOT NULL CHECK (jsonb_typeof(columns) = 'object'),
  agreed_at      timestamptz NOT NULL,
  agreed_by      text NOT NULL,
  digest         text NOT NULL,
  PRIMARY KEY (party, number),
  UNIQUE (party, effective_from),
  CONSTRAINT never_back_dated CHECK (effective_from >= agreed_at)
);

-- A partner's file of a month, and what became of it beside our own figures.
CREATE TABLE ciyuan.reconciliation_run (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  party          text NOT NULL REFERENCES ciyuan.party (code),
  -- As whom it speaks, and so which of our figures are meant.
  role           text NOT NULL CHECK (role IN ('reporter','vendor','compute_owner','settlement')),
  month          text NOT NULL CHECK (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  level          text NOT NULL CHECK (level IN ('records','hours','statement')),
  currency       text NOT NULL,
  file_name      text NOT NULL,
  file_format    text NOT NULL CHECK (file_format IN ('csv','csv_gzip','xlsx')),
  -- SHA-256 of the bytes as they came.
  file_digest    text NOT NULL CHECK (file_digest ~ '^[0-9a-f]{64}$'),
  columns        jsonb NOT NULL CHECK (jsonb_typeof(columns) = 'object'),
  -- Null where nothing was agreed.
  agreement      integer,
  token_absolute numeric(38,0) NOT NULL,
  token_relative numeric(12,6) NOT NULL,
  token_rule     text NOT NULL,
  money_absolute numeric(38,12) NOT NULL,
  money_relative numeric(12,6) NOT NULL,
  money_rule     text NOT NULL,
  requested_by   text NOT NULL,
  requested_at   timestamptz NOT NULL,
  state          text NOT NULL CHECK (state IN ('received','matched','failed')),
  ended_at       timestamptz,
  -- Lines of the file that say something; what was wrong with some of them.
  row_count      integer CHECK (row_count >= 0),
  -- Whether it states tokens, and amounts, at all.
  states_tokens  boolean,
  states_money   boolean,
  faults         jsonb,
  digest         text NOT NULL,
  FOREIGN KEY (party, agreement) REFERENCES ciyuan.reconciliation_agreement (party, number),
  CONSTRAINT level_of_role CHECK (CASE level WHEN 'records' THEN role = 'reporter'
    WHEN 'statement' THEN role = 'settlement' ELSE role <> 'settlement' END),
  CHECK ((state = 'received') = (ended_at IS NULL)),
  CHECK ((state = 'matched') = (row_count IS NOT NULL) AND (row_count IS NULL) = (states_money IS NULL)
    AND (row_count IS NULL) = (states_tokens IS NULL)),
  CHECK ((state = 'failed') = (faults IS NOT NULL)),
  CHECK (ended_at >= requested_at)
);
-- The same file again is the same run, unless nothing could be made of it.
CREATE UNIQUE INDEX reconciliation_once ON ciyuan.reconciliation_run (party, role, month, level, currency, file_digest)
  WHERE state <> 'failed';
CREATE INDEX reconciliation_of_party ON ciyuan.reconciliation_run (party, month);

CREATE TABLE ciyuan.reconciliation_file_part (
  run_id  bigint NOT NULL REFERENCES ciyuan.reconciliation_run (id),
  part    integer NOT NULL CHECK (part > 0),
  content bytea NOT NULL,
  PRIMARY KEY (run_id, part)
);

-- What each side comes to, outcome by outcome; equal keys stand here alone.
CREATE TABLE ciyuan.reconciliation_total (
  run_id       bigint NOT NULL REFERENCES ciyuan.reconciliation_run (id),
  outcome      text NOT NULL CHECK (outcome IN ('ours_only','theirs_only','late','quantity','price','within_tolerance','equal')),
  keys         integer NOT NULL CHECK (keys >= 0),
  our_keys     integer NOT NULL,
  our_tokens   numeric(38,0) NOT NULL,
  our_amount   numeric(38,12) NOT NULL,
  their_keys   integer NOT NULL,
  their_tokens numeric(38,0) NOT NULL,
  their_amount numeric(38,12) NOT NULL,
  digest       text NOT NULL,
  PRIMARY KEY (run_id, outcome),
  CONSTRAINT sides_of_outcome CHECK (our_keys = CASE outcome WHEN 'theirs_only' THEN 0 ELSE keys END
    AND their_keys = CASE outcome WHEN 'ours_only' THEN 0 ELSE keys END)
);

CREATE TABLE ciyuan.reconciliation_difference (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  run_id       bigint NOT NULL REFERENCES ciyuan.reconciliation_run (id),
  -- Source and record id; or hour, tenant and model; or plan, model and kind.
  key          text COLLATE "C" NOT NULL,
  outcome      text NOT NULL CHECK (outcome IN ('ours_only','theirs_only','late','quantity','price','within_tolerance')),
  at           timestamptz,
  model        text,
  tenant       text,
  plan         text,
  kind         text,
  -- The accounting month of ours; the line of theirs in their file.
  our_month    text,
  our_counts   jsonb,
  our_tokens   numeric(38,0) NOT NULL,
  our_amount   numeric(38,12) NOT NULL,
  their_line   integer,
  their_counts jsonb,
  their_tokens numeric(38,0) NOT NULL,
  their_amount numeric(38,12) NOT NULL,
  -- Theirs less ours; nothing of what their file does not state at all.
  tokens_apart numeric(38,0) NOT NULL,
  amount_apart numeric(38,12) NOT NULL,
  digest       text NOT NULL,
  UNIQUE (run_id, key),
  CONSTRAINT sides_of_outcome CHECK ((our_counts IS NULL) = (outcome = 'theirs_only')
    AND (their_counts IS NULL) = (outcome = 'ours_only') AND (their_counts IS NULL) = (their_line IS NULL)),
  CHECK (our_counts IS NOT NULL OR (our_tokens, our_amount) = (0, 0)),
  CHECK (their_counts IS NOT NULL OR (their_tokens, their_amount) = (0, 0)),
  CHECK (tokens_apart IN (0, their_tokens - our_tokens) AND amount_apart IN (0, their_amount - our_amount))
);
CREATE INDEX reconciliation_difference_outcome ON ciyuan.reconciliation_difference (run_id, outcome);

-- Each time that somebody said what is done about differences of a run, and of how many.
CREATE TABLE ciyuan.reconciliation_decision (
  run_id   bigint NOT NULL REFERENCES ciyuan.reconciliation_run (id),
  number   integer NOT NULL CHECK (number > 0),
  resolved integer NOT NULL CHECK (resolved > 0),
  state    text NOT NULL CHECK (state IN ('accepted_ours','accepted_theirs','to_dispute')),
  reason   text NOT NULL CHECK (reason <> ''),
  by       text NOT NULL,
  at       timestamptz NOT NULL,
  digest   text NOT NULL,
  PRIMARY KEY (run_id, number)
);

-- What was done about a difference; the last one says where it stands.
CREATE TABLE ciyuan.reconciliation_resolution (
  difference_id bigint NOT NULL REFERENCES ciyuan.reconciliation_difference (id),
  number        integer NOT NULL CHECK (number > 0),
  run_id        bigint NOT NULL,
  decision      integer NOT NULL,
  digest        text NOT NULL,
  PRIMARY KEY (difference_id, number),
  FOREIGN KEY (run_id, decision) REFERENCES ciyuan.reconciliation_decision (run_id, number)
);
CREATE INDEX reconciliation_resolution_decision ON ciyuan.reconciliation_resolution (run_id, decision);

CREATE TRIGGER lawful_state BEFORE UPDATE ON ciyuan.reconciliation_run
  FOR EACH ROW WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION ciyuan.refuse_lawless_state(
    'received to matched', 'received to failed');
-- What it came to stands.
CREATE TRIGGER ended BEFORE UPDATE ON ciyuan.reconciliation_run
  FOR EACH ROW WHEN (OLD.ended_at IS NOT NULL) EXECUTE FUNCTION ciyuan.refuse_change();
CREATE TRIGGER kept BEFORE DELETE OR TRUNCATE ON ciyuan.reconciliation_run
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ciyuan.reconciliation_agreement
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ciyuan.reconciliation_file_part
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ciyuan.reconciliation_total
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ciyuan.reconciliation_difference
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ciyuan.reconciliation_decision
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ciyuan.reconciliation_resolution
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
GRANT SELECT, INSERT ON ciyuan.reconciliation_agreement, ciyuan.reconciliation_run, ciyuan.reconciliation_file_part,
  ciyuan.reconciliation_total, ciyuan.reconciliation_difference, ciyuan.reconciliation_decision,
  ciyuan.reconciliation_resolution TO ciyuan_app;
GRANT UPDATE (state, ended_at, row_count, states_tokens, states_money, faults, digest) ON ciyuan.reconciliation_run TO ciyuan_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA ciyuan TO ciyuan_app;
