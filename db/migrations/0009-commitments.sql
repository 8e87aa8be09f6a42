-- A spend is counted in pico-yuan, which a bigint cannot hold beyond 9.2 million yuan.
ALTER TABLE ciyuan.tier_counter ALTER COLUMN quantity TYPE numeric(38,0);

-- The part of a record that a commitment rated: under which subscription, its tokens, and what they were charged.
ALTER TABLE ciyuan.usage_record ADD COLUMN commitment_subscription_id bigint;
ALTER TABLE ciyuan.usage_record ADD COLUMN commitment_tokens bigint CHECK (commitment_tokens >= 0);
ALTER TABLE ciyuan.usage_record ADD COLUMN commitment_gross numeric(38,12);
ALTER TABLE ciyuan.usage_record ADD CONSTRAINT commitment_is_whole
  CHECK (num_nonnulls(commitment_tokens, commitment_gross) IN (0, 2)
         AND (commitment_subscription_id IS NOT NULL OR commitment_tokens IS NULL));

-- What commitments fell short of, and what of it was made up.
ALTER TABLE ciyuan.usage_rollup_delta DROP CONSTRAINT usage_rollup_delta_kind_check;
ALTER TABLE ciyuan.usage_rollup_delta ADD CONSTRAINT usage_rollup_delta_kind_check
  CHECK (kind IN ('package','usage','overdraw','breakage','shortfall'));

-- What a close, a record or a correction changed of a closed period of a commitment; signed, so that rows add up to
-- what the period has come to. The close itself writes its row even for nothing: the sequence number is its own.
CREATE TABLE ciyuan.commitment_entry (
  account_id       bigint NOT NULL,
  sequence         bigint NOT NULL,
  subscription_id  bigint NOT NULL,
  period           integer NOT NULL CHECK (period > 0),
  batch_id         bigint NOT NULL,
  closes           boolean NOT NULL,
  -- Tokens, or pico-yuan of a spend.
  shortfall        numeric(38,0) NOT NULL,
  gross            numeric(38,12) NOT NULL,
  net              numeric(38,12) NOT NULL,
  make_up_granted  numeric(38,0) NOT NULL,
  deferred_gross   numeric(38,12) NOT NULL,
  deferred_net     numeric(38,12) NOT NULL,
  -- Of this period's credits, in whatever period they went.
  make_up_used     numeric(38,0) NOT NULL,
  make_up_lapsed   numeric(38,0) NOT NULL,
  recognised_gross numeric(38,12) NOT NULL,
  recognised_net   numeric(38,12) NOT NULL,
  PRIMARY KEY (account_id, sequence, subscription_id, period),
  FOREIGN KEY (account_id, subscription_id) REFERENCES ciyuan.subscription (account_id, id)
);
CREATE UNIQUE INDEX closed_once ON ciyuan.commitment_entry (account_id, subscription_id, period) WHERE closes;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ciyuan.commitment_entry
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
GRANT SELECT, INSERT ON ciyuan.commitment_entry TO ciyuan_app;

-- The periods of every commitment, worked out from what was ordered and what the plan says; the first may be a partial
-- one. Subscriptions carry the account's sequence number: a record with a lower one came before the contract.
CREATE VIEW ciyuan.commitment_period AS
WITH contract AS (
  SELECT s.account_id, s.id AS subscription_id, s.plan_version_id, s.channel, s.next_cycle, a.zone,
         d.body, d.body -> 'commitment' AS terms, s.starts_at,
         s.starts_at AT TIME ZONE a.zone AS starts_local,
         CASE d.body ->> 'cycleAnchor' WHEN 'order_day' THEN date_trunc('day', s.starts_at AT TIME ZONE a.zone)
           ELSE date_trunc('month', s.starts_at AT TIME ZONE a.zone) END AS anchor_local
    FROM ciyuan.subscription AS s
    JOIN ciyuan.account AS a ON a.account_id = s.account_id
    JOIN ciyuan.catalogue_document AS d ON d.id = s.plan_version_id AND d.body ? 'commitment'
), period AS (
  SELECT c.*, p.period::integer AS period, (p.promise ->> 'committed')::numeric AS promised,
         c.anchor_local + make_interval(months => (c.terms ->> 'periodMonths')::integer * (p.period - 1)::integer) AS from_local,
         c.anchor_local + make_interval(months => (c.terms ->> 'periodMonths')::integer * p.period::integer) AS to_local
    FROM contract AS c
    CROSS JOIN LATERAL jsonb_array_elements(c.terms -> 'periods') WITH ORDINALITY AS p (promise, period)
), counted AS (
  SELECT *, terms ->> 'mode' AS mode,
         -- Whole tokens, or fen of a spend.
         promised * CASE terms ->> 'mode' WHEN 'spend' THEN 100 ELSE 1 END AS whole,
         to_local::date - from_local::date AS period_days,
         CASE WHEN period = 1 AND body #>> '{firstPeriod,mode}' = 'prorated' THEN to_local::date - starts_local::date
           ELSE to_local::date - from_local::date END AS days
    FROM period
)
SELECT account_id, subscription_id, plan_version_id, channel, period, mode, terms,
       (body ->> 'vatRate')::numeric AS vat_rate, (body ->> 'latenessHours')::integer AS lateness_hours,
       CASE period WHEN 1 THEN starts_at ELSE from_local AT TIME ZONE zone END AS starts_at,
       to_local AT TIME ZONE zone AS ends_at,
       -- Tokens, or pico-yuan of a spend.
       div(whole * days, period_days) * CASE mode WHEN 'spend' THEN 10000000000 ELSE 1 END AS committed,
       period < next_cycle AS is_begun_or_closed
  FROM counted;
GRANT SELECT ON ciyuan.commitment_period TO ciyuan_app;
