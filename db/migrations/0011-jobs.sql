-- One piece of long work that somebody asked for, or that fell due. This row says where it stands; a queue only says
-- that it is worth looking at.
CREATE TABLE ciyuan.job_run (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind         text NOT NULL CONSTRAINT known_kind CHECK (kind IN ('settlement','expiry','renewal','export')),
  parameters   jsonb NOT NULL,
  -- Asking twice under one key is asking once.
  request_key  text UNIQUE,
  state        text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued','running','done','failed')),
  done_steps   integer NOT NULL DEFAULT 0 CHECK (done_steps >= 0),
  -- Null while nobody knows how much there is to do.
  total_steps  integer CHECK (total_steps >= done_steps),
  result       jsonb,
  -- Why the last attempt did not come to its end.
  error        text,
  -- How often it was begun: also which attempt may write here, so that one that was given up cannot.
  attempts     integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  requested_by text NOT NULL,
  requested_at timestamptz NOT NULL,
  -- Of the latest attempt.
  started_at   timestamptz,
  -- When it was last heard of: by its worker, or of its coming back to the queue.
  heartbeat_at timestamptz NOT NULL,
  finished_at  timestamptz,
  CHECK ((state = 'done') = (result IS NOT NULL)),
  CHECK ((state IN ('done','failed')) = (finished_at IS NOT NULL)),
  CHECK (state <> 'failed' OR error IS NOT NULL),
  CHECK (state <> 'running' OR (started_at IS NOT NULL AND attempts > 0))
);
CREATE INDEX job_run_open ON ciyuan.job_run (id) WHERE state IN ('queued','running');

CREATE TRIGGER lawful_state BEFORE UPDATE ON ciyuan.job_run
  FOR EACH ROW WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION ciyuan.refuse_lawless_state(
    'queued to running', 'running to queued', 'running to done', 'running to failed', 'queued to failed');
-- How it ended stands.
CREATE TRIGGER ended BEFORE UPDATE ON ciyuan.job_run
  FOR EACH ROW WHEN (OLD.finished_at IS NOT NULL) EXECUTE FUNCTION ciyuan.refuse_change();
CREATE TRIGGER kept BEFORE DELETE OR TRUNCATE ON ciyuan.job_run
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();

GRANT SELECT, INSERT ON ciyuan.job_run TO ciyuan_app;
GRANT UPDATE (state, done_steps, total_steps, result, error, attempts, started_at, heartbeat_at, finished_at)
  ON ciyuan.job_run TO ciyuan_app;

-- The version of a month that a job made: a job that breaks off after it was committed finds it again.
ALTER TABLE ciyuan.settlement_run ADD COLUMN job_run_id bigint UNIQUE REFERENCES ciyuan.job_run (id);

-- What is still to be told.
CREATE INDEX outbox_unpublished ON ciyuan.outbox (topic, batch_id) WHERE published_at IS NULL;
