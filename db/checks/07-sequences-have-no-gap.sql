-- An account's sequence numbers are used once each, without a gap, up to the next one; every account has its row.
WITH used AS (
  SELECT account_id, sequence FROM ciyuan.usage_entry
  UNION ALL SELECT account_id, number FROM ciyuan.grant_bucket
  UNION ALL SELECT account_id, id FROM ciyuan.subscription
  UNION ALL SELECT account_id, sequence FROM ciyuan.commitment_entry WHERE closes
  UNION ALL SELECT account_id, sequence FROM ciyuan.subscription_change
  UNION ALL SELECT account_id, sequence FROM ciyuan.subscription_lapse
  UNION ALL SELECT account_id, sequence FROM ciyuan.grant_movement WHERE kind = 'given'
  UNION ALL
  -- What comes back to a grant that has expired does so under the number of its reversal.
  SELECT m.account_id, m.sequence FROM ciyuan.grant_movement AS m
    LEFT JOIN ciyuan.usage_correction AS c ON c.account_id = m.account_id AND c.sequence = m.sequence
   WHERE m.kind = 'expired' AND c.sequence IS NULL
), counted AS (
  SELECT account_id, count(*) AS uses, count(DISTINCT sequence) AS numbers, max(sequence) AS highest
    FROM used GROUP BY account_id
)
SELECT 'sequence has a gap or a double' AS what,
       format('account %s: next %s, highest %s, %s numbers in %s uses', account_id, s.next_sequence, c.highest,
              c.numbers, c.uses) AS detail
  FROM ciyuan.account AS a
  FULL JOIN ciyuan.account_state AS s USING (account_id)
  FULL JOIN counted AS c USING (account_id)
 WHERE a.code IS NULL OR s.next_sequence IS NULL OR coalesce(c.highest, 0) <> s.next_sequence - 1
    OR c.numbers <> c.highest OR c.uses <> c.numbers;
