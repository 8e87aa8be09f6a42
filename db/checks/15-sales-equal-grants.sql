-- What customers owe for packages, for fees and for shortfalls, and the tax in it, is the price of their grants, the
-- fees that these were sold with and what the closed periods of their commitments have come to, in the currency of the
-- plan.
WITH booked AS (
  SELECT account_id, asset, sum(CASE ledger_account WHEN 'receivable' THEN amount ELSE 0 END) AS gross,
         sum(CASE ledger_account WHEN 'tax_payable' THEN -amount ELSE 0 END) AS tax
    FROM ciyuan.journal_line AS j WHERE account_id > 0 AND asset <> 'TOKEN'
     -- Invoices, adjustments and payments have identities of their own.
     AND batch_id NOT IN (SELECT batch_id FROM ciyuan.billing_batch)
     AND NOT EXISTS (SELECT FROM ciyuan.money_line AS m WHERE m.account_id = j.account_id AND m.batch_id = j.batch_id)
   GROUP BY 1, 2
), document AS (
  SELECT account_id, plan_version_id, price_gross AS gross, price_net AS net FROM ciyuan.grant_bucket
   WHERE origin NOT IN ('rolled_over', 'received', 'stated')
  UNION ALL
  SELECT f.account_id, g.plan_version_id, f.gross, f.net FROM ciyuan.fee_charge AS f
    LEFT JOIN ciyuan.grant_bucket AS g ON g.account_id = f.account_id AND g.number = f.sequence
  UNION ALL
  SELECT c.account_id, s.plan_version_id, c.gross, c.net FROM ciyuan.commitment_entry AS c
    LEFT JOIN ciyuan.subscription AS s ON s.account_id = c.account_id AND s.id = c.subscription_id
), sold AS (
  SELECT d.account_id, p.body ->> 'currency' AS asset, sum(d.gross) AS gross, sum(d.gross - d.net) AS tax
    FROM document AS d LEFT JOIN ciyuan.catalogue_document AS p ON p.id = d.plan_version_id GROUP BY 1, 2
)
SELECT 'sales differ between ledger and documents' AS what,
       format('account %s in %s: owed %s for %s, tax %s of %s', account_id, asset, b.gross, s.gross, b.tax, s.tax) AS detail
  FROM booked AS b FULL JOIN sold AS s USING (account_id, asset)
 WHERE coalesce(b.gross, 0) <> coalesce(s.gross, 0) OR coalesce(b.tax, 0) <> coalesce(s.tax, 0);
