-- Further kinds of documents: what the names stand for that gateways report, and how long before customers are told of
-- prices.
ALTER TABLE ciyuan.catalogue_document DROP CONSTRAINT catalogue_document_kind_check;
ALTER TABLE ciyuan.catalogue_document ADD CONSTRAINT catalogue_document_kind_check
  CHECK (kind IN ('plan','price_book','cost_book','coefficient_table','split_rule','contract','holiday_calendar',
                  'served_models','exchange_rates','notice_policy','eligibility_rule'));

ALTER TABLE ciyuan.document_draft DROP CONSTRAINT document_draft_kind_check;
ALTER TABLE ciyuan.document_draft ADD CONSTRAINT document_draft_kind_check
  CHECK (kind IN ('plan','price_book','cost_book','coefficient_table','split_rule','contract','holiday_calendar',
                  'served_models','exchange_rates','notice_policy','eligibility_rule'));

-- The name that a record was reported by, where that is not the code of its model.
ALTER TABLE ciyuan.usage_record ADD COLUMN reported_model text;

-- How the draft is to be announced to whom it makes dearer.
ALTER TABLE ciyuan.document_draft ADD COLUMN notice jsonb;
ALTER TABLE ciyuan.document_draft ADD CONSTRAINT notice_of_prices
  CHECK (notice IS NULL OR kind IN ('plan','price_book'));
CREATE TRIGGER announced_as_written BEFORE UPDATE ON ciyuan.document_draft
  FOR EACH ROW WHEN ((OLD.state <> 'draft' OR NEW.state <> 'draft') AND OLD.notice IS DISTINCT FROM NEW.notice)
  EXECUTE FUNCTION ciyuan.refuse_change();
GRANT UPDATE (notice) ON ciyuan.document_draft TO ciyuan_app;

-- What customers are to be told of a version of a plan or a price book, with the event that tells of it.
CREATE TABLE ciyuan.price_notice (
  -- Names its event, too.
  id             bigint PRIMARY KEY,
  document_id    bigint NOT NULL UNIQUE REFERENCES ciyuan.catalogue_document (id),
  kind           text NOT NULL CHECK (kind IN ('plan','price_book')),
  code           text NOT NULL,
  version        integer NOT NULL CHECK (version > 0),
  audience       jsonb NOT NULL,
  channels       text[] NOT NULL CHECK (cardinality(channels) > 0),
  announced_at   timestamptz NOT NULL,
  effective_from timestamptz NOT NULL,
  text           text NOT NULL CHECK (char_length(text) BETWEEN 1 AND 2000),
  created_at     timestamptz NOT NULL,
  CHECK (created_at <= announced_at AND announced_at <= effective_from)
);
CREATE INDEX price_notice_announced ON ciyuan.price_notice (announced_at, id);
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ciyuan.price_notice
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
GRANT SELECT, INSERT ON ciyuan.price_notice TO ciyuan_app;
