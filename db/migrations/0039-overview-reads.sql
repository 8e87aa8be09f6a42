-- The newest usage of everybody, or of one partner, read from the end of a month backwards without sorting the month.
CREATE INDEX usage_record_at ON ciyuan.usage_record (at, partner);
-- What is not charged, or void before it was, stands in that list by the same time.
CREATE INDEX suspense_at ON ciyuan.suspense_record (at) WHERE state <> 'recycled';
-- What a partner's usage came to, write by write, the latest first; one small row for each write.
CREATE INDEX outbox_usage ON ciyuan.outbox ((payload ->> 'partner'), created_at) WHERE topic = 'usage.charged';
-- What was written from day to day: one small row a write leads to what the write added to the roll-ups.
CREATE INDEX account_write_at ON ciyuan.account_write (written_at);
