-- What corrects a charged record, which itself never changes: one row an entry, under a number of the account's own. A
-- reversal takes back one rating, the record's own or that of a re-rating: its figures are negative, a record's worth
-- less. A re-rating states the whole new one. A record whose last entry is a reversal is void.
CREATE TABLE ciyuan.usage_correction (
  account_id            bigint NOT NULL,
  sequence              bigint NOT NULL,
  at                    timestamptz NOT NULL,
  record_sequence       bigint NOT NULL,
  kind                  text NOT NULL CHECK (kind IN ('reversal','re_rating')),
  -- The entry whose rating is taken back.
  reversed_sequence     bigint,
  records               smallint NOT NULL,
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
  input                  bigint,
  cached_input           bigint,
  cache_write            bigint,
  cache_write_1h         bigint,
  output                 bigint,
  reasoning              bigint,
  image_input            bigint,
  audio_input            bigint,
  video_input            bigint,
  image_output           bigint,
  audio_output           bigint,
  video_output           bigint,
  requests               bigint,
  tool_calls             bigint,
  images                 bigint,
  seconds                bigint,
  characters             bigint,
  pages                  bigint,
  grant_number          bigint,
  drawn_milli           bigint NOT NULL,
  first_drawn_milli     bigint NOT NULL,
  covered_tokens        bigint NOT NULL,
  overage_tokens        bigint NOT NULL,
  overage_kind          text CHECK (overage_kind IN ('usage','overdraw')),
  recognised_gross      numeric(38,12) NOT NULL,
  recognised_net        numeric(38,12) NOT NULL,
  usage_gross           numeric(38,12) NOT NULL,
  vendor_cost           numeric(38,12),
  compute_cost          numeric(38,12),
  base_plan_version_id  bigint,
  price_version_id      bigint,
  commitment_subscription_id bigint,
  commitment_tokens     bigint,
  commitment_gross      numeric(38,12),
  reason                text NOT NULL,
  requested_by          text NOT NULL,
  booked_at             timestamptz NOT NULL,
  PRIMARY KEY (account_id, sequence),
  -- A rating is taken back once: so a record is voided once.
  CONSTRAINT taken_back_once UNIQUE (account_id, reversed_sequence),
  CHECK ((kind = 'reversal') = (reversed_sequence IS NOT NULL)),
  CHECK (records = CASE kind WHEN 'reversal' THEN -1 ELSE 1 END),
  CHECK (drawn_milli * records >= first_drawn_milli * records AND first_drawn_milli * records >= 0),
  CHECK (covered_tokens * records >= 0 AND overage_tokens * records >= 0),
  CHECK (record_sequence < sequence AND reversed_sequence < sequence)
);
CREATE INDEX usage_correction_record ON ciyuan.usage_correction (account_id, record_sequence, sequence);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ciyuan.usage_correction
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
GRANT SELECT, INSERT ON ciyuan.usage_correction TO ciyuan_app;

-- Charged records and what corrects them: what adds up to roll-ups, ledger and grants.
CREATE VIEW ciyuan.usage_entry AS
SELECT account_id, at, sequence, 'record' AS kind, sequence AS record_sequence, NULL::bigint AS reversed_sequence,
       1::smallint AS records, batch_id, accounting_month, partner, source, record_id, model, vendor, compute_owner, chip_kind, service_tier,
       input, cached_input, cache_write, cache_write_1h, output, reasoning, image_input, audio_input,
       video_input, image_output, audio_output, video_output, requests, tool_calls, images, seconds,
       characters, pages,
       grant_number, drawn_milli, first_drawn_milli, covered_tokens, overage_tokens, overage_kind, recognised_gross,
       recognised_net, usage_gross, vendor_cost, compute_cost, base_plan_version_id, price_version_id,
       commitment_subscription_id, commitment_tokens, commitment_gross
  FROM ciyuan.usage_record
UNION ALL
SELECT account_id, at, sequence, kind, record_sequence, reversed_sequence,
       records, batch_id, accounting_month, partner, source, record_id, model, vendor, compute_owner, chip_kind, service_tier,
       input, cached_input, cache_write, cache_write_1h, output, reasoning, image_input, audio_input,
       video_input, image_output, audio_output, video_output, requests, tool_calls, images, seconds,
       characters, pages,
       grant_number, drawn_milli, first_drawn_milli, covered_tokens, overage_tokens, overage_kind, recognised_gross,
       recognised_net, usage_gross, vendor_cost, compute_cost, base_plan_version_id, price_version_id,
       commitment_subscription_id, commitment_tokens, commitment_gross
  FROM ciyuan.usage_correction;
GRANT SELECT ON ciyuan.usage_entry TO ciyuan_app;

-- Tokens that a reversal gives back to the grant that they came from.
ALTER TABLE ciyuan.grant_movement DROP CONSTRAINT grant_movement_kind_check;
ALTER TABLE ciyuan.grant_movement ADD CONSTRAINT grant_movement_kind_check
  CHECK (kind IN ('issued','drawn','returned','expired','expiry_reversed'));

-- A record that is void before it was charged: it holds its key, and is tried no more.
ALTER TABLE ciyuan.suspense_record DROP CONSTRAINT suspense_record_state_check;
ALTER TABLE ciyuan.suspense_record ADD CONSTRAINT suspense_record_state_check
  CHECK (state IN ('open','recycled','voided'));
ALTER TABLE ciyuan.suspense_record ADD COLUMN void_reason text;
ALTER TABLE ciyuan.suspense_record ADD COLUMN voided_by text;
ALTER TABLE ciyuan.suspense_record ADD CONSTRAINT voided_for_a_reason
  CHECK (num_nonnulls(void_reason, voided_by) = CASE state WHEN 'voided' THEN 2 ELSE 0 END);
GRANT UPDATE (void_reason, voided_by) ON ciyuan.suspense_record TO ciyuan_app;

-- The reversal of the rating that lacked the cost: what stands in its place lacks it no more, or has a gap of its own.
ALTER TABLE ciyuan.cost_suspense ADD COLUMN settled_sequence bigint;
GRANT UPDATE (settled_sequence) ON ciyuan.cost_suspense TO ciyuan_app;

-- Each time that an account's period was rated anew and its differences were applied.
CREATE TABLE ciyuan.re_rating_run (
  account_id       bigint NOT NULL REFERENCES ciyuan.account (account_id),
  batch_id         bigint NOT NULL,
  from_at          timestamptz NOT NULL,
  until_at         timestamptz NOT NULL,
  -- Every entry of the account up to here was looked at, or made, by the run.
  through_sequence bigint NOT NULL CHECK (through_sequence > 0),
  changed          integer NOT NULL CHECK (changed >= 0),
  -- Records that the catalogue in force refused: they keep their rating.
  kept             integer NOT NULL CHECK (kept >= 0),
  -- SHA-256 over the differences as they were shown.
  digest           text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
  reason           text NOT NULL,
  requested_by     text NOT NULL,
  booked_at        timestamptz NOT NULL,
  PRIMARY KEY (account_id, batch_id),
  CHECK (from_at < until_at)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ciyuan.re_rating_run
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
GRANT SELECT, INSERT ON ciyuan.re_rating_run TO ciyuan_app;
