-- Who accounts belong to. An identity belongs to one customer over all of them, like the code of an account.
CREATE TABLE ciyuan.customer (
  code        text PRIMARY KEY CHECK (code ~ '^[A-Za-z0-9][A-Za-z0-9_.:@-]{0,127}$'),
  kind        text NOT NULL CHECK (kind IN ('person','organisation','one_person_company')),
  name        text NOT NULL,
  identity    text NOT NULL CONSTRAINT one_customer_an_identity UNIQUE,
  region      text NOT NULL CHECK (region ~ '^[A-Z]{2}(-[A-Z0-9]{1,8}){0,3}$'),
  parent_code text REFERENCES ciyuan.customer (code) CHECK (parent_code <> code),
  verified_at timestamptz,
  verified_by text,
  created_at  timestamptz NOT NULL,
  -- A person's document number itself fits neither form; so it cannot be stored by mistake.
  CONSTRAINT identity_of_its_kind CHECK (identity ~ CASE kind WHEN 'person' THEN '^[0-9a-f]{64}$' ELSE '^[0-9A-Z]{6,32}$' END),
  CHECK (parent_code IS NULL OR kind = 'organisation'),
  CHECK ((verified_at IS NULL) = (verified_by IS NULL))
);
CREATE INDEX customer_parent ON ciyuan.customer (parent_code);
CREATE TRIGGER kept BEFORE DELETE OR TRUNCATE ON ciyuan.customer
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
GRANT SELECT, INSERT ON ciyuan.customer TO ciyuan_app;
GRANT UPDATE (parent_code, verified_at, verified_by) ON ciyuan.customer TO ciyuan_app;

ALTER TABLE ciyuan.account ADD COLUMN customer_code text REFERENCES ciyuan.customer (code);
ALTER TABLE ciyuan.account ADD COLUMN region text CHECK (region ~ '^[A-Z]{2}(-[A-Z0-9]{1,8}){0,3}$');
ALTER TABLE ciyuan.account ADD COLUMN status text NOT NULL DEFAULT 'active' CHECK (status IN ('active','suspended','closed'));
CREATE INDEX account_customer ON ciyuan.account (customer_code);
-- Closed is the end.
CREATE TRIGGER ended BEFORE UPDATE ON ciyuan.account
  FOR EACH ROW WHEN (OLD.status = 'closed') EXECUTE FUNCTION ciyuan.refuse_change();
GRANT UPDATE (status, customer_code) ON ciyuan.account TO ciyuan_app;

-- Who changed the status of an account, when and why.
CREATE TABLE ciyuan.account_status_change (
  account_id bigint NOT NULL REFERENCES ciyuan.account (account_id),
  number     integer NOT NULL CHECK (number > 0),
  status     text NOT NULL CHECK (status IN ('active','suspended','closed')),
  reason     text NOT NULL,
  changed_by text NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (account_id, number)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ciyuan.account_status_change
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
GRANT SELECT, INSERT ON ciyuan.account_status_change TO ciyuan_app;

-- What a customer may take once: its second order finds the row, or waits for it and finds it then. The subscription is
-- placed by its account, which no key can reach from here; db/checks holds the two together.
CREATE TABLE ciyuan.offer_taken (
  plan_code       text NOT NULL,
  customer_code   text NOT NULL REFERENCES ciyuan.customer (code),
  account_id      bigint NOT NULL,
  subscription_id bigint NOT NULL,
  taken_at        timestamptz NOT NULL,
  PRIMARY KEY (plan_code, customer_code)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ciyuan.offer_taken
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
GRANT SELECT, INSERT ON ciyuan.offer_taken TO ciyuan_app;

-- Package tokens for all who take up a plan that draws on them, as long as they last: whole tokens.
CREATE TABLE ciyuan.campaign_pool (
  pool_code    text PRIMARY KEY CHECK (pool_code ~ '^[a-z0-9][a-z0-9_-]{0,62}$'),
  name         text NOT NULL,
  -- No more than a JSON number holds exactly.
  tokens       bigint NOT NULL CHECK (tokens BETWEEN 0 AND 9007199254740991),
  taken_tokens bigint NOT NULL CHECK (taken_tokens >= 0),
  starts_at    timestamptz NOT NULL,
  ends_at      timestamptz CHECK (ends_at > starts_at),
  created_at   timestamptz NOT NULL,
  CONSTRAINT never_overtaken CHECK (taken_tokens <= tokens)
) WITH (fillfactor = 50);
CREATE TRIGGER kept BEFORE DELETE OR TRUNCATE ON ciyuan.campaign_pool
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
GRANT SELECT, INSERT ON ciyuan.campaign_pool TO ciyuan_app;
GRANT UPDATE (tokens, taken_tokens) ON ciyuan.campaign_pool TO ciyuan_app;

-- What was put into a pool, by whom; the opening is the first. Saying the same reference again puts in nothing.
CREATE TABLE ciyuan.campaign_top_up (
  pool_code text NOT NULL REFERENCES ciyuan.campaign_pool (pool_code),
  reference text NOT NULL,
  tokens    bigint NOT NULL CHECK (tokens > 0),
  added_by  text NOT NULL,
  added_at  timestamptz NOT NULL,
  PRIMARY KEY (pool_code, reference)
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ciyuan.campaign_top_up
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
GRANT SELECT, INSERT ON ciyuan.campaign_top_up TO ciyuan_app;
