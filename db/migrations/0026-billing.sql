-- How a customer is billed, and what its fapiao says. A later row replaces the one before.
CREATE TABLE ciyuan.billing_profile (
  customer_code      text NOT NULL REFERENCES ciyuan.customer (code),
  number             integer NOT NULL CHECK (number > 0),
  -- One invoice for all accounts of the customer, and of customers below it that ask for none of their own.
  consolidated       boolean NOT NULL,
  buyer_title        text NOT NULL,
  taxpayer_id        text,
  fapiao_kind        text NOT NULL CHECK (fapiao_kind IN ('general','special')),
  registered_address text,
  phone              text,
  bank_name          text,
  bank_account       text,
  email              text,
  changed_at         timestamptz NOT NULL,
  changed_by         text NOT NULL,
  digest             text NOT NULL,
  PRIMARY KEY (customer_code, number),
  CONSTRAINT special_in_full CHECK (fapiao_kind <> 'special'
    OR num_nulls(taxpayer_id, registered_address, phone, bank_name, bank_account) = 0)
);

-- What is billed up to a cut-off, calculated by one person and made final by another.
CREATE TABLE ciyuan.bill_run (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  cut_off         timestamptz NOT NULL,
  grace_hours     integer NOT NULL CHECK (grace_hours BETWEEN 0 AND 8760),
  -- Only these accounts, and those of these customers and below them; all, where neither is named.
  accounts        text[] NOT NULL,
  customers       text[] NOT NULL,
  state           text NOT NULL CHECK (state IN ('calculating','draft','finalising','final','superseded')),
  chunks          integer CHECK (chunks >= 0),
  -- SHA-256 over the accounts that it takes and up to where their sequences were read, and over what was calculated.
  accounts_digest text,
  input_digest    text,
  created_at      timestamptz NOT NULL,
  created_by      text NOT NULL,
  finalised_by    text,
  finalised_at    timestamptz,
  digest          text,
  CONSTRAINT two_pairs_of_eyes CHECK (finalised_by <> created_by),
  CHECK ((state IN ('finalising','final')) = (finalised_by IS NOT NULL)),
  CHECK ((state = 'final') = (finalised_at IS NOT NULL AND digest IS NOT NULL)),
  CHECK (state IN ('calculating','superseded') OR num_nulls(chunks, accounts_digest, input_digest) = 0),
  CONSTRAINT after_grace CHECK (finalised_at >= cut_off + grace_hours * interval '1 hour')
);
-- One at a time: what one bills the next one knows of.
CREATE UNIQUE INDEX one_open_bill_run ON ciyuan.bill_run ((true)) WHERE state IN ('calculating','draft','finalising');

-- Who pays for an account in a run, and up to which of its sequence numbers it is billed.
CREATE TABLE ciyuan.bill_run_account (
  account_id       bigint NOT NULL REFERENCES ciyuan.account (account_id),
  run_id           bigint NOT NULL REFERENCES ciyuan.bill_run (id),
  chunk            integer NOT NULL CHECK (chunk > 0),
  payer_kind       text NOT NULL CHECK (payer_kind IN ('account','customer')),
  payer_code       text NOT NULL,
  through_sequence bigint NOT NULL CHECK (through_sequence >= 0),
  PRIMARY KEY (account_id, run_id)
);
CREATE INDEX bill_run_account_chunk ON ciyuan.bill_run_account (run_id, chunk);

-- What was calculated already; begun again, a run goes on behind it.
CREATE TABLE ciyuan.bill_run_chunk (
  run_id    bigint NOT NULL REFERENCES ciyuan.bill_run (id),
  chunk     integer NOT NULL CHECK (chunk > 0),
  documents integer NOT NULL CHECK (documents >= 0),
  digest    text NOT NULL,
  PRIMARY KEY (run_id, chunk)
);

CREATE SEQUENCE ciyuan.invoice_id AS bigint;
-- A document of a run as it was calculated; it is final once it is issued.
CREATE TABLE ciyuan.invoice (
  id          bigint PRIMARY KEY,
  run_id      bigint NOT NULL REFERENCES ciyuan.bill_run (id),
  chunk       integer NOT NULL,
  payer_kind  text NOT NULL CHECK (payer_kind IN ('account','customer')),
  payer_code  text NOT NULL,
  currency    text NOT NULL,
  kind        text NOT NULL CHECK (kind IN ('invoice','credit_note')),
  -- Of a credit note, the document that it takes back of; of any, the voided one that it bills again.
  corrects_id bigint REFERENCES ciyuan.invoice (id),
  replaces_id bigint REFERENCES ciyuan.invoice (id),
  line_count  integer NOT NULL CHECK (line_count > 0),
  gross_fen   bigint NOT NULL,
  net_fen     bigint NOT NULL,
  tax_fen     bigint NOT NULL,
  UNIQUE (run_id, payer_kind, payer_code, currency),
  CHECK (net_fen + tax_fen = gross_fen),
  CHECK ((kind = 'credit_note') = (gross_fen < 0)),
  CHECK (corrects_id < id AND replaces_id < id),
  CHECK (corrects_id IS NULL OR kind = 'credit_note')
);
CREATE INDEX invoice_of_chunk ON ciyuan.invoice (run_id, chunk);
CREATE INDEX invoice_of_payer ON ciyuan.invoice (payer_kind, payer_code, id);

-- A line bills the difference between what was charged under its key, all told, and what was billed before.
CREATE TABLE ciyuan.invoice_line (
  account_id        bigint NOT NULL REFERENCES ciyuan.account (account_id),
  invoice_id        bigint NOT NULL REFERENCES ciyuan.invoice (id),
  line              integer NOT NULL CHECK (line > 0),
  key               text NOT NULL,
  line_kind         text NOT NULL CHECK (line_kind IN ('grant','fee','usage','shortfall')),
  subscription_id   bigint,
  plan_version_id   bigint NOT NULL REFERENCES ciyuan.catalogue_document (id),
  model             text,
  starts_at         timestamptz NOT NULL,
  ends_at           timestamptz,
  days              integer CHECK (days > 0),
  -- What the line bills, in package tokens or tokens of usage.
  milli_tokens      bigint NOT NULL,
  vat_rate          numeric(8,6) NOT NULL CHECK (vat_rate >= 0),
  tax_mode          text NOT NULL CHECK (tax_mode IN ('fixed','included','on_top')),
  -- Charged under the key so far, exactly, up to the account's sequence of the run.
  total             numeric(38,12) NOT NULL,
  total_net         numeric(38,12),
  -- Billed under the key before.
  billed            numeric(38,12) NOT NULL,
  billed_gross_fen  bigint NOT NULL,
  billed_net_fen    bigint NOT NULL,
  billed_milli      bigint NOT NULL,
  gross_fen         bigint NOT NULL,
  net_fen           bigint NOT NULL,
  tax_fen           bigint NOT NULL,
  PRIMARY KEY (account_id, invoice_id, line),
  UNIQUE (account_id, invoice_id, key),
  CHECK (net_fen + tax_fen = gross_fen),
  CHECK (gross_fen <> 0 OR net_fen <> 0),
  CHECK ((tax_mode = 'fixed') = (total_net IS NOT NULL)),
  CHECK ((tax_mode = 'fixed') = (line_kind <> 'usage')),
  CHECK ((line_kind = 'usage') = (model IS NOT NULL))
);
CREATE INDEX invoice_line_key ON ciyuan.invoice_line (account_id, key, invoice_id);
CREATE INDEX invoice_line_invoice ON ciyuan.invoice_line (invoice_id, line);

-- From here on a document is final: its number, its buyer, its tax codes and its journal.
CREATE TABLE ciyuan.invoice_issue (
  invoice_id       bigint PRIMARY KEY REFERENCES ciyuan.invoice (id),
  number           text NOT NULL UNIQUE,
  year             integer NOT NULL,
  currency         text NOT NULL,
  serial           integer NOT NULL CHECK (serial > 0),
  issued_at        timestamptz NOT NULL,
  issued_by        text NOT NULL,
  -- The profile of its payer as it was; null where there is none.
  buyer            jsonb,
  -- By the kind of line.
  tax_codes        jsonb NOT NULL,
  -- SHA-256 over the document and its lines.
  content_digest   text NOT NULL,
  batch_id         bigint NOT NULL UNIQUE,
  accounting_month text NOT NULL,
  digest           text NOT NULL,
  UNIQUE (year, currency, serial),
  CHECK (number = format('%s-%s-%s', year, currency, lpad(serial::text, greatest(6, length(serial::text)), '0')))
);

-- All that a document and its lines say.
CREATE FUNCTION ciyuan.invoice_digest(invoice_id bigint) RETURNS text
LANGUAGE sql STABLE SET timezone = 'UTC' AS $$
  SELECT encode(sha256(convert_to(to_jsonb(i)::text || (
           SELECT string_agg(to_jsonb(l)::text, '' ORDER BY l.line) FROM ciyuan.invoice_line AS l
            WHERE l.invoice_id = i.id), 'UTF8')), 'hex')
    FROM ciyuan.invoice AS i WHERE i.id = $1
$$;
GRANT EXECUTE ON FUNCTION ciyuan.invoice_digest(bigint) TO ciyuan_app;

CREATE TABLE ciyuan.invoice_void_request (
  invoice_id   bigint PRIMARY KEY REFERENCES ciyuan.invoice_issue (invoice_id),
  reason       text NOT NULL,
  requested_by text NOT NULL,
  requested_at timestamptz NOT NULL,
  digest       text NOT NULL
);
-- What was billed on it is billed again by runs behind `after_run_id`.
CREATE TABLE ciyuan.invoice_void (
  invoice_id       bigint PRIMARY KEY REFERENCES ciyuan.invoice_void_request (invoice_id),
  requested_by     text NOT NULL,
  approved_by      text NOT NULL,
  approved_at      timestamptz NOT NULL,
  after_run_id     bigint NOT NULL REFERENCES ciyuan.bill_run (id),
  batch_id         bigint NOT NULL UNIQUE,
  accounting_month text NOT NULL,
  digest           text NOT NULL,
  CONSTRAINT two_pairs_of_eyes CHECK (approved_by <> requested_by)
);

-- Less is owed, out of goodwill: what was billed stands, and nothing of it is billed again.
CREATE TABLE ciyuan.credit_note (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  invoice_id   bigint NOT NULL REFERENCES ciyuan.invoice_issue (invoice_id),
  reason       text NOT NULL,
  gross_fen    bigint NOT NULL CHECK (gross_fen > 0),
  net_fen      bigint NOT NULL,
  tax_fen      bigint NOT NULL,
  requested_by text NOT NULL,
  requested_at timestamptz NOT NULL,
  digest       text NOT NULL,
  CHECK (net_fen + tax_fen = gross_fen)
);
CREATE INDEX credit_note_invoice ON ciyuan.credit_note (invoice_id);
CREATE TABLE ciyuan.credit_note_line (
  account_id     bigint NOT NULL,
  credit_note_id bigint NOT NULL REFERENCES ciyuan.credit_note (id),
  invoice_id     bigint NOT NULL,
  line           integer NOT NULL,
  gross_fen      bigint NOT NULL CHECK (gross_fen > 0),
  net_fen        bigint NOT NULL,
  tax_fen        bigint NOT NULL,
  digest         text NOT NULL,
  PRIMARY KEY (account_id, credit_note_id, line),
  FOREIGN KEY (account_id, invoice_id, line) REFERENCES ciyuan.invoice_line (account_id, invoice_id, line),
  CHECK (net_fen + tax_fen = gross_fen)
);
CREATE INDEX credit_note_line_of ON ciyuan.credit_note_line (account_id, invoice_id, line);
CREATE TABLE ciyuan.credit_note_issue (
  credit_note_id   bigint PRIMARY KEY REFERENCES ciyuan.credit_note (id),
  number           text NOT NULL UNIQUE,
  year             integer NOT NULL,
  currency         text NOT NULL,
  serial           integer NOT NULL CHECK (serial > 0),
  requested_by     text NOT NULL,
  approved_by      text NOT NULL,
  issued_at        timestamptz NOT NULL,
  batch_id         bigint NOT NULL UNIQUE,
  accounting_month text NOT NULL,
  digest           text NOT NULL,
  UNIQUE (year, currency, serial),
  CHECK (number = format('CN-%s-%s-%s', year, currency, lpad(serial::text, greatest(6, length(serial::text)), '0'))),
  CONSTRAINT two_pairs_of_eyes CHECK (approved_by <> requested_by)
);

-- The journals that are of documents, and of no write of an account.
CREATE VIEW ciyuan.billing_batch AS
SELECT batch_id, accounting_month, issued_at AS booked_at FROM ciyuan.invoice_issue
UNION ALL SELECT batch_id, accounting_month, approved_at FROM ciyuan.invoice_void
UNION ALL SELECT batch_id, accounting_month, issued_at FROM ciyuan.credit_note_issue;

-- What a row says once it says for good; what it does not say yet can be added, and its state moves.
CREATE FUNCTION ciyuan.refuse_other_figures() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM jsonb_each(to_jsonb(OLD)) AS o JOIN jsonb_each(to_jsonb(NEW)) AS n USING (key)
              WHERE o.value <> n.value AND o.value <> 'null' AND key <> 'state') THEN
    RAISE EXCEPTION 'the figures of a % never change', TG_TABLE_NAME USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER lawful_state BEFORE UPDATE ON ciyuan.bill_run
  FOR EACH ROW WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION ciyuan.refuse_lawless_state(
    'calculating to draft', 'draft to finalising', 'finalising to final', 'calculating to superseded',
    'draft to superseded');
CREATE TRIGGER figures_stand BEFORE UPDATE ON ciyuan.bill_run
  FOR EACH ROW EXECUTE FUNCTION ciyuan.refuse_other_figures();
CREATE TRIGGER kept BEFORE DELETE OR TRUNCATE ON ciyuan.bill_run
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['billing_profile', 'bill_run_account', 'bill_run_chunk', 'invoice', 'invoice_line',
    'invoice_issue', 'invoice_void_request', 'invoice_void', 'credit_note', 'credit_note_line', 'credit_note_issue'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ciyuan.%I
                      FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change()', name);
    EXECUTE format('GRANT SELECT, INSERT ON ciyuan.%I TO ciyuan_app', name);
  END LOOP;
END $$;
GRANT SELECT, INSERT ON ciyuan.bill_run TO ciyuan_app;
GRANT UPDATE (state, chunks, accounts_digest, input_digest, finalised_by, finalised_at, digest) ON ciyuan.bill_run TO ciyuan_app;
GRANT SELECT ON ciyuan.billing_batch TO ciyuan_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA ciyuan TO ciyuan_app;

-- Bills, reconciliations and files of cost and usage are jobs.
ALTER TABLE ciyuan.job_run DROP CONSTRAINT known_kind;
ALTER TABLE ciyuan.job_run ADD CONSTRAINT known_kind
  CHECK (kind IN ('settlement','expiry','renewal','export','order_import','confirmation','billing','reconciliation',
                  'focus_export'));
