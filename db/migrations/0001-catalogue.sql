-- Reference tables: small, written by few, readable everywhere; on a distributed engine they are copied to every node.
CREATE SCHEMA ciyuan;

CREATE TABLE ciyuan.party (
  code             text PRIMARY KEY CHECK (code ~ '^[a-z0-9][a-z0-9_-]{0,62}$'),
  name             text NOT NULL,
  kinds            text[] NOT NULL,
  vat_rate         numeric(7,6) NOT NULL DEFAULT 0 CHECK (vat_rate BETWEEN 0 AND 1),
  withholding_rate numeric(7,6) NOT NULL DEFAULT 0 CHECK (withholding_rate BETWEEN 0 AND 1),
  created_at       timestamptz NOT NULL
);

CREATE TABLE ciyuan.model (
  code       text PRIMARY KEY,
  name       text NOT NULL,
  vendor     text NOT NULL REFERENCES ciyuan.party (code),
  created_at timestamptz NOT NULL
);

-- Versioned documents, immutable: plans, price books, cost books, coefficient tables, split rules, contracts.
CREATE TABLE ciyuan.catalogue_document (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind           text NOT NULL CHECK (kind IN ('plan','price_book','cost_book','coefficient_table','split_rule','contract')),
  code           text NOT NULL,
  version        integer NOT NULL CHECK (version > 0),
  effective_from timestamptz NOT NULL,
  body           jsonb NOT NULL,
  digest         text NOT NULL,
  created_at     timestamptz NOT NULL,
  created_by     text NOT NULL,
  UNIQUE (kind, code, version),
  UNIQUE (kind, code, effective_from)
);

-- Its one row moves on with every change of the catalogue, so that compiled copies know when to be built anew.
CREATE TABLE ciyuan.catalogue_epoch (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  epoch    bigint NOT NULL
);
INSERT INTO ciyuan.catalogue_epoch (epoch) VALUES (1);

-- A month without a row is open.
CREATE TABLE ciyuan.accounting_month (
  month     text PRIMARY KEY CHECK (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  state     text NOT NULL CHECK (state IN ('open','frozen','closed')),
  changed_at timestamptz NOT NULL
);

-- Who may call. The key itself is never stored.
CREATE TABLE ciyuan.api_key (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  role       text NOT NULL CHECK (role IN ('admin','maker','checker','finance','operations','partner')),
  subject    text NOT NULL,
  key_digest bytea NOT NULL UNIQUE CHECK (octet_length(key_digest) = 32),
  created_at timestamptz NOT NULL,
  revoked_at timestamptz
);

-- Codes are unique over all accounts, which a table distributed by account cannot promise.
CREATE TABLE ciyuan.account_code (
  code       text PRIMARY KEY,
  account_id bigint NOT NULL
);
