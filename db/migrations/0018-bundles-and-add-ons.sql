-- Fees for the products that a package was sold with: a roll-up kind of their own.
ALTER TABLE ciyuan.usage_rollup_delta DROP CONSTRAINT usage_rollup_delta_kind_check;
ALTER TABLE ciyuan.usage_rollup_delta ADD CONSTRAINT usage_rollup_delta_kind_check
  CHECK (kind IN ('package','usage','overdraw','breakage','shortfall','fee'));

-- The part of a bundle's price that lies on each product, under the number of the grant that it was sold with.
CREATE TABLE ciyuan.fee_charge (
  account_id       bigint NOT NULL,
  sequence         bigint NOT NULL,
  -- Of the plan's bundle, by its code.
  part             text NOT NULL,
  batch_id         bigint NOT NULL,
  at               timestamptz NOT NULL,
  accounting_month text NOT NULL,
  gross            numeric(38,12) NOT NULL CHECK (gross >= 0),
  net              numeric(38,12) NOT NULL CHECK (net >= 0 AND net <= gross),
  PRIMARY KEY (account_id, sequence, part),
  FOREIGN KEY (account_id, sequence) REFERENCES ciyuan.grant_bucket (account_id, number)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ciyuan.fee_charge
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
GRANT SELECT, INSERT ON ciyuan.fee_charge TO ciyuan_app;

-- An add-on that ended by itself at a cycle for which nothing ran any more that it was added to.
CREATE TABLE ciyuan.subscription_lapse (
  account_id      bigint NOT NULL,
  sequence        bigint NOT NULL,
  subscription_id bigint NOT NULL,
  batch_id        bigint NOT NULL,
  ends_at         timestamptz NOT NULL,
  PRIMARY KEY (account_id, sequence),
  FOREIGN KEY (account_id, subscription_id) REFERENCES ciyuan.subscription (account_id, id),
  CHECK (subscription_id < sequence)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ciyuan.subscription_lapse
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
GRANT SELECT, INSERT ON ciyuan.subscription_lapse TO ciyuan_app;
