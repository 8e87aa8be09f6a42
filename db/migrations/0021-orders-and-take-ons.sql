-- A file of orders. Its rows are what was asked for, and each says what became of it.
CREATE TABLE ciyuan.order_import (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- SHA-256 of the file's bytes: the same file posted again is the same import. A preview is asked for anew each time.
  digest       text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
  preview      boolean NOT NULL,
  row_count    integer NOT NULL CHECK (row_count > 0),
  requested_by text NOT NULL,
  requested_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX order_import_once ON ciyuan.order_import (digest) WHERE NOT preview;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ciyuan.order_import
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
GRANT SELECT, INSERT ON ciyuan.order_import TO ciyuan_app;

CREATE TABLE ciyuan.order_import_row (
  import_id       bigint NOT NULL REFERENCES ciyuan.order_import (id),
  line            integer NOT NULL CHECK (line > 1),
  -- The caller's own name of the order.
  order_id        text NOT NULL,
  account_code    text NOT NULL,
  plan_code       text NOT NULL,
  starts_at       timestamptz NOT NULL,
  channel         text,
  -- Null while nobody has looked at it. `known`: an order of this id was taken before, by the same words.
  outcome         text CHECK (outcome IN ('taken','would_be_taken','known','refused')),
  account_id      bigint,
  subscription_id bigint,
  refusal_code    text,
  refusal_detail  text,
  decided_at      timestamptz,
  PRIMARY KEY (import_id, line),
  UNIQUE (import_id, order_id),
  CHECK ((outcome IS NULL) = (decided_at IS NULL)),
  CHECK ((outcome IS NOT NULL AND outcome IN ('taken','known')) = (subscription_id IS NOT NULL)),
  CHECK ((subscription_id IS NULL) = (account_id IS NULL)),
  CHECK ((outcome IS NOT NULL AND outcome = 'refused') = (refusal_code IS NOT NULL)),
  CHECK ((refusal_code IS NULL) = (refusal_detail IS NULL))
);
-- Of all files, one order of an id is taken: whoever comes second is rolled back.
CREATE UNIQUE INDEX order_taken_once ON ciyuan.order_import_row (order_id) WHERE outcome = 'taken';
CREATE TRIGGER decided BEFORE UPDATE ON ciyuan.order_import_row
  FOR EACH ROW WHEN (OLD.outcome IS NOT NULL) EXECUTE FUNCTION ciyuan.refuse_change();
CREATE TRIGGER kept BEFORE DELETE OR TRUNCATE ON ciyuan.order_import_row
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
GRANT SELECT, INSERT ON ciyuan.order_import_row TO ciyuan_app;
GRANT UPDATE (outcome, account_id, subscription_id, refusal_code, refusal_detail, decided_at)
  ON ciyuan.order_import_row TO ciyuan_app;

ALTER TABLE ciyuan.job_run DROP CONSTRAINT known_kind;
ALTER TABLE ciyuan.job_run ADD CONSTRAINT known_kind
  CHECK (kind IN ('settlement','expiry','renewal','export','order_import'));

-- Customers, accounts, subscriptions and half-used grants of another system: begun once for the same files, and gone on
-- with chunk by chunk.
CREATE TABLE ciyuan.take_on_run (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  digest     text NOT NULL UNIQUE CHECK (digest ~ '^[0-9a-f]{64}$'),
  -- What the files come to, which is what was stated of them.
  totals     jsonb NOT NULL CHECK (jsonb_typeof(totals) = 'object'),
  chunks     integer NOT NULL CHECK (chunks >= 0),
  started_by text NOT NULL,
  started_at timestamptz NOT NULL
);
CREATE TABLE ciyuan.take_on_chunk (
  run_id     bigint NOT NULL REFERENCES ciyuan.take_on_run (id),
  chunk      integer NOT NULL CHECK (chunk > 0),
  applied_at timestamptz NOT NULL,
  PRIMARY KEY (run_id, chunk)
);
-- Stated beside stored, when all of it was there.
CREATE TABLE ciyuan.take_on_report (
  run_id  bigint PRIMARY KEY REFERENCES ciyuan.take_on_run (id),
  totals  jsonb NOT NULL CHECK (jsonb_typeof(totals) = 'array'),
  matches boolean NOT NULL,
  made_at timestamptz NOT NULL
);
CREATE TABLE ciyuan.taken_on_customer (
  customer_code text PRIMARY KEY REFERENCES ciyuan.customer (code),
  run_id        bigint NOT NULL,
  chunk         integer NOT NULL,
  FOREIGN KEY (run_id, chunk) REFERENCES ciyuan.take_on_chunk (run_id, chunk)
);
CREATE TABLE ciyuan.taken_on_account (
  account_id bigint PRIMARY KEY REFERENCES ciyuan.account (account_id),
  run_id     bigint NOT NULL,
  chunk      integer NOT NULL,
  FOREIGN KEY (run_id, chunk) REFERENCES ciyuan.take_on_chunk (run_id, chunk)
);
-- As it was there; here it begins with its next cycle, or not at all.
CREATE TABLE ciyuan.taken_on_subscription (
  account_id      bigint NOT NULL REFERENCES ciyuan.taken_on_account (account_id),
  old_id          text NOT NULL,
  run_id          bigint NOT NULL,
  chunk           integer NOT NULL,
  plan_version_id bigint NOT NULL REFERENCES ciyuan.catalogue_document (id),
  began_at        timestamptz NOT NULL,
  anchor_day      smallint NOT NULL CHECK (anchor_day BETWEEN 1 AND 31),
  next_cycle_at   timestamptz,
  channel         text REFERENCES ciyuan.party (code),
  subscription_id bigint,
  PRIMARY KEY (account_id, old_id),
  UNIQUE (account_id, subscription_id),
  FOREIGN KEY (account_id, subscription_id) REFERENCES ciyuan.subscription (account_id, id),
  CHECK ((subscription_id IS NULL) = (next_cycle_at IS NULL))
);
-- As it was there; here it is a grant of what was left of it.
CREATE TABLE ciyuan.taken_on_grant (
  account_id          bigint NOT NULL,
  old_id              text NOT NULL,
  old_subscription_id text NOT NULL,
  run_id              bigint NOT NULL,
  chunk               integer NOT NULL,
  original_tokens     bigint NOT NULL CHECK (original_tokens >= 0),
  used_tokens         bigint NOT NULL CHECK (used_tokens BETWEEN 0 AND original_tokens),
  price_gross         numeric(38,12) NOT NULL,
  price_net           numeric(38,12) NOT NULL CHECK (price_net BETWEEN 0 AND price_gross),
  rest_gross          numeric(38,12) NOT NULL CHECK (rest_gross BETWEEN 0 AND price_gross),
  rest_net            numeric(38,12) NOT NULL CHECK (rest_net BETWEEN 0 AND price_net AND rest_net <= rest_gross),
  effective_at        timestamptz NOT NULL,
  expires_at          timestamptz CHECK (expires_at > effective_at),
  number              bigint,
  batch_id            bigint,
  PRIMARY KEY (account_id, old_id),
  UNIQUE (account_id, number),
  FOREIGN KEY (account_id, old_subscription_id) REFERENCES ciyuan.taken_on_subscription (account_id, old_id),
  FOREIGN KEY (account_id, number) REFERENCES ciyuan.grant_bucket (account_id, number),
  CHECK ((number IS NULL) = (used_tokens = original_tokens)),
  CHECK ((number IS NULL) = (batch_id IS NULL)),
  CHECK (number IS NOT NULL OR (rest_gross = 0 AND rest_net = 0))
);
CREATE INDEX taken_on_grant_run ON ciyuan.taken_on_grant (run_id);
CREATE INDEX taken_on_subscription_run ON ciyuan.taken_on_subscription (run_id);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['take_on_run', 'take_on_chunk', 'take_on_report', 'taken_on_customer', 'taken_on_account',
                              'taken_on_subscription', 'taken_on_grant'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ciyuan.%I
                      FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change()', name);
    EXECUTE format('GRANT SELECT, INSERT ON ciyuan.%I TO ciyuan_app', name);
  END LOOP;
END $$;

-- A pack that was half used elsewhere is of no subscription here.
ALTER TABLE ciyuan.grant_bucket DROP CONSTRAINT of_a_subscription;
ALTER TABLE ciyuan.grant_bucket ADD CONSTRAINT of_a_subscription
  CHECK (subscription_id IS NOT NULL OR origin IN ('received','stated'));

-- Lists are sorted bytewise and by creation.
CREATE INDEX account_by_code ON ciyuan.account ((code COLLATE "C"), account_id);
CREATE INDEX account_by_creation ON ciyuan.account (created_at, account_id);
CREATE INDEX customer_by_code ON ciyuan.customer ((code COLLATE "C"));
CREATE INDEX customer_by_creation ON ciyuan.customer (created_at, (code COLLATE "C"));
CREATE INDEX subscription_by_creation ON ciyuan.subscription (created_at, account_id, id);
CREATE INDEX subscription_by_start ON ciyuan.subscription (starts_at, account_id, id);
CREATE INDEX subscription_by_end ON ciyuan.subscription ((coalesce(ends_at, 'infinity'::timestamptz)), account_id, id);
