-- What a run gives its parties is the net of its splits, in each currency; adjustments are in both.
WITH shares AS (
  SELECT run_id, currency, sum(share_fen) AS fen FROM ciyuan.statement GROUP BY 1, 2
), nets AS (
  SELECT run_id, currency, sum(net_fen) AS fen FROM ciyuan.settlement_split GROUP BY 1, 2
)
SELECT 'shares differ from the net' AS what,
       format('run %s in %s: shares %s, net %s', run_id, currency, shares.fen, nets.fen) AS detail
  FROM shares FULL JOIN nets USING (run_id, currency)
 WHERE coalesce(shares.fen, 0) <> coalesce(nets.fen, 0);
