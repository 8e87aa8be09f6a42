-- A journal is one account's part of one write. Debits are positive, credits negative.
CREATE TABLE ciyuan.journal_line (
  account_id       bigint NOT NULL,
  batch_id         bigint NOT NULL,
  line             integer NOT NULL,
  accounting_month text NOT NULL,
  asset            text NOT NULL CHECK (asset IN ('CNY','TOKEN')),
  ledger_account   text NOT NULL,
  party            text REFERENCES ciyuan.party (code),
  -- Yuan for CNY, package tokens for TOKEN.
  amount           numeric(38,12) NOT NULL CHECK (amount <> 0),
  booked_at        timestamptz NOT NULL,
  PRIMARY KEY (account_id, batch_id, line)
);

CREATE FUNCTION ciyuan.refuse_unbalanced_journal() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE unbalanced record;
BEGIN
  SELECT account_id, batch_id, asset, sum(amount) AS amount INTO unbalanced
    FROM added GROUP BY account_id, batch_id, asset HAVING sum(amount) <> 0 LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'journal % of account % is out of balance by % %',
      unbalanced.batch_id, unbalanced.account_id, unbalanced.amount, unbalanced.asset USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER balanced_journal AFTER INSERT ON ciyuan.journal_line
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_unbalanced_journal();

CREATE FUNCTION ciyuan.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = '42501';
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ciyuan.journal_line
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ciyuan.usage_record
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ciyuan.usage_key
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ciyuan.usage_rollup_delta
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ciyuan.grant_movement
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ciyuan.catalogue_document
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
