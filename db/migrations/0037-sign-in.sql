-- People of the carrier and of its partners. A login is kept in small letters, so that one name is one person however it
-- is typed; it is what the person's decisions are signed with.
CREATE TABLE ciyuan.staff_account (
  login           text PRIMARY KEY CHECK (login ~ '^[a-z0-9][a-z0-9._@+-]{0,62}$'),
  display_name    text NOT NULL,
  role            text NOT NULL CHECK (role IN ('admin','maker','checker','finance','operations','partner')),
  -- Whom somebody of a partner acts for.
  party           text REFERENCES ciyuan.party (code),
  -- With its parameters and its salt. At least 19 MiB and two passes.
  password_hash   text NOT NULL CONSTRAINT argon2id CHECK (password_hash ~
    '^\$argon2id\$v=19\$m=(19456|[2-9]\d{4}|\d{6,}),t=([2-9]|\d\d+),p=\d+\$[A-Za-z0-9+/]{22,}\$[A-Za-z0-9+/]{43,}$'),
  must_change     boolean NOT NULL,
  disabled        boolean NOT NULL DEFAULT false,
  -- Since the last one that was right.
  failed_attempts integer NOT NULL DEFAULT 0 CHECK (failed_attempts >= 0),
  locked_until    timestamptz,
  created_at      timestamptz NOT NULL,
  created_by      text NOT NULL,
  changed_at      timestamptz NOT NULL,
  changed_by      text NOT NULL,
  CONSTRAINT a_partner_acts_for_a_party CHECK ((role = 'partner') = (party IS NOT NULL)),
  CHECK (changed_at >= created_at)
);

-- That somebody is signed in. The token itself is never stored.
CREATE TABLE ciyuan.staff_session (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  token_digest bytea NOT NULL UNIQUE CHECK (octet_length(token_digest) = 32),
  login        text NOT NULL REFERENCES ciyuan.staff_account (login),
  method       text NOT NULL CHECK (method IN ('password','oidc')),
  began_at     timestamptz NOT NULL,
  -- To the minute or so: a row is not written by every request.
  seen_at      timestamptz NOT NULL,
  -- However much it is used.
  expires_at   timestamptz NOT NULL,
  ended_at     timestamptz,
  ended_for    text CHECK (ended_for IN ('signed_out','password_changed','disabled')),
  CHECK (seen_at >= began_at AND expires_at > began_at),
  CHECK ((ended_at IS NULL) = (ended_for IS NULL))
);
CREATE INDEX staff_session_open ON ciyuan.staff_session (login) WHERE ended_at IS NULL;

-- An end stands; so does who it was.
CREATE TRIGGER ended BEFORE UPDATE ON ciyuan.staff_session
  FOR EACH ROW WHEN (OLD.ended_at IS NOT NULL) EXECUTE FUNCTION ciyuan.refuse_change();
CREATE TRIGGER kept BEFORE DELETE OR TRUNCATE ON ciyuan.staff_session
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
CREATE TRIGGER kept BEFORE DELETE OR TRUNCATE ON ciyuan.staff_account
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();

GRANT SELECT, INSERT ON ciyuan.staff_account, ciyuan.staff_session TO ciyuan_app;
GRANT UPDATE (display_name, role, party, password_hash, must_change, disabled, failed_attempts, locked_until, changed_at,
  changed_by) ON ciyuan.staff_account TO ciyuan_app;
GRANT UPDATE (seen_at, ended_at, ended_for) ON ciyuan.staff_session TO ciyuan_app;
