-- What people and systems asked to be done, before it was done, and what they were answered. One chain over all of it:
-- each row's digest runs on from the row before.
CREATE TABLE ciyuan.audit_entry (
  -- Without a gap.
  number        bigint PRIMARY KEY CHECK (number > 0),
  kind          text NOT NULL CHECK (kind IN ('request','answer')),
  at            timestamptz NOT NULL,
  -- What the request was let in by; nobody is in yet who signs in.
  credential    text CHECK (credential IN ('key','session','sign_in')),
  credential_id bigint,
  subject       text,
  person        text,
  role          text,
  method        text,
  -- As it is declared; what stands in its place is among the parameters.
  route         text,
  parameters    jsonb,
  object        text,
  -- As it came; of what is kept, where a secret was in it: its digest would give a short one away.
  body_sha256   text CHECK (body_sha256 ~ '^[0-9a-f]{64}$'),
  body_bytes    bigint CHECK (body_bytes >= 0),
  -- Without secrets, and not of files.
  body          jsonb,
  -- Of an answer.
  answers       bigint UNIQUE REFERENCES ciyuan.audit_entry (number),
  status        integer CHECK (status BETWEEN 100 AND 599),
  problem       text,
  digest        text NOT NULL,
  CONSTRAINT of_a_request CHECK ((kind = 'request') = (credential IS NOT NULL) AND (kind = 'request') = (route IS NOT NULL)
    AND (kind = 'request') = (method IS NOT NULL) AND (kind = 'request') = (parameters IS NOT NULL)
    AND (kind = 'request') = (object IS NOT NULL)),
  CONSTRAINT of_an_answer CHECK ((kind = 'answer') = (answers IS NOT NULL) AND (kind = 'answer') = (status IS NOT NULL)),
  CONSTRAINT after_its_request CHECK (answers < number),
  CONSTRAINT of_somebody CHECK (credential = 'sign_in' OR (credential IS NULL) = (subject IS NULL))
);
CREATE INDEX audit_entry_subject ON ciyuan.audit_entry (subject, number) WHERE kind = 'request';
CREATE INDEX audit_entry_person ON ciyuan.audit_entry (person, number) WHERE kind = 'request';
CREATE INDEX audit_entry_object ON ciyuan.audit_entry (object, number) WHERE kind = 'request';

-- Where the chain ends: none of the last is taken away unseen. Whoever appends waits here.
CREATE TABLE ciyuan.audit_head (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  number bigint NOT NULL,
  digest text NOT NULL
);
INSERT INTO ciyuan.audit_head (number, digest) VALUES (0, '');

-- The one way into the log: the application may read it, and can append what fits, and nothing else.
CREATE FUNCTION ciyuan.append_audit_entry(entry jsonb) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ciyuan, pg_temp AS $$
DECLARE
  head  ciyuan.audit_head;
  added ciyuan.audit_entry;
BEGIN
  UPDATE ciyuan.audit_head SET number = number + 1 RETURNING * INTO head;
  added := jsonb_populate_record(NULL::ciyuan.audit_entry, entry || jsonb_build_object('number', head.number));
  added.digest := ciyuan.chained_digest(head.digest, added);
  INSERT INTO ciyuan.audit_entry SELECT added.*;
  UPDATE ciyuan.audit_head SET digest = added.digest;
  RETURN head.number;
END $$;
REVOKE ALL ON FUNCTION ciyuan.append_audit_entry(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ciyuan.append_audit_entry(jsonb) TO ciyuan_app;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ciyuan.audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
CREATE TRIGGER kept BEFORE DELETE OR TRUNCATE ON ciyuan.audit_head
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
GRANT SELECT ON ciyuan.audit_entry, ciyuan.audit_head TO ciyuan_app;
