-- The journal of a posted run owes each party the share that its statements say, in each currency; the operator keeps its own.
WITH owed AS (
  SELECT p.run_id, j.party, j.asset AS currency, -sum(j.amount) AS amount
    FROM ciyuan.settlement_posting AS p
    JOIN ciyuan.journal_line AS j ON j.account_id = 0 AND j.batch_id = p.batch_id
   WHERE j.ledger_account IN ('partner_payable','operator_revenue','currency_clearing') GROUP BY 1, 2, 3
), stated AS (
  SELECT s.run_id, s.party, s.currency, sum(s.share_fen) / 100 AS amount
    FROM ciyuan.settlement_posting AS p JOIN ciyuan.statement AS s USING (run_id) GROUP BY 1, 2, 3
)
SELECT 'journal differs from statements' AS what,
       format('run %s, %s in %s: owed %s, stated %s', run_id, party, currency, owed.amount, stated.amount) AS detail
  FROM owed FULL JOIN stated USING (run_id, party, currency)
 WHERE coalesce(owed.amount, 0) <> coalesce(stated.amount, 0);
