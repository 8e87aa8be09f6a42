-- A subscription is of its plan, and knows the first cycle that has no grant yet, or is not closed; a commitment ends
-- with its last period, a package or a base tariff when the last change says so, a pack with its last renewal.
WITH cycles AS (
  SELECT account_id, subscription_id, max(cycle) AS latest
    FROM (SELECT account_id, subscription_id, cycle FROM ciyuan.grant_bucket
          UNION ALL SELECT account_id, subscription_id, period FROM ciyuan.commitment_entry WHERE closes) AS done
   GROUP BY 1, 2
), committed AS (
  SELECT account_id, subscription_id, max(ends_at) AS last_end, max(mode) AS mode, max(lateness_hours) AS lateness_hours
    FROM ciyuan.commitment_period GROUP BY 1, 2
), changed AS (
  SELECT DISTINCT ON (account_id, subscription_id) account_id, subscription_id, ends_at
    FROM (SELECT account_id, subscription_id, sequence, ends_at FROM ciyuan.subscription_change
          UNION ALL SELECT account_id, subscription_id, sequence, ends_at FROM ciyuan.subscription_lapse
          UNION ALL
          -- What was to take over and is dropped has never run.
          SELECT c.account_id, c.successor_id, c.sequence, d.starts_at
            FROM ciyuan.subscription_change AS c
            JOIN ciyuan.subscription AS d ON d.account_id = c.account_id AND d.id = c.successor_id
           WHERE c.kind = 'plan_change_cancelled') AS said
   ORDER BY account_id, subscription_id, sequence DESC
), ordered AS (
  SELECT s.*, d.code AS sold, d.body ->> 'role' AS role, d.body ->> 'cycleAnchor' AS anchor, a.zone,
         coalesce(c.latest, 0) AS latest, m.last_end, e.ends_at AS changed_end, o.anchor_day AS kept_day,
         CASE m.mode WHEN 'prepaid' THEN p.starts_at ELSE p.ends_at + make_interval(hours => m.lateness_hours) END AS due
    FROM ciyuan.subscription AS s
    LEFT JOIN ciyuan.catalogue_document AS d ON d.id = s.plan_version_id AND d.kind = 'plan'
    LEFT JOIN ciyuan.account AS a ON a.account_id = s.account_id
    LEFT JOIN cycles AS c ON c.account_id = s.account_id AND c.subscription_id = s.id
    LEFT JOIN changed AS e ON e.account_id = s.account_id AND e.subscription_id = s.id
    LEFT JOIN ciyuan.subscription AS o ON o.account_id = s.account_id AND o.id = s.follows
    LEFT JOIN committed AS m ON m.account_id = s.account_id AND m.subscription_id = s.id
    LEFT JOIN ciyuan.commitment_period AS p
      ON p.account_id = s.account_id AND p.subscription_id = s.id AND p.period = s.next_cycle
)
SELECT 'subscription is not as it was ordered' AS what, format('account %s, subscription %s', account_id, id) AS detail
  FROM ordered
 WHERE sold IS DISTINCT FROM plan_code OR is_base <> (role = 'base')
    OR anchor_day <> coalesce(kept_day,
         (SELECT t.anchor_day FROM ciyuan.taken_on_subscription AS t
           WHERE t.account_id = ordered.account_id AND t.subscription_id = ordered.id),
         CASE anchor WHEN 'order_day' THEN extract(day FROM starts_at AT TIME ZONE zone) ELSE 1 END)
    OR latest <> CASE role WHEN 'base' THEN 0 WHEN 'package' THEN next_cycle - 1
                                WHEN 'commitment' THEN next_cycle - 1 ELSE next_cycle END
    OR (role NOT IN ('package', 'commitment', 'pack') AND next_cycle <> 1)
    OR (role NOT IN ('package', 'commitment') AND next_cycle_at IS NOT NULL)
    OR (role IN ('pack', 'trial') AND (ends_at IS NULL OR ends_at <> coalesce(changed_end, ends_at)))
    OR (role IN ('package', 'base') AND ends_at IS DISTINCT FROM changed_end)
    OR (role = 'package' AND (ends_at IS NULL) <> (next_cycle_at IS NOT NULL))
    OR (role = 'commitment' AND (ends_at, next_cycle_at) IS DISTINCT FROM (last_end, due));
