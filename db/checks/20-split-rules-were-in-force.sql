-- A line of settlement is split by a rule that was in force in its month and meant for it, and by none where a rule
-- that names more, known and in force all month, should have been taken.
WITH rules AS (
  SELECT id, code, effective_from, created_at, body #>> '{match,plan}' AS plan, body #>> '{match,model}' AS model,
         body #>> '{match,computeOwner}' AS compute_owner,
         lead(effective_from, 1, 'infinity') OVER (PARTITION BY code ORDER BY effective_from) AS until
    FROM ciyuan.catalogue_document WHERE kind = 'split_rule'
), ranked AS (
  SELECT *, num_nonnulls(plan) * 4 + num_nonnulls(model) * 2 + num_nonnulls(compute_owner) AS rank FROM rules
), lines AS (
  SELECT DISTINCT d.split_rule_version_id, p.code AS plan, d.model, d.compute_owner, d.usage_month, d.kind,
         CASE WHEN d.usage_month ~ '^\d{4}-(0[1-9]|1[0-2])$' THEN to_date(d.usage_month, 'YYYY-MM')::timestamp END AS month
    FROM ciyuan.usage_rollup_delta AS d
    LEFT JOIN ciyuan.catalogue_document AS p ON p.id = d.plan_version_id AND p.kind = 'plan'
), dated AS (
  SELECT *, month AT TIME ZONE 'Asia/Shanghai' AS month_start,
         (month + interval '1 month') AT TIME ZONE 'Asia/Shanghai' AS month_end FROM lines
)
SELECT 'split by a rule that was not meant for it' AS what,
       format('%s of %s, %s on %s, in %s: rule version %s', l.kind, l.plan, l.model, l.compute_owner, l.usage_month,
              l.split_rule_version_id) AS detail
  FROM dated AS l LEFT JOIN ranked AS r ON r.id = l.split_rule_version_id
 WHERE r.id IS NULL OR l.plan IS NULL OR r.plan <> l.plan
    OR (r.model IS NOT NULL AND r.model IS DISTINCT FROM l.model)
    OR (r.compute_owner IS NOT NULL AND r.compute_owner IS DISTINCT FROM l.compute_owner)
    OR r.effective_from >= l.month_end OR (l.kind <> 'breakage' AND r.until <= l.month_start)
    OR (l.kind <> 'breakage' AND EXISTS (
         SELECT FROM ranked AS b
          WHERE b.rank > r.rank AND coalesce(b.plan, l.plan) = l.plan AND coalesce(b.model, l.model) = l.model
            AND coalesce(b.compute_owner, l.compute_owner) = l.compute_owner
            AND greatest(b.effective_from, b.created_at) <= l.month_start AND b.until >= l.month_end));
