-- A record that was reported by another name is charged as the model that the name stood for at its instant, in the
-- catalogue of the write: the partner's own names go before those for all. A re-rating looks it up anew; a reversal is
-- of the model of the rating that it takes back.
WITH named AS (
  SELECT e.account_id, e.sequence, e.at, e.kind, e.reversed_sequence, e.partner, e.model, r.reported_model,
         w.catalogue_epoch
    FROM ciyuan.usage_record AS r
    JOIN ciyuan.usage_entry AS e ON e.account_id = r.account_id AND e.at = r.at AND e.record_sequence = r.sequence
    LEFT JOIN ciyuan.account_write AS w ON w.batch_id = e.batch_id
   WHERE r.reported_model IS NOT NULL
)
SELECT 'name did not stand for the model' AS what,
       format('account %s, sequence %s: %s for %s', n.account_id, n.sequence, n.reported_model, n.model) AS detail
  FROM named AS n
  LEFT JOIN LATERAL (
         SELECT a.model
           FROM (SELECT DISTINCT ON (d.body ->> 'partner') d.body FROM ciyuan.catalogue_document AS d
                  WHERE d.kind = 'served_models' AND d.effective_from <= n.at AND d.epoch <= n.catalogue_epoch
                    AND coalesce(d.body ->> 'partner', n.partner) = n.partner
                  ORDER BY d.body ->> 'partner', d.effective_from DESC) AS served
          CROSS JOIN LATERAL jsonb_to_recordset(served.body -> 'aliases') AS a (name text, model text)
          WHERE a.name = n.reported_model
          ORDER BY served.body ->> 'partner' NULLS LAST LIMIT 1) AS s ON true
 WHERE n.kind <> 'reversal' AND s.model IS DISTINCT FROM n.model
UNION ALL
SELECT 'reversal is of another model', format('account %s, sequence %s: %s', n.account_id, n.sequence, n.model)
  FROM named AS n
  LEFT JOIN named AS taken ON taken.account_id = n.account_id AND taken.sequence = n.reversed_sequence
 WHERE n.kind = 'reversal' AND taken.model IS DISTINCT FROM n.model
UNION ALL
SELECT 'reported name is a model', format('account %s, sequence %s: %s', n.account_id, n.sequence, n.reported_model)
  FROM named AS n JOIN ciyuan.model AS m ON m.code = n.reported_model;
