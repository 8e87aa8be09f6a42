-- What was paid for a split is its net and its tax.
SELECT 'net and tax differ from what was paid' AS what,
       format('run %s, %s, rule %s in %s: %s + %s, paid %s', run_id, origin_month, split_rule_version_id, currency,
              net_fen, tax_fen, paid_fen) AS detail
  FROM ciyuan.settlement_split WHERE net_fen + tax_fen <> paid_fen;
