-- What customers owe for packages, and the tax in it, is the price of their grants.
WITH booked AS (
  SELECT account_id, sum(CASE ledger_account WHEN 'receivable' THEN amount ELSE 0 END) AS gross,
         sum(CASE ledger_account WHEN 'tax_payable' THEN -amount ELSE 0 END) AS tax
    FROM ciyuan.journal_line WHERE account_id > 0 AND asset = 'CNY' GROUP BY account_id
), sold AS (
  SELECT account_id, sum(price_gross) AS gross, sum(price_gross - price_net) AS tax
    FROM ciyuan.grant_bucket GROUP BY account_id
)
SELECT 'sales differ between ledger and grants' AS what,
       format('account %s: owed %s for %s, tax %s of %s', account_id, b.gross, s.gross, b.tax, s.tax) AS detail
  FROM booked AS b FULL JOIN sold AS s USING (account_id)
 WHERE coalesce(b.gross, 0) <> coalesce(s.gross, 0) OR coalesce(b.tax, 0) <> coalesce(s.tax, 0);
