-- How a grant came about, out of which other one, and what of it has left for others: by rolling over into the next
-- period, or to another account. What leaves takes along the part of the price that lies on it.
ALTER TABLE ciyuan.grant_bucket ADD COLUMN origin text NOT NULL DEFAULT 'sold'
  CHECK (origin IN ('sold','rolled_over','received','stated','plan_change','renewal'));
ALTER TABLE ciyuan.grant_bucket ADD COLUMN released_milli bigint NOT NULL DEFAULT 0 CHECK (released_milli >= 0);
ALTER TABLE ciyuan.grant_bucket ADD COLUMN released_gross numeric(38,12) NOT NULL DEFAULT 0 CHECK (released_gross >= 0);
ALTER TABLE ciyuan.grant_bucket ADD COLUMN released_net numeric(38,12) NOT NULL DEFAULT 0 CHECK (released_net >= 0);
-- Of any account: db/checks holds the two together.
ALTER TABLE ciyuan.grant_bucket ADD COLUMN from_account_id bigint;
ALTER TABLE ciyuan.grant_bucket ADD COLUMN from_number bigint;
ALTER TABLE ciyuan.grant_bucket ADD CONSTRAINT out_of_another_grant
  CHECK ((origin IN ('rolled_over','received')) = (from_number IS NOT NULL)
         AND (from_number IS NULL) = (from_account_id IS NULL)
         AND (origin <> 'rolled_over' OR (from_account_id = account_id AND from_number < number))
         AND (origin <> 'received' OR from_account_id <> account_id));
ALTER TABLE ciyuan.grant_bucket DROP CONSTRAINT never_overdrawn;
ALTER TABLE ciyuan.grant_bucket ADD CONSTRAINT never_overdrawn
  CHECK (drawn_milli + released_milli + expired_milli <= quantity_milli);
-- A part of a price is cut gross and net, each for itself, at the pico-yuan: of next to nothing the net may be the larger.
ALTER TABLE ciyuan.grant_bucket DROP CONSTRAINT grant_bucket_check;
ALTER TABLE ciyuan.grant_bucket ADD CONSTRAINT net_within_gross
  CHECK (price_net >= 0 AND (price_net <= price_gross OR from_number IS NOT NULL));
-- A plan sells a cycle once; what rolls over keeps the cycle that it was sold with.
ALTER TABLE ciyuan.grant_bucket DROP CONSTRAINT grant_bucket_account_id_subscription_id_cycle_key;
CREATE UNIQUE INDEX grant_sold_once ON ciyuan.grant_bucket (account_id, subscription_id, cycle) WHERE origin = 'sold';
ALTER TABLE ciyuan.grant_bucket ALTER COLUMN subscription_id DROP NOT NULL;
ALTER TABLE ciyuan.grant_bucket ADD CONSTRAINT of_a_subscription
  CHECK (subscription_id IS NOT NULL OR origin = 'received');
GRANT UPDATE (released_milli, released_gross, released_net) ON ciyuan.grant_bucket TO ciyuan_app;

ALTER TABLE ciyuan.grant_movement DROP CONSTRAINT grant_movement_kind_check;
ALTER TABLE ciyuan.grant_movement ADD CONSTRAINT grant_movement_kind_check
  CHECK (kind IN ('issued','drawn','returned','expired','expiry_reversed','rolled_out','rolled_in','given','received',
                  'stated'));

ALTER TABLE ciyuan.account_write DROP CONSTRAINT account_write_kind_check;
ALTER TABLE ciyuan.account_write ADD CONSTRAINT account_write_kind_check
  CHECK (kind IN ('usage','order','renewal','expiry','correction','subscription','transfer','take_on'));

-- What one account gave to another, out of which grant and into which, and who wanted it: under the giver's number.
CREATE TABLE ciyuan.grant_transfer (
  account_id    bigint NOT NULL,
  sequence      bigint NOT NULL,
  grant_number  bigint NOT NULL,
  batch_id      bigint NOT NULL,
  milli_tokens  bigint NOT NULL CHECK (milli_tokens > 0 AND milli_tokens % 1000 = 0),
  to_account_id bigint NOT NULL CHECK (to_account_id <> account_id),
  to_number     bigint NOT NULL,
  requested_by  text NOT NULL,
  booked_at     timestamptz NOT NULL,
  PRIMARY KEY (account_id, sequence),
  FOREIGN KEY (account_id, grant_number) REFERENCES ciyuan.grant_bucket (account_id, number),
  CHECK (grant_number < sequence)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ciyuan.grant_transfer
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
GRANT SELECT, INSERT ON ciyuan.grant_transfer TO ciyuan_app;
