-- Work in parts: a run begins once all runs that name it as their parent have ended. All of them are asked for at once,
-- by one person.
ALTER TABLE ciyuan.job_run
  ADD COLUMN parent_id bigint,
  ADD CONSTRAINT as_asked_for UNIQUE (id, requested_by, requested_at),
  ADD CONSTRAINT asked_for_with_its_parent FOREIGN KEY (parent_id, requested_by, requested_at)
    REFERENCES ciyuan.job_run (id, requested_by, requested_at),
  ADD CONSTRAINT behind_its_parent CHECK (parent_id < id),
  -- Who asks again asks for all of it.
  ADD CONSTRAINT no_key_of_its_own CHECK (parent_id IS NULL OR request_key IS NULL);
CREATE INDEX job_run_children ON ciyuan.job_run (parent_id, state) WHERE parent_id IS NOT NULL;

-- Accounts with voids are rated anew before their month is settled, a range of accounts in a job.
ALTER TABLE ciyuan.job_run DROP CONSTRAINT known_kind;
ALTER TABLE ciyuan.job_run ADD CONSTRAINT known_kind
  CHECK (kind IN ('settlement','expiry','renewal','export','order_import','confirmation','billing','reconciliation',
                  'focus_export','re_rating'));
