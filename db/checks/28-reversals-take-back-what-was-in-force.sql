-- A reversal takes back the rating that was in force until then, with every figure that does not depend on where a grant's
-- recognition, a tier or a commitment stood; what it gives back to each grant is what that gave. A re-rating follows a
-- reversal, so that a record has one rating in force, or none.
WITH entries AS (
  SELECT *, lag(sequence) OVER record AS previous_sequence, lag(kind) OVER record AS previous_kind
    FROM ciyuan.usage_entry WINDOW record AS (PARTITION BY account_id, record_sequence ORDER BY sequence)
), drawn AS (
  SELECT account_id, sequence, grant_number, first_drawn_milli AS milli
    FROM ciyuan.usage_entry WHERE kind <> 'reversal' AND grant_number IS NOT NULL
  UNION ALL
  SELECT account_id, sequence, grant_number, milli_tokens FROM ciyuan.grant_movement WHERE kind = 'drawn'
), due AS (
  SELECT c.account_id, c.sequence, d.grant_number, d.milli
    FROM ciyuan.usage_correction AS c
    JOIN drawn AS d ON d.account_id = c.account_id AND d.sequence = c.reversed_sequence
), returned AS (
  SELECT account_id, sequence, grant_number, milli_tokens AS milli FROM ciyuan.grant_movement WHERE kind = 'returned'
)
SELECT 'correction does not follow from what was in force' AS what,
       format('account %s, sequence %s, %s after %s', account_id, sequence, kind, previous_kind) AS detail
  FROM entries
 WHERE CASE kind
         WHEN 'record' THEN previous_kind IS NOT NULL
         WHEN 'reversal' THEN previous_kind = 'reversal' OR previous_sequence IS DISTINCT FROM reversed_sequence
         ELSE previous_kind IS DISTINCT FROM 'reversal'
       END
UNION ALL
SELECT 'reversal takes back something else', format('account %s, sequence %s', c.account_id, c.sequence)
  FROM ciyuan.usage_correction AS c
  LEFT JOIN ciyuan.usage_entry AS e ON e.account_id = c.account_id AND e.sequence = c.reversed_sequence
 WHERE c.kind = 'reversal'
   AND (c.grant_number, c.overage_kind, c.base_plan_version_id, c.price_version_id, c.commitment_subscription_id,
        c.drawn_milli, c.first_drawn_milli, c.covered_tokens, c.overage_tokens, c.vendor_cost, c.compute_cost,
        c.commitment_tokens)
       IS DISTINCT FROM
       (e.grant_number, e.overage_kind, e.base_plan_version_id, e.price_version_id, e.commitment_subscription_id,
        -e.drawn_milli, -e.first_drawn_milli, -e.covered_tokens, -e.overage_tokens, -e.vendor_cost, -e.compute_cost,
        -e.commitment_tokens)
UNION ALL
SELECT 'grant gets back what it did not give',
       format('account %s, sequence %s, grant %s: %s of %s', account_id, sequence, grant_number, r.milli, d.milli)
  FROM due AS d FULL JOIN returned AS r USING (account_id, sequence, grant_number)
 WHERE d.milli IS DISTINCT FROM r.milli;
