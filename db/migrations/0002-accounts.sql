CREATE TABLE ciyuan.account (
  account_id bigint PRIMARY KEY,
  code       text NOT NULL,
  name       text NOT NULL,
  segment    text NOT NULL,
  zone       text NOT NULL,
  anchor_day smallint NOT NULL CHECK (anchor_day BETWEEN 1 AND 31),
  currency   text NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE SEQUENCE ciyuan.account_id AS bigint;

-- One row an account, locked by whatever changes its entitlement or counters.
CREATE TABLE ciyuan.account_state (
  account_id    bigint PRIMARY KEY REFERENCES ciyuan.account (account_id),
  next_sequence bigint NOT NULL CHECK (next_sequence > 0)
) WITH (fillfactor = 50);

CREATE TABLE ciyuan.subscription (
  account_id      bigint NOT NULL REFERENCES ciyuan.account (account_id),
  id              bigint NOT NULL,
  plan_version_id bigint NOT NULL REFERENCES ciyuan.catalogue_document (id),
  plan_code       text NOT NULL,
  is_base         boolean NOT NULL,
  channel         text REFERENCES ciyuan.party (code),
  starts_at       timestamptz NOT NULL,
  ends_at         timestamptz,
  anchor_day      smallint NOT NULL CHECK (anchor_day BETWEEN 1 AND 31),
  next_cycle      integer NOT NULL CHECK (next_cycle > 0),
  next_cycle_at   timestamptz,
  created_at      timestamptz NOT NULL,
  PRIMARY KEY (account_id, id),
  CHECK (ends_at IS NULL OR ends_at > starts_at)
);

-- Exactly one base subscription at an instant: two at once cannot be stored.
CREATE EXTENSION IF NOT EXISTS btree_gist;
ALTER TABLE ciyuan.subscription ADD CONSTRAINT one_base_at_an_instant
  EXCLUDE USING gist (account_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (is_base);

-- A bucket of package tokens. `number` is the account's sequence number that issued it.
CREATE TABLE ciyuan.grant_bucket (
  account_id             bigint NOT NULL,
  number                 bigint NOT NULL,
  subscription_id        bigint NOT NULL,
  cycle                  integer NOT NULL,
  plan_version_id        bigint NOT NULL REFERENCES ciyuan.catalogue_document (id),
  coefficient_version_id bigint REFERENCES ciyuan.catalogue_document (id),
  channel                text REFERENCES ciyuan.party (code),
  priority               smallint NOT NULL,
  granted_at             timestamptz NOT NULL,
  effective_at           timestamptz NOT NULL,
  expires_at             timestamptz,
  quantity_milli         bigint NOT NULL CHECK (quantity_milli >= 0),
  price_gross            numeric(38,12) NOT NULL CHECK (price_gross >= 0),
  price_net              numeric(38,12) NOT NULL CHECK (price_net BETWEEN 0 AND price_gross),
  drawn_milli            bigint NOT NULL DEFAULT 0 CHECK (drawn_milli >= 0),
  expired_milli          bigint NOT NULL DEFAULT 0 CHECK (expired_milli >= 0),
  PRIMARY KEY (account_id, number),
  UNIQUE (account_id, subscription_id, cycle),
  FOREIGN KEY (account_id, subscription_id) REFERENCES ciyuan.subscription (account_id, id),
  CONSTRAINT never_overdrawn CHECK (drawn_milli + expired_milli <= quantity_milli)
) WITH (fillfactor = 70);
-- No index holds what drawing changes, so that updates stay on their page.
CREATE INDEX grant_bucket_expiry ON ciyuan.grant_bucket (account_id, expires_at);

CREATE TABLE ciyuan.grant_movement (
  account_id   bigint NOT NULL,
  sequence     bigint NOT NULL,
  grant_number bigint NOT NULL,
  kind         text NOT NULL CHECK (kind IN ('issued','drawn','expired','expiry_reversed')),
  at           timestamptz NOT NULL,
  milli_tokens bigint NOT NULL CHECK (milli_tokens >= 0),
  PRIMARY KEY (account_id, sequence, grant_number, kind),
  FOREIGN KEY (account_id, grant_number) REFERENCES ciyuan.grant_bucket (account_id, number)
);

-- Cumulative quantity of a tier component in its window, keyed (subscription, lineage, window start).
CREATE TABLE ciyuan.tier_counter (
  account_id bigint NOT NULL REFERENCES ciyuan.account (account_id),
  key        text NOT NULL,
  quantity   bigint NOT NULL,
  PRIMARY KEY (account_id, key)
);
