-- What customers owe for packages, for fees and for shortfalls, and the tax in it, is the price of their grants, the
-- fees that these were sold with and what the closed periods of their commitments have come to.
WITH booked AS (
  SELECT account_id, sum(CASE ledger_account WHEN 'receivable' THEN amount ELSE 0 END) AS gross,
         sum(CASE ledger_account WHEN 'tax_payable' THEN -amount ELSE 0 END) AS tax
    FROM ciyuan.journal_line WHERE account_id > 0 AND asset = 'CNY' GROUP BY account_id
), sold AS (
  SELECT account_id, sum(gross) AS gross, sum(gross - net) AS tax
    FROM (SELECT account_id, price_gross AS gross, price_net AS net FROM ciyuan.grant_bucket
           WHERE origin NOT IN ('rolled_over', 'received', 'stated')
          UNION ALL SELECT account_id, gross, net FROM ciyuan.fee_charge
          UNION ALL SELECT account_id, gross, net FROM ciyuan.commitment_entry) AS document
   GROUP BY account_id
)
SELECT 'sales differ between ledger and documents' AS what,
       format('account %s: owed %s for %s, tax %s of %s', account_id, b.gross, s.gross, b.tax, s.tax) AS detail
  FROM booked AS b FULL JOIN sold AS s USING (account_id)
 WHERE coalesce(b.gross, 0) <> coalesce(s.gross, 0) OR coalesce(b.tax, 0) <> coalesce(s.tax, 0);
