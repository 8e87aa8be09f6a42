-- A cost that a split rule asks for and nobody prices holds up the close; what holds it up is such a rating, until a
-- reversal takes it back.
WITH missing AS (
  SELECT account_id, sequence, at, batch_id, model, compute_owner, chip_kind, grant_number, base_plan_version_id,
         to_char(at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') AS usage_month, role,
         CASE role WHEN 'vendor' THEN vendor ELSE compute_owner END AS party
    FROM ciyuan.usage_entry CROSS JOIN (VALUES ('vendor'), ('compute')) AS roles (role)
   WHERE kind <> 'reversal' AND CASE role WHEN 'vendor' THEN vendor_cost ELSE compute_cost END IS NULL
), asking AS (
  SELECT DISTINCT d.id, step ->> 'party' AS role
    FROM ciyuan.catalogue_document AS d CROSS JOIN LATERAL jsonb_array_elements(d.body #> '{rule,steps}') AS step
   WHERE d.kind = 'split_rule' AND step ->> 'type' = 'cost'
), asking_lines AS (
  SELECT r.batch_id, r.plan_version_id, r.usage_month, r.model, r.compute_owner, r.chip_kind, roles.role
    FROM ciyuan.usage_rollup_delta AS r
   CROSS JOIN (VALUES ('vendor'), ('compute')) AS roles (role)
    LEFT JOIN asking AS a ON a.id = r.split_rule_version_id AND a.role = roles.role
   WHERE r.kind <> 'breakage' GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING bool_and(a.id IS NOT NULL)
), asked AS (
  SELECT m.account_id, m.sequence, m.role FROM missing AS m
    LEFT JOIN ciyuan.grant_bucket AS g ON g.account_id = m.account_id AND g.number = m.grant_number
    JOIN asking_lines AS l USING (batch_id, usage_month, model, compute_owner, chip_kind, role)
   WHERE l.plan_version_id IN (g.plan_version_id, m.base_plan_version_id)
)
SELECT 'missing cost is not in suspense' AS what, format('account %s, sequence %s, %s', account_id, sequence, role) AS detail
  FROM asked AS a LEFT JOIN ciyuan.cost_suspense AS c USING (account_id, sequence, role) WHERE c.party IS NULL
UNION ALL
SELECT 'cost suspense names no such record', format('account %s, sequence %s, %s', c.account_id, c.sequence, c.role)
  FROM ciyuan.cost_suspense AS c LEFT JOIN missing AS m USING (account_id, sequence, role)
 WHERE m.at IS DISTINCT FROM c.at OR m.party IS DISTINCT FROM c.party OR m.usage_month IS DISTINCT FROM c.usage_month
UNION ALL
SELECT 'cost suspense is settled by another entry',
       format('account %s, sequence %s, %s: %s', c.account_id, c.sequence, c.role, c.settled_sequence)
  FROM ciyuan.cost_suspense AS c
  LEFT JOIN ciyuan.usage_correction AS r ON r.account_id = c.account_id AND r.reversed_sequence = c.sequence
 WHERE c.settled_sequence IS DISTINCT FROM r.sequence;
