-- What a partner's posts had that came to nothing, post by post, the latest first: refused, known before, or in conflict.
CREATE INDEX outbox_unwritten ON ciyuan.outbox ((payload ->> 'partner'), created_at) WHERE topic = 'usage.unwritten';
