-- A commitment counts what its records consumed, as far as they were not taken back, charges them by its prices, and its closed periods have come to what the
-- contract says of what they fell short of.
WITH consumed AS (
  SELECT p.account_id, p.subscription_id, p.period,
         sum(CASE p.mode WHEN 'spend' THEN r.usage_gross * 1000000000000 ELSE r.commitment_tokens END) AS quantity,
         sum(CASE p.mode WHEN 'spend' THEN 0 ELSE r.commitment_gross END) AS gross, max(r.batch_id) AS batch_id
    FROM ciyuan.usage_entry AS r
    JOIN ciyuan.commitment_period AS p
      ON p.account_id = r.account_id AND p.subscription_id = r.commitment_subscription_id
     AND r.at >= p.starts_at AND r.at < p.ends_at
   GROUP BY 1, 2, 3
), counted AS (
  SELECT account_id, key, quantity FROM ciyuan.tier_counter WHERE split_part(key, '|', 2) = 'commitment'
), settled AS (
  SELECT account_id, subscription_id, period, bool_or(closes) AS is_closed, sum(shortfall) AS shortfall, sum(gross) AS gross,
         sum(net) AS net, sum(make_up_granted) AS granted, sum(deferred_gross) AS deferred_gross,
         sum(deferred_net) AS deferred_net, sum(make_up_used) AS used, sum(make_up_lapsed) AS lapsed,
         sum(recognised_gross) AS recognised_gross, sum(recognised_net) AS recognised_net
    FROM ciyuan.commitment_entry GROUP BY 1, 2, 3
), state AS (
  SELECT p.*, coalesce(c.quantity, 0) AS quantity, greatest(p.committed - coalesce(c.quantity, 0), 0) AS missing,
         greatest(coalesce(c.quantity, 0) - p.committed, 0) AS beyond, coalesce(c.gross, 0) AS usage_gross,
         s.is_closed, s.shortfall, s.gross, s.net, s.granted, s.deferred_gross, s.deferred_net, s.used, s.lapsed,
         s.recognised_gross, s.recognised_net,
         least(p.period + coalesce((p.terms #>> '{makeUp,withinPeriods}')::integer, 0), jsonb_array_length(p.terms -> 'periods'))
           AS last_use,
         count(*) FILTER (WHERE s.is_closed) OVER (PARTITION BY p.account_id, p.subscription_id) AS closed
    FROM ciyuan.commitment_period AS p
    LEFT JOIN consumed AS c USING (account_id, subscription_id, period)
    LEFT JOIN settled AS s USING (account_id, subscription_id, period)
   WHERE p.mode <> 'prepaid'
), due AS (
  SELECT *,
         round(missing * (terms ->> 'shortfallPercent')::numeric
           * CASE mode WHEN 'spend' THEN 0.00000000000001 ELSE (terms ->> 'pricePerMillion')::numeric * 0.00000001 END, 2)
           AS due_gross,
         floor(missing * coalesce((terms #>> '{makeUp,percentOfShortfall}')::numeric, 0) / 100) AS due_credits
    FROM state
), charges AS (
  SELECT account_id, subscription_id, sum(usage_gross) AS gross, sum(beyond) AS beyond, sum(coalesce(used, 0)) AS used,
         max(closed) AS closed, max(CASE WHEN beyond > 0 THEN period ELSE 0 END) AS last_beyond,
         sum((quantity - beyond) * (terms ->> 'pricePerMillion')::numeric) * 0.000001 AS within_gross,
         max((terms ->> 'overPricePerMillion')::numeric) * 0.000001 AS over_price
    FROM state WHERE mode = 'take_or_pay' GROUP BY 1, 2
)
SELECT 'commitment counts differently' AS what,
       format('account %s, %s: %s, its records %s', account_id, key, k.quantity, c.quantity) AS detail
  FROM (SELECT *, format('%s|commitment|%s', subscription_id, period) AS key FROM consumed) AS c
  FULL JOIN counted AS k USING (account_id, key)
 WHERE coalesce(c.quantity, 0) <> coalesce(k.quantity, 0)
UNION ALL
SELECT 'period was not settled as agreed', format('account %s, subscription %s, period %s', account_id, subscription_id, period)
  FROM due
 WHERE is_closed IS NOT TRUE AND shortfall IS NOT NULL
    OR is_closed AND (
         shortfall <> missing OR gross <> due_gross OR net <> round(due_gross / (1 + vat_rate), 2)
         OR granted <> CASE mode WHEN 'spend' THEN 0 ELSE due_credits END
         OR used < 0 OR lapsed <> CASE WHEN last_use <= closed THEN granted - used ELSE 0 END
         OR (granted = 0) AND (deferred_gross <> 0 OR deferred_net <> 0)
         OR (granted > 0) AND (
              deferred_gross <> div(gross * 1000000000000 * granted, missing) * 0.000000000001
              OR deferred_net <> div(net * 1000000000000 * granted, missing) * 0.000000000001
              OR recognised_gross <> div(deferred_gross * 1000000000000 * (used + lapsed), granted) * 0.000000000001
              OR recognised_net <> div(deferred_net * 1000000000000 * (used + lapsed), granted) * 0.000000000001))
UNION ALL
-- Beside the period that it is of, a close changes those whose credits could be used no later.
SELECT 'credits lapsed at another close', format('account %s, sequence %s, period %s', e.account_id, e.sequence, e.period)
  FROM ciyuan.commitment_entry AS e
  JOIN ciyuan.commitment_entry AS c
    ON c.account_id = e.account_id AND c.sequence = e.sequence AND c.subscription_id = e.subscription_id AND c.closes
  LEFT JOIN state AS s
    ON s.account_id = e.account_id AND s.subscription_id = e.subscription_id AND s.period = e.period
 WHERE NOT e.closes AND s.last_use IS DISTINCT FROM c.period
UNION ALL
-- Credits of a period that is not closed yet are used, but in no entry: until then what is beyond may be free.
SELECT 'commitment charged other prices', format('account %s, subscription %s: %s', account_id, subscription_id, gross)
  FROM charges
 WHERE NOT gross - within_gross BETWEEN 0 AND (beyond - used) * over_price
    OR (closed >= last_beyond - 1 AND gross <> within_gross + (beyond - used) * over_price)
UNION ALL
SELECT 'record is of no commitment', format('account %s, sequence %s', r.account_id, r.sequence)
  FROM ciyuan.usage_entry AS r
 WHERE (r.commitment_subscription_id IS NOT NULL OR r.commitment_tokens IS NOT NULL OR r.commitment_gross IS NOT NULL)
   AND NOT EXISTS (
         SELECT FROM ciyuan.commitment_period AS p
          CROSS JOIN LATERAL jsonb_array_elements_text(p.terms -> 'models') AS named (model)
          WHERE p.account_id = r.account_id AND p.subscription_id = r.commitment_subscription_id
            AND r.at >= p.starts_at AND r.at < p.ends_at AND p.mode <> 'prepaid'
            AND (p.mode = 'spend') = (r.commitment_tokens IS NULL)
            AND r.model LIKE replace(replace(replace(named.model, '\', '\\'), '_', '\_'), '*', '%'))
UNION ALL
SELECT 'commitment did not rate a record of its models', format('account %s, sequence %s', r.account_id, r.sequence)
  FROM ciyuan.usage_entry AS r
  JOIN ciyuan.commitment_period AS p
    ON p.account_id = r.account_id AND r.sequence > p.subscription_id AND r.at >= p.starts_at AND r.at < p.ends_at
 CROSS JOIN LATERAL jsonb_array_elements_text(p.terms -> 'models') AS named (model)
 WHERE p.mode = 'take_or_pay' AND r.overage_tokens <> 0
   AND r.commitment_tokens IS DISTINCT FROM r.overage_tokens
   AND r.model LIKE replace(replace(replace(named.model, '\', '\\'), '_', '\_'), '*', '%');
