-- A grant that is sold is what its subscription's plan sells: how much, at what price, in what order it burns, and from when to
-- when; cycles follow one another.
WITH granted AS (
  SELECT g.*, s.plan_version_id AS sold_plan, s.channel AS sold_channel, s.starts_at, s.ends_at, s.next_cycle_at,
         d.body AS plan, d.body ->> 'role' AS role, d.body -> 'allowance' AS allowance,
         c.code AS table_code, c.effective_from AS table_from,
         lead(g.effective_at) OVER cycles AS next_at, lag(g.cycle, 1, 0) OVER cycles AS last_cycle,
         (g.cycle = 1 OR r.sequence IS NOT NULL) AND d.body #>> '{firstPeriod,mode}' = 'prorated'
           AND d.body ->> 'role' = 'package' AS is_partial,
         lead(r.sequence) OVER cycles IS NOT NULL AS next_missed, s.next_cycle > 1 AS renewed,
         (g.effective_at AT TIME ZONE a.zone + make_interval(days => (d.body ->> 'validityDays')::integer)) AT TIME ZONE a.zone AS valid_until,
         p.committed, round(p.committed * (p.terms ->> 'pricePerMillion')::numeric / 1000000, 2) AS committed_price,
         p.starts_at AS committed_from, p.ends_at AS committed_until, g.price_gross + coalesce(f.gross, 0) AS price_of_all
    FROM ciyuan.grant_bucket AS g
    LEFT JOIN ciyuan.commitment_period AS p
      ON p.account_id = g.account_id AND p.subscription_id = g.subscription_id AND p.period = g.cycle AND p.mode = 'prepaid'
    -- Of a bundle the grant has what lies on its tokens.
    LEFT JOIN (SELECT account_id, sequence, sum(gross) AS gross FROM ciyuan.fee_charge GROUP BY 1, 2) AS f
      ON f.account_id = g.account_id AND f.sequence = g.number
    LEFT JOIN ciyuan.subscription AS s ON s.account_id = g.account_id AND s.id = g.subscription_id
    LEFT JOIN ciyuan.catalogue_document AS d ON d.id = s.plan_version_id AND d.kind = 'plan'
    LEFT JOIN ciyuan.catalogue_document AS c ON c.id = g.coefficient_version_id AND c.kind = 'coefficient_table'
    LEFT JOIN ciyuan.account AS a ON a.account_id = g.account_id
    -- Where a suspension ended after its cycle, the next one begins then.
    LEFT JOIN ciyuan.subscription_change AS r
      ON r.account_id = g.account_id AND r.subscription_id = g.subscription_id AND r.kind = 'reactivated'
     AND r.changed_at = g.effective_at AND r.sequence < g.number
   WHERE g.origin = 'sold'
  WINDOW cycles AS (PARTITION BY g.account_id, g.subscription_id ORDER BY g.cycle)
), judged AS (
  SELECT account_id, number, CASE
      WHEN plan IS NULL THEN 'nobody bought it'
      WHEN plan_version_id <> sold_plan OR channel IS DISTINCT FROM sold_channel THEN 'sold as another plan'
      WHEN role = 'commitment' AND (quantity_milli, price_gross, effective_at, expires_at)
             IS DISTINCT FROM (committed * 1000, committed_price, committed_from, committed_until) THEN 'another commitment'
      WHEN price_net <> round(price_gross / (1 + (plan ->> 'vatRate')::numeric), 2) THEN 'another net'
      WHEN role <> 'commitment' AND (price_of_all > (plan ->> 'price')::numeric
             OR (NOT is_partial AND price_of_all < (plan ->> 'price')::numeric)) THEN 'another price'
      WHEN quantity_milli > (allowance ->> 'tokens')::numeric * 1000
        OR (NOT is_partial AND quantity_milli < (allowance ->> 'tokens')::numeric * 1000) THEN 'another quantity'
      WHEN priority <> coalesce((allowance ->> 'priority')::integer,
             CASE coalesce(allowance ->> 'source', 'prepaid_commitment') WHEN 'allowance' THEN 20 WHEN 'pack' THEN 30
               WHEN 'prepaid_commitment' THEN 40 ELSE 10 END) THEN 'another priority'
      WHEN (coefficient_version_id IS NOT NULL) <> (plan ? 'coefficientTable' AND plan ->> 'coefficients' = 'at_issue')
        OR (coefficient_version_id IS NOT NULL
            AND (table_code IS DISTINCT FROM plan ->> 'coefficientTable' OR table_from > effective_at))
        THEN 'other coefficients'
      WHEN granted_at <> effective_at OR cycle <> last_cycle + 1 OR (cycle = 1 AND effective_at <> starts_at)
        OR expires_at IS DISTINCT FROM CASE WHEN role = 'package' AND next_missed THEN least(next_at, expires_at)
                                            WHEN role = 'package' THEN coalesce(next_at, next_cycle_at, expires_at)
                                            WHEN role = 'commitment' THEN committed_until
                                            WHEN renewed THEN valid_until ELSE ends_at END THEN 'another time'
    END AS why
    FROM granted
)
SELECT 'grant is not as it was sold' AS what, format('account %s, grant %s: %s', account_id, number, why) AS detail
  FROM judged WHERE why IS NOT NULL;
