-- Sessions are of accounts and within their time, those of a disabled account have ended; a partner's account names a
-- party, no other one does; hashes and digests have their lengths; where there is an admin, one is enabled.
SELECT 'account of nobody, or of no party' AS what, format('%s: %s for %s', a.login, a.role, a.party) AS detail
  FROM ciyuan.staff_account AS a LEFT JOIN ciyuan.party AS p ON p.code = a.party
 WHERE (a.role = 'partner') <> (a.party IS NOT NULL) OR (a.party IS NOT NULL AND p.code IS NULL)
    OR a.login <> lower(a.login) OR a.display_name = ''
UNION ALL
SELECT 'password that is no argon2id', login FROM ciyuan.staff_account
 WHERE password_hash !~ '^\$argon2id\$v=19\$m=\d{5,},t=\d+,p=\d+\$[A-Za-z0-9+/]{22,}\$[A-Za-z0-9+/]{43,}$'
UNION ALL
SELECT 'lock without failures, or for too long', format('%s: %s until %s', login, failed_attempts, locked_until)
  FROM ciyuan.staff_account WHERE failed_attempts < 0 OR (locked_until IS NOT NULL AND failed_attempts = 0)
UNION ALL
SELECT 'changed before it was made', login FROM ciyuan.staff_account WHERE changed_at < created_at
UNION ALL
SELECT 'no admin is enabled', format('%s of them', count(*)) FROM ciyuan.staff_account WHERE role = 'admin'
HAVING count(*) > 0 AND bool_and(disabled)
UNION ALL
SELECT 'session of nobody, or out of its time', format('session %s of %s', s.id, s.login)
  FROM ciyuan.staff_session AS s LEFT JOIN ciyuan.staff_account AS a ON a.login = s.login
 WHERE a.login IS NULL OR s.began_at < a.created_at OR s.seen_at < s.began_at OR s.seen_at >= s.expires_at
    OR s.ended_at < s.began_at OR (s.ended_at IS NULL) <> (s.ended_for IS NULL) OR octet_length(s.token_digest) <> 32
UNION ALL
SELECT 'session of a disabled account', format('session %s of %s', s.id, s.login)
  FROM ciyuan.staff_session AS s JOIN ciyuan.staff_account AS a ON a.login = s.login
 WHERE a.disabled AND s.ended_at IS NULL;
