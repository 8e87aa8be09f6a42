-- A cost that a split rule asks for and nobody prices holds up the close; what holds it up is such a record.
WITH missing AS (
  SELECT account_id, sequence, at, batch_id, model, vendor, compute_owner, chip_kind, grant_number, base_plan_version_id,
         to_char(at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') AS usage_month, role,
         CASE role WHEN 'vendor' THEN vendor ELSE compute_owner END AS party
    FROM ciyuan.usage_record CROSS JOIN (VALUES ('vendor'), ('compute')) AS roles (role)
   WHERE CASE role WHEN 'vendor' THEN vendor_cost ELSE compute_cost END IS NULL
), asking AS (
  SELECT d.id, step ->> 'party' AS role
    FROM ciyuan.catalogue_document AS d CROSS JOIN LATERAL jsonb_array_elements(d.body #> '{rule,steps}') AS step
   WHERE d.kind = 'split_rule' AND step ->> 'type' = 'cost'
), asked AS (
  SELECT m.* FROM missing AS m
    LEFT JOIN ciyuan.grant_bucket AS g ON g.account_id = m.account_id AND g.number = m.grant_number
   CROSS JOIN LATERAL (VALUES (g.plan_version_id), (m.base_plan_version_id)) AS plan (id)
   WHERE m.role IN (SELECT role FROM asking)
     AND (SELECT bool_and(EXISTS (SELECT FROM asking AS a
                                   WHERE a.id = d.split_rule_version_id AND a.role = m.role))
            FROM ciyuan.usage_rollup_delta AS d
           WHERE d.batch_id = m.batch_id AND d.plan_version_id = plan.id AND d.usage_month = m.usage_month
             AND d.model = m.model AND d.compute_owner = m.compute_owner AND d.chip_kind = m.chip_kind)
)
SELECT 'missing cost is not in suspense' AS what, format('account %s, sequence %s, %s', account_id, sequence, role) AS detail
  FROM asked WHERE NOT EXISTS (SELECT FROM ciyuan.cost_suspense AS c
                                WHERE c.account_id = asked.account_id AND c.sequence = asked.sequence
                                  AND c.role = asked.role)
UNION ALL
SELECT 'cost suspense names no such record', format('account %s, sequence %s, %s', c.account_id, c.sequence, c.role)
  FROM ciyuan.cost_suspense AS c LEFT JOIN missing AS m USING (account_id, sequence, role)
 WHERE m.at IS DISTINCT FROM c.at OR m.party IS DISTINCT FROM c.party OR m.usage_month IS DISTINCT FROM c.usage_month;
