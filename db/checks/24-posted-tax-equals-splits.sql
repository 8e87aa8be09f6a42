-- The tax that a posted month owes for usage is that of its splits, each of which is of revenue that was rolled up; its
-- journal names the party of each share, and moves nothing but revenue, shares, what is converted, tax and
-- rounding.
WITH owed AS (
  SELECT p.run_id, j.asset AS currency, -sum(CASE j.ledger_account WHEN 'tax_pending' THEN j.amount ELSE 0 END) AS tax,
         count(*) FILTER (WHERE j.ledger_account NOT IN ('package_revenue', 'breakage_revenue', 'shortfall_revenue', 'fee_revenue', 'usage_revenue',
           'unbilled_usage', 'operator_revenue', 'currency_clearing', 'partner_payable', 'tax_pending', 'rounding')
           OR (j.party IS NULL) = (j.ledger_account IN ('operator_revenue', 'currency_clearing', 'partner_payable'))) AS strange
    FROM ciyuan.settlement_posting AS p
    LEFT JOIN ciyuan.journal_line AS j ON j.account_id = 0 AND j.batch_id = p.batch_id GROUP BY 1, 2
), split AS (
  SELECT run_id, currency, sum(usage_tax_fen) * 0.01 AS tax FROM ciyuan.settlement_split
    JOIN ciyuan.settlement_posting USING (run_id) GROUP BY 1, 2
)
SELECT 'journal of a month differs from its splits' AS what,
       format('run %s, %s: tax %s of %s, %s strange lines', run_id, currency, owed.tax, split.tax, owed.strange) AS detail
  FROM owed FULL JOIN split USING (run_id, currency)
 WHERE coalesce(owed.tax, 0) <> coalesce(split.tax, 0) OR owed.strange > 0
UNION ALL
SELECT 'split of no revenue', format('run %s, %s, rule version %s in %s', run_id, origin_month, split_rule_version_id, currency)
  FROM ciyuan.settlement_split AS s
 WHERE NOT EXISTS (SELECT FROM ciyuan.usage_rollup_delta AS d
                    WHERE d.usage_month = s.origin_month AND d.split_rule_version_id = s.split_rule_version_id
                      AND d.currency = s.currency);
