-- What a write knew besides the accounts that it changed, so that it can be computed again and must come out the same:
-- the catalogue of which epoch, and the accounting month of every month that was no longer open.
CREATE TABLE ciyuan.account_write (
  batch_id        bigint PRIMARY KEY,
  kind            text NOT NULL CHECK (kind IN ('usage','order','renewal','expiry','correction')),
  catalogue_epoch bigint NOT NULL CHECK (catalogue_epoch >= 0),
  -- Usage month to accounting month, only where they differ.
  late_months     jsonb NOT NULL CHECK (jsonb_typeof(late_months) = 'object'),
  written_at      timestamptz NOT NULL
);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ciyuan.account_write
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
GRANT SELECT, INSERT ON ciyuan.account_write TO ciyuan_app;

-- The first epoch that has the version or the model in it. What was there before epochs were kept is of every epoch.
ALTER TABLE ciyuan.catalogue_document ADD COLUMN epoch bigint NOT NULL DEFAULT 0;
ALTER TABLE ciyuan.catalogue_document ALTER COLUMN epoch DROP DEFAULT;
ALTER TABLE ciyuan.model ADD COLUMN epoch bigint NOT NULL DEFAULT 0;
ALTER TABLE ciyuan.model ALTER COLUMN epoch DROP DEFAULT;

-- The write that a movement is of; 0 before writes were kept.
ALTER TABLE ciyuan.grant_movement ADD COLUMN batch_id bigint NOT NULL DEFAULT 0;
ALTER TABLE ciyuan.grant_movement ALTER COLUMN batch_id DROP DEFAULT;
