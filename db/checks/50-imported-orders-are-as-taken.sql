-- An order of a file that was taken is a subscription by the same words, of the same instant's write; a preview took none.
SELECT 'imported order is not as it was taken' AS what, format('import %s, line %s', r.import_id, r.line) AS detail
  FROM ciyuan.order_import_row AS r
  LEFT JOIN ciyuan.subscription AS s ON s.account_id = r.account_id AND s.id = r.subscription_id
  LEFT JOIN ciyuan.account_code AS a ON a.account_id = r.account_id
 WHERE r.outcome = 'taken' AND (s.plan_code IS DISTINCT FROM r.plan_code OR s.starts_at IS DISTINCT FROM r.starts_at
       OR s.channel IS DISTINCT FROM r.channel OR a.code IS DISTINCT FROM r.account_code)
UNION ALL
SELECT 'subscription of two imported orders', format('account %s, subscription %s', account_id, subscription_id)
  FROM ciyuan.order_import_row WHERE outcome = 'taken' GROUP BY account_id, subscription_id HAVING count(*) > 1
UNION ALL
SELECT 'known order was never taken', format('import %s, line %s', k.import_id, k.line)
  FROM ciyuan.order_import_row AS k
 WHERE k.outcome = 'known' AND NOT EXISTS (
       SELECT FROM ciyuan.order_import_row AS t
        WHERE t.outcome = 'taken' AND t.order_id = k.order_id
          AND (t.account_id, t.subscription_id, t.account_code, t.plan_code, t.starts_at)
            = (k.account_id, k.subscription_id, k.account_code, k.plan_code, k.starts_at)
          AND t.channel IS NOT DISTINCT FROM k.channel)
UNION ALL
SELECT 'import and its rows', format('import %s', i.id)
  FROM ciyuan.order_import AS i
  LEFT JOIN (SELECT import_id, count(*) AS rows, count(*) FILTER (WHERE outcome IN ('taken','known')) AS taken,
                    count(*) FILTER (WHERE outcome = 'would_be_taken') AS previewed
               FROM ciyuan.order_import_row GROUP BY import_id) AS r ON r.import_id = i.id
 WHERE i.row_count IS DISTINCT FROM r.rows OR NOT i.preview AND r.previewed > 0
    OR i.preview AND EXISTS (SELECT FROM ciyuan.order_import_row AS t WHERE t.import_id = i.id AND t.outcome = 'taken')
