-- Files of a customer's cost and usage are written by a job.
ALTER TABLE ciyuan.job_run DROP CONSTRAINT known_kind;
ALTER TABLE ciyuan.job_run ADD CONSTRAINT known_kind
  CHECK (kind IN ('settlement','expiry','renewal','export','order_import','confirmation','billing','reconciliation',
                  'focus_export'));
