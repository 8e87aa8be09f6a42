-- A grant's movement happened when it says: with the grant's issue, at its expiry, with a rating that drew on it, or with
-- a reversal that gave it back.
SELECT 'movement has no such cause' AS what,
       format('account %s, grant %s, %s at %s', m.account_id, m.grant_number, m.kind, m.at) AS detail
  FROM ciyuan.grant_movement AS m
  LEFT JOIN ciyuan.grant_bucket AS g ON g.account_id = m.account_id AND g.number = m.grant_number
  LEFT JOIN ciyuan.usage_entry AS r
    ON r.account_id = m.account_id AND r.sequence = m.sequence AND m.kind <> 'issued'
 WHERE (CASE m.kind
          WHEN 'issued' THEN m.sequence = g.number AND m.at = g.effective_at
          WHEN 'drawn' THEN r.kind <> 'reversal' AND m.at = r.at AND m.grant_number <> r.grant_number
          WHEN 'returned' THEN r.kind = 'reversal' AND m.at = r.at
          WHEN 'expired' THEN coalesce(r.kind, 'reversal') = 'reversal' AND m.at = g.expires_at
          ELSE r.kind <> 'reversal' AND m.at = g.expires_at AND r.at < m.at
        END) IS NOT TRUE;
