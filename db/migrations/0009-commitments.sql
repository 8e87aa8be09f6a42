-- A spend is counted in pico-yuan, which a bigint cannot hold beyond 9.2 million yuan.
ALTER TABLE ciyuan.tier_counter ALTER COLUMN quantity TYPE numeric(38,0);

-- The part of a record that a commitment rated: under which subscription, its tokens, and what they were charged.
ALTER TABLE ciyuan.usage_record ADD COLUMN commitment_subscription_id bigint;
ALTER TABLE ciyuan.usage_record ADD COLUMN commitment_tokens bigint CHECK (commitment_tokens >= 0);
ALTER TABLE ciyuan.usage_record ADD COLUMN commitment_gross numeric(38,12);
