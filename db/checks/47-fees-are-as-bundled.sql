-- The price of a bundle is shared among its parts by what each costs alone, in whole fen by largest remainder, of equal
-- remainders the earlier part first: the grant has what lies on its tokens, and each product has its fee, which is
-- rolled up in the month that it is of.
WITH parts AS (
  SELECT g.account_id, g.number, g.granted_at, g.price_gross, p.part ->> 'code' AS part, p.part ->> 'kind' AS kind, p.place,
         (p.part ->> 'standAlonePrice')::numeric AS weight, (d.body ->> 'vatRate')::numeric AS vat_rate,
         m.batch_id,
         100 * (g.price_gross + coalesce((SELECT sum(f.gross) FROM ciyuan.fee_charge AS f
                                           WHERE f.account_id = g.account_id AND f.sequence = g.number), 0)) AS price_fen
    FROM ciyuan.grant_bucket AS g
    JOIN ciyuan.catalogue_document AS d ON d.id = g.plan_version_id AND d.body ? 'bundle'
    LEFT JOIN ciyuan.grant_movement AS m
      ON m.account_id = g.account_id AND m.grant_number = g.number AND m.kind = 'issued'
   CROSS JOIN LATERAL jsonb_array_elements(d.body #> '{bundle,parts}') WITH ORDINALITY AS p (part, place)
   WHERE g.origin IN ('sold', 'plan_change', 'renewal')
), shared AS (
  SELECT *, div(price_fen * weight, sum(weight) OVER own) AS whole,
         mod(price_fen * weight, sum(weight) OVER own) AS rest
    FROM parts WINDOW own AS (PARTITION BY account_id, number)
), due AS (
  SELECT *, 0.01 * (whole + CASE WHEN row_number() OVER (PARTITION BY account_id, number ORDER BY rest DESC, place)
                                      <= price_fen - sum(whole) OVER (PARTITION BY account_id, number) THEN 1 ELSE 0 END) AS gross
    FROM shared
), products AS (
  SELECT account_id, number AS sequence, part, batch_id, granted_at AS at, gross, round(gross / (1 + vat_rate), 2) AS net
    FROM due WHERE kind = 'product'
)
SELECT 'grant has another part of its bundle' AS what,
       format('account %s, grant %s: %s of %s', account_id, number, price_gross, gross) AS detail
  FROM due WHERE kind = 'tokens' AND gross <> price_gross
UNION ALL
SELECT 'fee is not as bundled', format('account %s, grant %s, %s: %s of %s', account_id, sequence, part, f.gross, p.gross)
  FROM products AS p FULL JOIN ciyuan.fee_charge AS f USING (account_id, sequence, part)
 WHERE (p.gross, p.net, p.at, p.batch_id) IS DISTINCT FROM (f.gross, f.net, f.at, f.batch_id)
UNION ALL
SELECT 'fee is rolled up otherwise', format('batch %s, plan version %s in %s: %s, not %s', batch_id, plan_version_id, usage_month, r.gross, f.gross)
  FROM (SELECT f.batch_id, g.plan_version_id, coalesce(g.channel, '') AS channel, to_char(f.at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') AS usage_month,
               f.accounting_month, sum(f.gross) AS gross, sum(f.net) AS net
          FROM ciyuan.fee_charge AS f JOIN ciyuan.grant_bucket AS g ON g.account_id = f.account_id AND g.number = f.sequence
         WHERE f.gross > 0 GROUP BY 1, 2, 3, 4, 5) AS f
  FULL JOIN (SELECT batch_id, plan_version_id, coalesce(channel, '') AS channel, usage_month, accounting_month, sum(gross) AS gross, sum(net) AS net
               FROM ciyuan.usage_rollup_delta WHERE kind = 'fee' GROUP BY 1, 2, 3, 4, 5) AS r
    USING (batch_id, plan_version_id, channel, usage_month, accounting_month)
 WHERE (f.gross, f.net) IS DISTINCT FROM (r.gross, r.net);
