-- A further kind of document: calendars of statutory holidays, which the time bands of price books name.
ALTER TABLE ciyuan.catalogue_document DROP CONSTRAINT catalogue_document_kind_check;
ALTER TABLE ciyuan.catalogue_document ADD CONSTRAINT catalogue_document_kind_check
  CHECK (kind IN ('plan','price_book','cost_book','coefficient_table','split_rule','contract','holiday_calendar'));

ALTER TABLE ciyuan.document_draft DROP CONSTRAINT document_draft_kind_check;
ALTER TABLE ciyuan.document_draft ADD CONSTRAINT document_draft_kind_check
  CHECK (kind IN ('plan','price_book','cost_book','coefficient_table','split_rule','contract','holiday_calendar'));
