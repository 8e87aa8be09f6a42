-- The tokens that the ledger says were issued to an account, brought along, received less given, consumed, expired, and
-- are held by it, are those of its grants. What rolls over stays with the account.
WITH booked AS (
  SELECT account_id,
         sum(CASE ledger_account WHEN 'token_issued' THEN -amount ELSE 0 END) AS issued,
         sum(CASE ledger_account WHEN 'token_opening' THEN -amount ELSE 0 END) AS stated,
         sum(CASE ledger_account WHEN 'token_transferred' THEN -amount ELSE 0 END) AS received,
         sum(CASE ledger_account WHEN 'token_consumed' THEN amount ELSE 0 END) AS consumed,
         sum(CASE ledger_account WHEN 'token_expired' THEN amount ELSE 0 END) AS expired,
         sum(CASE ledger_account WHEN 'token_balance' THEN amount ELSE 0 END) AS held
    FROM ciyuan.journal_line WHERE asset = 'TOKEN' GROUP BY account_id
), given AS (
  SELECT account_id, sum(milli_tokens) AS milli FROM ciyuan.grant_movement WHERE kind = 'given' GROUP BY account_id
), granted AS (
  SELECT account_id,
         sum(CASE WHEN origin IN ('rolled_over', 'received', 'stated') THEN 0 ELSE quantity_milli END) * 0.001 AS issued,
         sum(CASE origin WHEN 'stated' THEN quantity_milli ELSE 0 END) * 0.001 AS stated,
         sum(CASE origin WHEN 'received' THEN quantity_milli ELSE 0 END) * 0.001 AS received,
         sum(drawn_milli) * 0.001 AS consumed, sum(expired_milli) * 0.001 AS expired,
         sum(quantity_milli - drawn_milli - released_milli - expired_milli) * 0.001 AS held
    FROM ciyuan.grant_bucket GROUP BY account_id
)
SELECT 'token ledger differs from grants' AS what,
       format('account %s: issued %s of %s, stated %s of %s, received %s of %s, consumed %s of %s, expired %s of %s, held %s of %s',
              account_id, b.issued, g.issued, b.stated, g.stated, b.received, g.received - coalesce(o.milli, 0) * 0.001,
              b.consumed, g.consumed, b.expired, g.expired, b.held, g.held) AS detail
  FROM booked AS b FULL JOIN granted AS g USING (account_id) LEFT JOIN given AS o USING (account_id)
 WHERE coalesce(b.issued, 0) <> coalesce(g.issued, 0) OR coalesce(b.consumed, 0) <> coalesce(g.consumed, 0)
    OR coalesce(b.stated, 0) <> coalesce(g.stated, 0)
    OR coalesce(b.received, 0) <> coalesce(g.received, 0) - coalesce(o.milli, 0) * 0.001
    OR coalesce(b.expired, 0) <> coalesce(g.expired, 0) OR coalesce(b.held, 0) <> coalesce(g.held, 0);
