-- What becomes of a subscription after its order: it is suspended and goes on, gives way to another plan, is renewed by
-- hand, or has its prices held.
ALTER TABLE ciyuan.subscription
  -- While it is set no further cycle is granted.
  ADD COLUMN suspended_at timestamptz,
  -- The subscription that this one takes over from.
  ADD COLUMN follows bigint,
  -- Prices that are held, in the order in which they were set: {sequence, asOf, until}, instants in milliseconds.
  ADD COLUMN price_pins jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(price_pins) = 'array');
ALTER TABLE ciyuan.subscription ADD FOREIGN KEY (account_id, follows) REFERENCES ciyuan.subscription (account_id, id);
ALTER TABLE ciyuan.subscription ADD CHECK (follows < id);
-- What was to take over and was dropped before it began ends as it begins: it never ran.
ALTER TABLE ciyuan.subscription DROP CONSTRAINT subscription_check;
ALTER TABLE ciyuan.subscription ADD CONSTRAINT subscription_check
  CHECK (ends_at IS NULL OR ends_at > starts_at OR (follows IS NOT NULL AND ends_at = starts_at));
-- Two tariffs that change places do so in one statement.
ALTER TABLE ciyuan.subscription DROP CONSTRAINT one_base_at_an_instant;
ALTER TABLE ciyuan.subscription ADD CONSTRAINT one_base_at_an_instant
  EXCLUDE USING gist (account_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (is_base)
  DEFERRABLE INITIALLY IMMEDIATE;
GRANT UPDATE (suspended_at, price_pins) ON ciyuan.subscription TO ciyuan_app;

-- A renewal by hand grants a cycle once, and a change of plan the rest of the one before the first.
CREATE UNIQUE INDEX grant_renewed_once ON ciyuan.grant_bucket (account_id, subscription_id, cycle)
  WHERE origin IN ('renewal','plan_change');

-- What a change says besides, by its kind.
ALTER TABLE ciyuan.subscription_change
  ADD COLUMN reason          text,
  ADD COLUMN successor_id    bigint,
  ADD COLUMN plan_version_id bigint REFERENCES ciyuan.catalogue_document (id),
  ADD COLUMN channel         text REFERENCES ciyuan.party (code),
  ADD COLUMN cycle           integer,
  ADD COLUMN begins          text CHECK (begins IN ('append','stack')),
  ADD COLUMN prices_as_of    timestamptz,
  ADD COLUMN prices_until    timestamptz CHECK (prices_until >= prices_as_of);
ALTER TABLE ciyuan.subscription_change
  ADD FOREIGN KEY (account_id, successor_id) REFERENCES ciyuan.subscription (account_id, id);
ALTER TABLE ciyuan.subscription_change DROP CONSTRAINT subscription_change_kind_check;
ALTER TABLE ciyuan.subscription_change ADD CONSTRAINT subscription_change_kind_check
  CHECK (kind IN ('ended','resumed','suspended','reactivated','plan_changed','plan_change_cancelled','renewed',
                  'prices_pinned'));
ALTER TABLE ciyuan.subscription_change DROP CONSTRAINT subscription_change_check;
ALTER TABLE ciyuan.subscription_change DROP CONSTRAINT subscription_change_check1;
ALTER TABLE ciyuan.subscription_change
  ADD CHECK (kind NOT IN ('ended','plan_changed','renewed') OR ends_at IS NOT NULL),
  ADD CHECK (kind NOT IN ('resumed','plan_change_cancelled') OR ends_at IS NULL),
  ADD CHECK ((kind IN ('ended','plan_changed')) = (ends IS NOT NULL)),
  ADD CHECK ((kind IN ('suspended','reactivated')) = (reason IS NOT NULL)),
  ADD CHECK ((kind IN ('plan_changed','plan_change_cancelled')) = (successor_id IS NOT NULL)),
  ADD CHECK ((kind IN ('plan_changed','renewed')) = (plan_version_id IS NOT NULL)),
  ADD CHECK (kind IN ('plan_changed','renewed') OR channel IS NULL),
  ADD CHECK ((kind = 'renewed') = (cycle IS NOT NULL AND begins IS NOT NULL)),
  ADD CHECK (kind = 'renewed' OR (cycle IS NULL AND begins IS NULL)),
  ADD CHECK ((kind = 'prices_pinned') = (prices_as_of IS NOT NULL)),
  ADD CHECK (kind = 'prices_pinned' OR prices_until IS NULL);
