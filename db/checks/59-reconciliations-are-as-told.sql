-- A matched file is told whole: its differences with its equal keys are its totals, which are sealed, as are its bytes, its
-- differences and what was done about them; ours is what records and statements say, as far as nothing has come since.
WITH run AS (
  SELECT r AS row, r.*, r.state = 'matched' AS is_matched FROM ciyuan.reconciliation_run AS r
), found AS (
  SELECT run_id, outcome, count(*) AS keys, sum(our_tokens) AS our_tokens, sum(our_amount) AS our_amount,
         sum(their_tokens) AS their_tokens, sum(their_amount) AS their_amount
    FROM ciyuan.reconciliation_difference GROUP BY run_id, outcome
), told AS (
  SELECT run_id, count(*) AS outcomes, sum(their_keys) AS their_keys, sum(our_keys) AS our_keys, sum(our_tokens) AS our_tokens,
         sum(our_amount) AS our_amount FROM ciyuan.reconciliation_total GROUP BY run_id
), content AS (
  SELECT run_id, encode(sha256(string_agg(content, '' ORDER BY part)), 'hex') AS digest, count(*) = max(part) AS is_whole
    FROM ciyuan.reconciliation_file_part GROUP BY run_id
), agreement AS (
  SELECT a, lag(a.digest, 1, '') OVER one AS previous, lag(a.number, 1, 0) OVER one AS before_number,
         lag(a.effective_from) OVER one AS before_from
    FROM ciyuan.reconciliation_agreement AS a WINDOW one AS (PARTITION BY party ORDER BY number)
), resolution AS (
  SELECT r, d.digest AS first, d.run_id, lag(r.digest) OVER one AS previous, lag(r.number, 1, 0) OVER one AS before_number,
         lag(r.decision) OVER one AS before_decision, lag(n.state) OVER one AS before_state, n.state
    FROM ciyuan.reconciliation_resolution AS r LEFT JOIN ciyuan.reconciliation_difference AS d ON d.id = r.difference_id
    LEFT JOIN ciyuan.reconciliation_decision AS n ON n.run_id = r.run_id AND n.number = r.decision
  WINDOW one AS (PARTITION BY r.difference_id ORDER BY r.number)
), decision AS (
  SELECT n, lag(n.digest) OVER one AS previous, lag(n.number, 1, 0) OVER one AS before_number, lag(n.at) OVER one AS before_at,
         u.file_digest, u.ended_at, (SELECT count(*) FROM ciyuan.reconciliation_resolution AS r
                                      WHERE r.run_id = n.run_id AND r.decision = n.number) AS resolved
    FROM ciyuan.reconciliation_decision AS n LEFT JOIN run AS u ON u.id = n.run_id
  WINDOW one AS (PARTITION BY n.run_id ORDER BY n.number)
), line AS (
  SELECT s.party, s.month, s.currency, sum(l.tokens) AS tokens, (sum(l.share_fen) / 100.0)::numeric(38,12) AS amount
    FROM ciyuan.statement AS s JOIN ciyuan.statement_line AS l USING (run_id, party, currency)
   WHERE s.state NOT IN ('calculated','in_review','approved','superseded') GROUP BY 1, 2, 3
-- What was written around the time at which a file was matched may or may not have been seen by it.
), reported AS (
  SELECT r.id, count(*) AS keys, sum(u.gross) AS amount, sum(u.input + u.cached_input + u.cache_write + u.cache_write_1h
           + u.output + u.reasoning + u.image_input + u.audio_input + u.video_input + u.image_output + u.audio_output
           + u.video_output) AS tokens, bool_or(w.written_at > r.ended_at - interval '10 minutes') AS has_moved
    FROM run AS r JOIN ciyuan.standing_usage AS u ON u.partner = r.party AND u.currency = r.currency
     AND u.at >= (r.month || '-01')::timestamp AT TIME ZONE 'Asia/Shanghai'
     AND u.at < ((r.month || '-01')::timestamp + interval '1 month') AT TIME ZONE 'Asia/Shanghai'
    LEFT JOIN ciyuan.account_write AS w ON w.batch_id = u.last_batch_id
   WHERE r.is_matched AND r.level = 'records' GROUP BY r.id
), beside AS (
  SELECT d.run_id, count(*) AS keys, sum(d.our_tokens) AS tokens, sum(d.our_amount) AS amount
    FROM run AS r JOIN ciyuan.reconciliation_difference AS d ON d.run_id = r.id AND d.outcome = 'late'
     AND to_char(d.at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') <> r.month
   WHERE r.level = 'records' GROUP BY d.run_id
)
SELECT 'run was told otherwise' AS what, format('run %s', id) AS detail FROM run
 WHERE digest <> ciyuan.chained_digest('', "row")
UNION ALL
SELECT 'file is not what was handed in', format('run %s', r.id) FROM run AS r LEFT JOIN content AS c ON c.run_id = r.id
 WHERE c.digest IS DISTINCT FROM r.file_digest OR NOT c.is_whole
UNION ALL
SELECT 'file of no run', format('run %s', c.run_id) FROM content AS c WHERE c.run_id NOT IN (SELECT id FROM run)
UNION ALL
SELECT 'run and the agreement in force', format('run %s', r.id)
  FROM run AS r
  LEFT JOIN LATERAL (SELECT * FROM ciyuan.reconciliation_agreement AS a WHERE a.party = r.party AND a.effective_from <= r.requested_at
                        AND a.agreed_at < r.requested_at ORDER BY a.effective_from DESC LIMIT 1) AS a ON true
  LEFT JOIN ciyuan.reconciliation_agreement AS named ON named.party = r.party AND named.number = r.agreement
 WHERE coalesce(named.number, 0) < coalesce(a.number, 0) OR named.effective_from > r.requested_at
    OR (r.agreement IS NULL) <> (named.number IS NULL)
    OR (r.token_absolute, r.token_relative, r.token_rule, r.money_absolute, r.money_relative, r.money_rule)
       IS DISTINCT FROM (coalesce(named.token_absolute, 0), coalesce(named.token_relative, 0), coalesce(named.token_rule, 'any'),
                         coalesce(named.money_absolute, 0), coalesce(named.money_relative, 0), coalesce(named.money_rule, 'any'))
UNION ALL
SELECT 'run and its totals', format('run %s, %s', r.id, r.state) FROM run AS r LEFT JOIN told AS t ON t.run_id = r.id
 WHERE coalesce(t.outcomes, 0) <> CASE WHEN r.is_matched THEN 7 ELSE 0 END OR r.is_matched AND t.their_keys <> r.row_count
UNION ALL
SELECT 'total was told otherwise', format('run %s, %s', t.run_id, t.outcome)
  FROM ciyuan.reconciliation_total AS t LEFT JOIN run AS r ON r.id = t.run_id
 WHERE t.digest IS DISTINCT FROM ciyuan.chained_digest(r.file_digest, t)
UNION ALL
SELECT 'totals and differences', format('run %s, %s', coalesce(t.run_id, f.run_id), coalesce(t.outcome, f.outcome))
  FROM (SELECT * FROM ciyuan.reconciliation_total WHERE outcome <> 'equal') AS t FULL JOIN found AS f USING (run_id, outcome)
 WHERE t.keys IS DISTINCT FROM coalesce(f.keys, 0)
    OR (t.our_tokens, t.our_amount, t.their_tokens, t.their_amount) IS DISTINCT FROM
       (coalesce(f.our_tokens, 0), coalesce(f.our_amount, 0), coalesce(f.their_tokens, 0), coalesce(f.their_amount, 0))
UNION ALL
SELECT 'equal keys differ', format('run %s', t.run_id)
  FROM ciyuan.reconciliation_total AS t JOIN run AS r ON r.id = t.run_id
 WHERE t.outcome = 'equal' AND (r.states_tokens AND t.our_tokens <> t.their_tokens
    OR r.states_money AND t.our_amount <> t.their_amount)
UNION ALL
SELECT 'difference was told otherwise', format('run %s, %s', d.run_id, d.key)
  FROM ciyuan.reconciliation_difference AS d LEFT JOIN run AS r ON r.id = d.run_id
 WHERE d.digest IS DISTINCT FROM ciyuan.chained_digest(r.file_digest, d)
    OR d.tokens_apart <> CASE WHEN r.states_tokens THEN d.their_tokens - d.our_tokens ELSE 0 END
    OR d.amount_apart <> CASE WHEN r.states_money THEN d.their_amount - d.our_amount ELSE 0 END
UNION ALL
SELECT 'resolution was told otherwise', format('difference %s, %s', (r).difference_id, (r).number) FROM resolution
 WHERE (r).digest IS DISTINCT FROM ciyuan.chained_digest(coalesce(previous, first), r) OR (r).number <> before_number + 1
UNION ALL
SELECT 'resolution does not follow', format('difference %s, %s', (r).difference_id, (r).number) FROM resolution
 WHERE (r).run_id IS DISTINCT FROM run_id OR state IS NULL OR before_decision >= (r).decision
    OR before_state IS NOT NULL AND (before_state <> 'to_dispute' OR state = 'to_dispute')
UNION ALL
SELECT 'decision was told otherwise', format('run %s, decision %s', (n).run_id, (n).number) FROM decision
 WHERE (n).digest IS DISTINCT FROM ciyuan.chained_digest(coalesce(previous, file_digest), n) OR (n).number <> before_number + 1
    OR (n).resolved <> resolved OR (n).at < before_at OR (n).at < ended_at
UNION ALL
SELECT 'agreement was told otherwise', format('%s, agreement %s', (a).party, (a).number) FROM agreement
 WHERE (a).digest <> ciyuan.chained_digest(previous, a) OR (a).number <> before_number + 1 OR before_from >= (a).effective_from
UNION ALL
SELECT 'ours is not what the statement says', format('run %s', r.id)
  FROM run AS r JOIN told AS t ON t.run_id = r.id
  LEFT JOIN line AS l ON l.party = r.party AND l.month = r.month AND l.currency = r.currency
 WHERE r.level = 'statement' AND (t.our_tokens, t.our_amount) IS DISTINCT FROM (coalesce(l.tokens, 0), coalesce(l.amount, 0))
UNION ALL
SELECT 'ours is not what the records say', format('run %s: %s keys, %s tokens', r.id, t.our_keys, t.our_tokens)
  FROM run AS r JOIN told AS t ON t.run_id = r.id LEFT JOIN reported AS u ON u.id = r.id LEFT JOIN beside AS b ON b.run_id = r.id
 WHERE r.is_matched AND r.level = 'records' AND NOT coalesce(u.has_moved, false)
   AND (t.our_keys, t.our_tokens, t.our_amount) IS DISTINCT FROM
       (coalesce(u.keys, 0) + coalesce(b.keys, 0), coalesce(u.tokens, 0) + coalesce(b.tokens, 0),
        coalesce(u.amount, 0) + coalesce(b.amount, 0))
   -- A void one is gone from what stands.
   AND NOT EXISTS (SELECT FROM ciyuan.usage_correction AS c
                    WHERE c.partner = r.party AND c.booked_at > r.ended_at - interval '10 minutes')
