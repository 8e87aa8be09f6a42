-- A grant's movement happened when it says: with the grant's issue, at its expiry, with a rating that drew on it, with a
-- reversal that gave it back, or when a part of it went on into another grant.
SELECT 'movement has no such cause' AS what,
       format('account %s, grant %s, %s at %s', m.account_id, m.grant_number, m.kind, m.at) AS detail
  FROM ciyuan.grant_movement AS m
  LEFT JOIN ciyuan.grant_bucket AS g ON g.account_id = m.account_id AND g.number = m.grant_number
  LEFT JOIN ciyuan.usage_entry AS r
    ON r.account_id = m.account_id AND r.sequence = m.sequence AND m.kind IN ('drawn', 'returned', 'expired', 'expiry_reversed')
  LEFT JOIN ciyuan.grant_bucket AS c
    ON c.account_id = m.account_id AND c.number = m.sequence AND m.kind = 'rolled_out'
  LEFT JOIN ciyuan.grant_transfer AS t
    ON t.account_id = m.account_id AND t.sequence = m.sequence AND m.kind = 'given'
 WHERE (CASE
          WHEN m.kind IN ('issued', 'rolled_in', 'received', 'stated') THEN m.sequence = g.number AND m.at = g.granted_at
          WHEN m.kind = 'drawn' THEN r.kind <> 'reversal' AND m.at = r.at AND m.grant_number <> r.grant_number
          WHEN m.kind = 'returned' THEN r.kind = 'reversal' AND m.at = r.at
          WHEN m.kind = 'expired' THEN coalesce(r.kind, 'reversal') = 'reversal' AND m.at = g.expires_at
          WHEN m.kind = 'expiry_reversed' THEN r.kind <> 'reversal' AND m.at = g.expires_at AND r.at < m.at
          WHEN m.kind = 'rolled_out' THEN c.from_number = m.grant_number AND c.quantity_milli = m.milli_tokens
                                      AND m.at = c.granted_at AND m.at = g.expires_at
          ELSE t.grant_number = m.grant_number AND t.milli_tokens = m.milli_tokens AND m.at = t.booked_at
        END) IS NOT TRUE;
