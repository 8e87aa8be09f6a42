-- The journal of a posted run owes each party the share that its statements say; the operator keeps its own.
WITH owed AS (
  SELECT p.run_id, j.party, -sum(j.amount) AS yuan
    FROM ciyuan.settlement_posting AS p
    JOIN ciyuan.journal_line AS j ON j.account_id = 0 AND j.batch_id = p.batch_id
   WHERE j.ledger_account IN ('partner_payable','operator_revenue') GROUP BY 1, 2
), stated AS (
  SELECT s.run_id, s.party, sum(s.share_fen) / 100 AS yuan
    FROM ciyuan.settlement_posting AS p JOIN ciyuan.statement AS s USING (run_id) GROUP BY 1, 2
)
SELECT 'journal differs from statements' AS what,
       format('run %s, %s: owed %s, stated %s', run_id, party, owed.yuan, stated.yuan) AS detail
  FROM owed FULL JOIN stated USING (run_id, party)
 WHERE coalesce(owed.yuan, 0) <> coalesce(stated.yuan, 0);
