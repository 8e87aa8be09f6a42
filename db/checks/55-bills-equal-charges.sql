-- What final documents bill of an account is what it was charged: each line by the records up to the sequence number that
-- its run read, and after the account's last run nothing is left that is a fen or more.
WITH run AS (
  SELECT a.account_id, a.run_id, a.through_sequence, r.cut_off,
         row_number() OVER (PARTITION BY a.account_id ORDER BY a.run_id DESC) = 1 AS is_last, c.zone, c.anchor_day
    FROM ciyuan.bill_run_account AS a JOIN ciyuan.bill_run AS r ON r.id = a.run_id AND r.state = 'final'
    JOIN ciyuan.account AS c USING (account_id)
), line AS (
  SELECT l.*, i.run_id, i.currency, v.after_run_id
    FROM ciyuan.invoice_line AS l JOIN ciyuan.invoice AS i ON i.id = l.invoice_id
    JOIN ciyuan.invoice_issue AS s ON s.invoice_id = i.id LEFT JOIN ciyuan.invoice_void AS v ON v.invoice_id = i.id
), used AS (
  SELECT e.account_id, e.sequence, e.at, e.model, e.usage_gross, e.overage_tokens * 1000 AS milli_tokens, p.id AS plan_version_id,
         CASE WHEN d.on_top THEN 'on_top' ELSE 'included' END AS tax_mode
    FROM ciyuan.usage_entry AS e
    LEFT JOIN ciyuan.subscription AS s ON s.account_id = e.account_id AND s.id = e.commitment_subscription_id
    LEFT JOIN ciyuan.grant_bucket AS g ON g.account_id = e.account_id AND g.number = e.grant_number
    LEFT JOIN ciyuan.subscription AS b
      ON coalesce(e.base_plan_version_id, s.plan_version_id, g.plan_version_id) IS NULL AND b.account_id = e.account_id
     AND b.is_base AND b.starts_at <= e.at AND (b.ends_at IS NULL OR e.at < b.ends_at)
    JOIN ciyuan.catalogue_document AS p
      ON p.id = coalesce(e.base_plan_version_id, s.plan_version_id, g.plan_version_id, b.plan_version_id)
    LEFT JOIN LATERAL (
      SELECT NOT (rule.body #>> '{rule,vatIncluded}')::boolean AS on_top
        FROM ciyuan.usage_rollup_delta AS l JOIN ciyuan.catalogue_document AS rule ON rule.id = l.split_rule_version_id
       WHERE l.batch_id = e.batch_id AND l.kind = 'usage' AND l.model = e.model AND l.vendor = e.vendor
         AND l.compute_owner = e.compute_owner AND l.plan_version_id = p.id LIMIT 1) AS d ON true
   WHERE e.usage_gross <> 0 AND e.account_id IN (SELECT account_id FROM run)
), placed AS (
  -- The local month whose anchor day has come by then.
  SELECT r.account_id, r.run_id, r.is_last, r.cut_off, r.zone, r.anchor_day, u.model, u.plan_version_id, u.tax_mode,
         u.usage_gross, u.milli_tokens,
         m.month - CASE WHEN m.month + (least(r.anchor_day, m.days) - 1) * interval '1 day' > m.local
           THEN interval '1 month' ELSE interval '0' END AS month
    FROM run AS r JOIN used AS u ON u.account_id = r.account_id AND u.sequence <= r.through_sequence
    CROSS JOIN LATERAL (
      SELECT u.at AT TIME ZONE r.zone AS local, date_trunc('month', u.at AT TIME ZONE r.zone) AS month,
             extract(day FROM date_trunc('month', u.at AT TIME ZONE r.zone) + interval '1 month - 1 day')::integer AS days
    ) AS m
), period AS (
  SELECT p.*, (p.month + (least(p.anchor_day, extract(day FROM p.month + interval '1 month - 1 day')::integer) - 1)
                 * interval '1 day') AT TIME ZONE p.zone AS starts_at,
         (p.month + interval '1 month' + (least(p.anchor_day,
             extract(day FROM p.month + interval '2 months - 1 day')::integer) - 1) * interval '1 day') AT TIME ZONE p.zone AS ends_at
    FROM placed AS p
), charged AS (
  SELECT account_id, run_id, is_last, 'usage' AS line_kind, NULL AS key, NULL::bigint AS subscription_id, plan_version_id,
         model, tax_mode, starts_at, ends_at, sum(usage_gross) AS total, NULL::numeric AS total_net,
         sum(milli_tokens) AS milli_tokens
    FROM period WHERE ends_at <= cut_off GROUP BY 1, 2, 3, 7, 8, 9, 10, 11
  UNION ALL
  SELECT r.account_id, r.run_id, r.is_last, 'grant', 'grant:' || g.number, g.subscription_id, g.plan_version_id, NULL, 'fixed',
         g.effective_at, g.expires_at, g.price_gross, g.price_net, g.quantity_milli
    FROM run AS r JOIN ciyuan.grant_bucket AS g ON g.account_id = r.account_id AND g.number <= r.through_sequence
   WHERE g.origin NOT IN ('rolled_over', 'received', 'stated') AND g.effective_at <= r.cut_off AND g.price_gross > 0
  UNION ALL
  SELECT r.account_id, r.run_id, r.is_last, 'fee', format('fee:%s:%s', f.sequence, f.part), g.subscription_id,
         g.plan_version_id, NULL, 'fixed', g.effective_at, g.expires_at, f.gross, f.net, 0
    FROM run AS r JOIN ciyuan.fee_charge AS f ON f.account_id = r.account_id AND f.sequence <= r.through_sequence
    JOIN ciyuan.grant_bucket AS g ON g.account_id = f.account_id AND g.number = f.sequence AND g.effective_at <= r.cut_off
  UNION ALL
  SELECT r.account_id, r.run_id, r.is_last, 'shortfall', format('shortfall:%s:%s', e.subscription_id, e.period),
         e.subscription_id, p.plan_version_id, NULL, 'fixed', p.starts_at, p.ends_at, sum(e.gross), sum(e.net),
         CASE p.mode WHEN 'spend' THEN 0 ELSE sum(e.shortfall) * 1000 END
    FROM run AS r JOIN ciyuan.commitment_entry AS e ON e.account_id = r.account_id AND e.sequence <= r.through_sequence
    JOIN ciyuan.commitment_period AS p
      ON p.account_id = e.account_id AND p.subscription_id = e.subscription_id AND p.period = e.period
     AND p.ends_at <= r.cut_off
   GROUP BY 1, 2, 3, 5, 6, 7, 10, 11, p.mode
), billed AS (
  -- What an account's last run knows of as billed, its own lines among it.
  SELECT r.account_id, l.line_kind, CASE l.line_kind WHEN 'usage' THEN NULL ELSE l.key END AS key, l.plan_version_id, l.model,
         l.tax_mode, l.starts_at, sum(CASE l.tax_mode WHEN 'on_top' THEN l.net_fen ELSE l.gross_fen END) AS fen,
         sum(l.net_fen) AS net_fen
    FROM run AS r JOIN line AS l ON l.account_id = r.account_id AND l.run_id <= r.run_id
     AND (l.after_run_id IS NULL OR l.after_run_id >= r.run_id)
   -- A run of an earlier cut-off says nothing of what a later one has billed.
   WHERE r.is_last AND CASE l.line_kind WHEN 'usage' THEN l.ends_at <= r.cut_off
           WHEN 'shortfall' THEN l.ends_at <= r.cut_off ELSE l.starts_at <= r.cut_off END
   GROUP BY 1, 2, 3, 4, 5, 6, 7
)
SELECT 'line differs from what was charged' AS what,
       format('account %s, invoice %s, line %s: %s and %s, charged %s and %s', l.account_id, l.invoice_id, l.line, l.total,
              l.total_net, c.total, c.total_net) AS detail
  FROM line AS l LEFT JOIN charged AS c
    ON c.account_id = l.account_id AND c.run_id = l.run_id AND c.line_kind = l.line_kind
   AND CASE l.line_kind WHEN 'usage' THEN c.plan_version_id = l.plan_version_id AND c.model = l.model
             AND c.tax_mode = l.tax_mode AND c.starts_at = l.starts_at ELSE c.key = l.key END
 WHERE c.account_id IS NULL OR l.total <> c.total OR l.total_net IS DISTINCT FROM c.total_net
    OR (l.subscription_id, l.plan_version_id, l.model, l.tax_mode, l.starts_at, l.ends_at)
       IS DISTINCT FROM (c.subscription_id, c.plan_version_id, c.model, c.tax_mode, c.starts_at, c.ends_at)
    OR l.billed_milli + l.milli_tokens <> c.milli_tokens
    OR l.currency IS DISTINCT FROM (SELECT body ->> 'currency' FROM ciyuan.catalogue_document WHERE id = l.plan_version_id)
    OR l.vat_rate IS DISTINCT FROM (SELECT (body ->> 'vatRate')::numeric FROM ciyuan.catalogue_document WHERE id = l.plan_version_id)
UNION ALL
SELECT 'line bills another difference',
       format('account %s, invoice %s, line %s: after %s, %s net and %s exactly', l.account_id, l.invoice_id, l.line,
              l.billed_gross_fen, l.billed_net_fen, l.billed)
  FROM line AS l CROSS JOIN LATERAL (
         SELECT coalesce(sum(b.gross_fen), 0) AS gross_fen, coalesce(sum(b.net_fen), 0) AS net_fen,
                coalesce(sum(b.total - b.billed), 0) AS exact, coalesce(sum(b.milli_tokens), 0) AS milli
           FROM line AS b WHERE b.account_id = l.account_id AND b.key = l.key AND b.run_id < l.run_id
            AND (b.after_run_id IS NULL OR b.after_run_id >= l.run_id)) AS before
 WHERE (l.billed_gross_fen, l.billed_net_fen, l.billed, l.billed_milli)
       IS DISTINCT FROM (before.gross_fen, before.net_fen, before.exact, before.milli)
    OR round(l.total, 2) * 100 <> CASE l.tax_mode WHEN 'on_top' THEN l.billed_net_fen + l.net_fen
                                    ELSE l.billed_gross_fen + l.gross_fen END
    OR l.tax_mode = 'fixed' AND round(l.total_net, 2) * 100 <> l.billed_net_fen + l.net_fen
    OR l.tax_mode = 'included' AND l.net_fen <> round(l.gross_fen / (1 + l.vat_rate))
    OR l.tax_mode = 'on_top' AND l.tax_fen <> round(l.net_fen * l.vat_rate)
UNION ALL
SELECT 'charged and not billed, or billed and not charged',
       format('account %s, %s of plan version %s from %s: %s fen billed, %s charged', account_id, line_kind, plan_version_id,
              starts_at, b.fen, c.total * 100)
  FROM (SELECT *, coalesce(key, model) AS of FROM billed) AS b
  FULL JOIN (SELECT *, coalesce(key, model) AS of FROM charged WHERE is_last) AS c
    USING (account_id, line_kind, plan_version_id, tax_mode, starts_at, of)
 WHERE coalesce(b.fen, 0) <> coalesce(round(c.total, 2) * 100, 0)
    OR tax_mode = 'fixed' AND coalesce(b.net_fen, 0) <> coalesce(round(c.total_net, 2) * 100, 0);
