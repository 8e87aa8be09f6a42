-- One id a write: names its usage rows, journals and roll-up deltas.
CREATE SEQUENCE ciyuan.batch_id AS bigint CACHE 32;

-- Who has been seen, for ever. The key is the identity as it is: partner, source and record id with a space between,
-- which none of them has in it. The hash says whether the same was said. Distributed by its own key, and never partitioned by time: a record sent again in another month is known.
CREATE TABLE ciyuan.usage_key (
  key          text COLLATE "C" PRIMARY KEY,
  content_hash bytea NOT NULL CHECK (octet_length(content_hash) = 16),
  hash_version smallint NOT NULL,
  account_id   bigint NOT NULL,
  at           timestamptz NOT NULL
);

-- A charged record with its rating inline. Never changed, never deleted.
CREATE TABLE ciyuan.usage_record (
  account_id            bigint NOT NULL,
  at                    timestamptz NOT NULL,
  sequence              bigint NOT NULL,
  batch_id              bigint NOT NULL,
  accounting_month      text NOT NULL,
  partner               text NOT NULL,
  source                text NOT NULL,
  record_id             text NOT NULL,
  model                 text NOT NULL,
  vendor                text NOT NULL,
  compute_owner         text NOT NULL,
  chip_kind             text NOT NULL,
  service_tier          text NOT NULL,
  dimensions            text,
  input                  bigint CHECK (input >= 0),
  cached_input           bigint CHECK (cached_input >= 0),
  cache_write            bigint CHECK (cache_write >= 0),
  cache_write_1h         bigint CHECK (cache_write_1h >= 0),
  output                 bigint CHECK (output >= 0),
  reasoning              bigint CHECK (reasoning >= 0),
  image_input            bigint CHECK (image_input >= 0),
  audio_input            bigint CHECK (audio_input >= 0),
  video_input            bigint CHECK (video_input >= 0),
  image_output           bigint CHECK (image_output >= 0),
  audio_output           bigint CHECK (audio_output >= 0),
  video_output           bigint CHECK (video_output >= 0),
  requests               bigint CHECK (requests >= 0),
  tool_calls             bigint CHECK (tool_calls >= 0),
  images                 bigint CHECK (images >= 0),
  seconds                bigint CHECK (seconds >= 0),
  characters             bigint CHECK (characters >= 0),
  pages                  bigint CHECK (pages >= 0),
  grant_number          bigint,
  drawn_milli           bigint NOT NULL CHECK (drawn_milli >= 0),
  first_drawn_milli     bigint NOT NULL CHECK (first_drawn_milli BETWEEN 0 AND drawn_milli),
  covered_tokens        bigint NOT NULL CHECK (covered_tokens >= 0),
  overage_tokens        bigint NOT NULL CHECK (overage_tokens >= 0),
  overage_kind          text CHECK (overage_kind IN ('usage','overdraw')),
  recognised_gross      numeric(38,12) NOT NULL,
  recognised_net        numeric(38,12) NOT NULL,
  usage_gross           numeric(38,12) NOT NULL,
  vendor_cost           numeric(38,12),
  compute_cost          numeric(38,12),
  base_plan_version_id  bigint,
  price_version_id      bigint,
  PRIMARY KEY (account_id, at, sequence)
) PARTITION BY RANGE (at);

-- What was accepted and cannot be charged yet; whole, with nothing of it drawn. Account 0 where the code is unknown.
CREATE TABLE ciyuan.suspense_record (
  account_id  bigint NOT NULL,
  key         text COLLATE "C" NOT NULL,
  partner     text NOT NULL,
  source      text NOT NULL,
  record_id   text NOT NULL,
  account_code text NOT NULL,
  at          timestamptz NOT NULL,
  reason      text NOT NULL,
  detail      text NOT NULL,
  body        jsonb NOT NULL,
  opened_at   timestamptz NOT NULL,
  tried_at    timestamptz NOT NULL,
  state       text NOT NULL CHECK (state IN ('open','recycled')),
  charged_account_id bigint,
  charged_sequence   bigint,
  PRIMARY KEY (account_id, key),
  CHECK ((state = 'recycled') = (charged_sequence IS NOT NULL))
);
CREATE INDEX suspense_open ON ciyuan.suspense_record (opened_at, key) WHERE state = 'open';

-- A cost that no book of the party prices. Blocks the close, never the customer.
CREATE TABLE ciyuan.cost_suspense (
  account_id bigint NOT NULL,
  at         timestamptz NOT NULL,
  sequence   bigint NOT NULL,
  role       text NOT NULL CHECK (role IN ('vendor','compute')),
  usage_month text NOT NULL,
  party      text NOT NULL,
  detail     text NOT NULL,
  PRIMARY KEY (account_id, sequence, role)
);

-- What a batch added to each line of settlement. Appended, never added to in place: no row is hot under all workers.
CREATE TABLE ciyuan.usage_rollup_delta (
  batch_id              bigint NOT NULL,
  line                  integer NOT NULL,
  usage_month           text NOT NULL,
  accounting_month      text NOT NULL,
  plan_version_id       bigint NOT NULL,
  split_rule_version_id bigint NOT NULL,
  model                 text,
  vendor                text,
  compute_owner         text,
  channel               text,
  chip_kind             text,
  kind                  text NOT NULL CHECK (kind IN ('package','usage','overdraw','breakage')),
  currency              text NOT NULL,
  paid                  boolean NOT NULL,
  records               bigint NOT NULL,
  input                  bigint NOT NULL,
  cached_input           bigint NOT NULL,
  cache_write            bigint NOT NULL,
  cache_write_1h         bigint NOT NULL,
  output                 bigint NOT NULL,
  reasoning              bigint NOT NULL,
  image_input            bigint NOT NULL,
  audio_input            bigint NOT NULL,
  video_input            bigint NOT NULL,
  image_output           bigint NOT NULL,
  audio_output           bigint NOT NULL,
  video_output           bigint NOT NULL,
  requests               bigint NOT NULL,
  tool_calls             bigint NOT NULL,
  images                 bigint NOT NULL,
  seconds                bigint NOT NULL,
  characters             bigint NOT NULL,
  pages                  bigint NOT NULL,
  drawn_milli           bigint NOT NULL,
  gross                 numeric(38,12) NOT NULL,
  net                   numeric(38,12),
  vendor_cost           numeric(38,12) NOT NULL,
  compute_cost          numeric(38,12) NOT NULL,
  PRIMARY KEY (batch_id, line)
);
CREATE INDEX usage_rollup_month ON ciyuan.usage_rollup_delta (usage_month, accounting_month);

-- What happened, for those who are to hear of it; written with the batch, relayed afterwards.
CREATE TABLE ciyuan.outbox (
  batch_id     bigint NOT NULL,
  topic        text NOT NULL,
  payload      jsonb NOT NULL,
  created_at   timestamptz NOT NULL,
  published_at timestamptz,
  PRIMARY KEY (batch_id, topic)
);
