-- A further kind of document: who belongs to a group of customers that plans are for.
ALTER TABLE ciyuan.catalogue_document DROP CONSTRAINT catalogue_document_kind_check;
ALTER TABLE ciyuan.catalogue_document ADD CONSTRAINT catalogue_document_kind_check
  CHECK (kind IN ('plan','price_book','cost_book','coefficient_table','split_rule','contract','holiday_calendar',
    'served_models','exchange_rates','notice_policy','eligibility_rule'));

ALTER TABLE ciyuan.document_draft DROP CONSTRAINT document_draft_kind_check;
ALTER TABLE ciyuan.document_draft ADD CONSTRAINT document_draft_kind_check
  CHECK (kind IN ('plan','price_book','cost_book','coefficient_table','split_rule','contract','holiday_calendar',
    'served_models','exchange_rates','notice_policy','eligibility_rule'));
