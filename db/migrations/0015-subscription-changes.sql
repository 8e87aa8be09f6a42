-- How long a subscription runs, changed after the order: each change under a number of the account's sequence.
CREATE TABLE ciyuan.subscription_change (
  account_id      bigint NOT NULL,
  sequence        bigint NOT NULL,
  subscription_id bigint NOT NULL,
  batch_id        bigint NOT NULL,
  kind            text NOT NULL CHECK (kind IN ('ended','resumed')),
  -- Whether it was to end at once, or with what is granted.
  ends            text CHECK (ends IN ('now','period_end')),
  ends_at         timestamptz,
  changed_by      text NOT NULL,
  changed_at      timestamptz NOT NULL,
  PRIMARY KEY (account_id, sequence),
  FOREIGN KEY (account_id, subscription_id) REFERENCES ciyuan.subscription (account_id, id),
  CHECK ((kind = 'ended') = (ends_at IS NOT NULL)),
  CHECK ((kind = 'ended') = (ends IS NOT NULL)),
  CHECK (subscription_id < sequence)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ciyuan.subscription_change
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
GRANT SELECT, INSERT ON ciyuan.subscription_change TO ciyuan_app;

ALTER TABLE ciyuan.account_write DROP CONSTRAINT account_write_kind_check;
ALTER TABLE ciyuan.account_write ADD CONSTRAINT account_write_kind_check
  CHECK (kind IN ('usage','order','renewal','expiry','correction','subscription'));
