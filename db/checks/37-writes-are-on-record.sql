-- Everything that a write booked names a write that is on record, an entry's movements are of the entry's write, and the
-- others of the write that booked them.
WITH moved AS (
  SELECT account_id, batch_id,
         sum(CASE kind WHEN 'issued' THEN milli_tokens ELSE 0 END) AS issued,
         sum(CASE kind WHEN 'expired' THEN milli_tokens WHEN 'expiry_reversed' THEN -milli_tokens ELSE 0 END) AS expired
    FROM ciyuan.grant_movement GROUP BY 1, 2
), booked AS (
  SELECT account_id, batch_id,
         sum(CASE ledger_account WHEN 'token_issued' THEN -amount * 1000 ELSE 0 END) AS issued,
         sum(CASE ledger_account WHEN 'token_expired' THEN amount * 1000 ELSE 0 END) AS expired
    FROM ciyuan.journal_line WHERE asset = 'TOKEN' GROUP BY 1, 2
), named AS (
  SELECT DISTINCT batch_id, 'journal' AS of FROM ciyuan.journal_line
  UNION ALL SELECT DISTINCT batch_id, 'roll-up' FROM ciyuan.usage_rollup_delta
  UNION ALL SELECT DISTINCT batch_id, 'record' FROM ciyuan.usage_entry
  UNION ALL SELECT DISTINCT batch_id, 're-rating' FROM ciyuan.re_rating_run
  UNION ALL SELECT DISTINCT batch_id, 'movement' FROM ciyuan.grant_movement
  UNION ALL SELECT DISTINCT batch_id, 'change of a subscription' FROM ciyuan.subscription_change
  UNION ALL SELECT DISTINCT batch_id, 'transfer' FROM ciyuan.grant_transfer
)
SELECT 'write is not on record' AS what, format('%s of batch %s', n.of, n.batch_id) AS detail
  FROM named AS n
  LEFT JOIN ciyuan.account_write AS w ON w.batch_id = n.batch_id
  LEFT JOIN ciyuan.settlement_posting AS p ON p.batch_id = n.batch_id AND n.of = 'journal'
  LEFT JOIN (SELECT DISTINCT batch_id FROM ciyuan.money_line) AS m ON m.batch_id = n.batch_id AND n.of = 'journal'
 WHERE w.batch_id IS NULL AND p.batch_id IS NULL AND m.batch_id IS NULL
   AND NOT (n.of = 'journal' AND n.batch_id IN (SELECT batch_id FROM ciyuan.billing_batch))
UNION ALL
SELECT 'movement is of another write than its record',
       format('account %s, sequence %s: batch %s of %s', m.account_id, m.sequence, m.batch_id, r.batch_id)
  FROM ciyuan.grant_movement AS m
  JOIN ciyuan.usage_entry AS r ON r.account_id = m.account_id AND r.sequence = m.sequence
 WHERE m.kind <> 'issued' AND m.batch_id <> r.batch_id
UNION ALL
SELECT 'movements differ from the journal of their write',
       format('account %s, batch %s: issued %s of %s, expired %s of %s', account_id, batch_id, m.issued, b.issued,
              m.expired, b.expired)
  FROM moved AS m FULL JOIN booked AS b USING (account_id, batch_id)
 WHERE coalesce(m.issued, 0) <> coalesce(b.issued, 0) OR coalesce(m.expired, 0) <> coalesce(b.expired, 0);
