-- What one account gave is what another one received, in the same write; over both nothing stays in the clearing accounts.
WITH given AS (
  SELECT account_id, sequence, grant_number, batch_id, milli_tokens, at FROM ciyuan.grant_movement WHERE kind = 'given'
), received AS (
  SELECT g.account_id, g.number, g.from_account_id, g.from_number, g.quantity_milli, m.batch_id, m.at
    FROM ciyuan.grant_bucket AS g
    LEFT JOIN ciyuan.grant_movement AS m
      ON m.account_id = g.account_id AND m.grant_number = g.number AND m.kind = 'received'
   WHERE g.origin = 'received'
)
SELECT 'transfer is not what was given' AS what, format('account %s, sequence %s', account_id, sequence) AS detail
  FROM ciyuan.grant_transfer AS t FULL JOIN given AS g USING (account_id, sequence)
 WHERE (t.grant_number, t.batch_id, t.milli_tokens, t.booked_at)
       IS DISTINCT FROM (g.grant_number, g.batch_id, g.milli_tokens, g.at)
UNION ALL
SELECT 'transfer is not what was received', format('account %s, grant %s', r.account_id, r.number)
  FROM ciyuan.grant_transfer AS t
  FULL JOIN received AS r ON r.account_id = t.to_account_id AND r.number = t.to_number
 WHERE (t.account_id, t.grant_number, t.batch_id, t.milli_tokens, t.booked_at)
       IS DISTINCT FROM (r.from_account_id, r.from_number, r.batch_id, r.quantity_milli, r.at)
UNION ALL
SELECT 'clearing does not come to nothing', format('batch %s, %s of %s', batch_id, sum(amount), ledger_account)
  FROM ciyuan.journal_line WHERE ledger_account IN ('transfer_clearing', 'token_transferred')
 GROUP BY batch_id, accounting_month, ledger_account HAVING sum(amount) <> 0
UNION ALL
SELECT 'gift of what may not be given', format('account %s, grant %s', g.account_id, g.number)
  FROM ciyuan.grant_bucket AS g
  LEFT JOIN ciyuan.catalogue_document AS d ON d.id = g.plan_version_id AND d.kind = 'plan'
 WHERE g.origin = 'received' AND (d.body ->> 'transferable')::boolean IS NOT TRUE;
