-- A further kind of document: what one currency is worth in another, from date to date.
ALTER TABLE ciyuan.catalogue_document DROP CONSTRAINT catalogue_document_kind_check;
ALTER TABLE ciyuan.catalogue_document ADD CONSTRAINT catalogue_document_kind_check
  CHECK (kind IN ('plan','price_book','cost_book','coefficient_table','split_rule','contract','holiday_calendar',
    'served_models','exchange_rates','notice_policy','eligibility_rule'));

ALTER TABLE ciyuan.document_draft DROP CONSTRAINT document_draft_kind_check;
ALTER TABLE ciyuan.document_draft ADD CONSTRAINT document_draft_kind_check
  CHECK (kind IN ('plan','price_book','cost_book','coefficient_table','split_rule','contract','holiday_calendar',
    'served_models','exchange_rates','notice_policy','eligibility_rule'));

-- Every currency is an asset of its own: a journal balances in each, and no amount of one stands for another.
ALTER TABLE ciyuan.journal_line DROP CONSTRAINT journal_line_asset_check;
ALTER TABLE ciyuan.journal_line ADD CONSTRAINT journal_line_asset_check
  CHECK (asset IN ('TOKEN','CNY','HKD','MOP','TWD','USD','EUR','GBP','CHF','SGD','MYR','THB','AED'));
