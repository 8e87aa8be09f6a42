-- What was done to an accounting month, in order: what of its checklist somebody decided not to wait for, when nothing
-- more was booked in it, who opened it again, when it was closed. The state of the month is that of its last step.
CREATE TABLE ciyuan.month_event (
  month       text NOT NULL CHECK (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  number      integer NOT NULL CHECK (number > 0),
  kind        text NOT NULL
    CHECK (kind IN ('waived','waiver_withdrawn','frozen','reopening_requested','reopened','closed')),
  at          timestamptz NOT NULL,
  by          text NOT NULL,
  reason      text CHECK (char_length(reason) BETWEEN 1 AND 500),
  -- Of a waiver: the item of the checklist, and how much of it there was.
  item        text,
  seen        integer CHECK (seen > 0),
  -- The waiver that is withdrawn, or the request that is followed.
  refers_to   integer CHECK (refers_to < number),
  -- Whoever asked for what somebody else does.
  asked_by    text,
  -- By item of the checklist, what the freeze did not wait for.
  waived      jsonb CHECK (jsonb_typeof(waived) = 'object'),
  -- Lines of journals in the month, but that of its issue.
  lines       bigint CHECK (lines >= 0),
  run_id      bigint REFERENCES ciyuan.settlement_run (id),
  digest      text NOT NULL,
  PRIMARY KEY (month, number),
  CONSTRAINT with_a_reason CHECK ((kind IN ('waived','reopening_requested')) = (reason IS NOT NULL)),
  CONSTRAINT of_an_item CHECK ((kind = 'waived') = (item IS NOT NULL AND seen IS NOT NULL) AND (item IS NULL) = (seen IS NULL)),
  CONSTRAINT follows_another CHECK ((kind IN ('waiver_withdrawn','reopened')) = (refers_to IS NOT NULL)),
  CONSTRAINT two_pairs_of_eyes CHECK ((kind = 'reopened') = (asked_by IS NOT NULL) AND asked_by <> by),
  CONSTRAINT of_a_freeze CHECK ((kind = 'frozen') = (waived IS NOT NULL)),
  CONSTRAINT of_a_step CHECK ((kind IN ('frozen','reopened','closed')) = (lines IS NOT NULL)),
  CHECK (run_id IS NULL OR kind = 'closed')
);
-- A waiver is withdrawn once, a request followed once.
CREATE UNIQUE INDEX one_answer ON ciyuan.month_event (month, refers_to);

-- How many events there are: none is taken away unseen. `changed_at` is the instant of the last.
ALTER TABLE ciyuan.accounting_month ADD COLUMN events integer NOT NULL DEFAULT 0 CHECK (events >= 0);
GRANT UPDATE (events) ON ciyuan.accounting_month TO ciyuan_app;

-- Months that were issued before there were events: waived, frozen and closed by their issue.
INSERT INTO ciyuan.month_event (month, number, kind, at, by, reason, item, seen, waived, lines, run_id, digest)
SELECT p.month, row_number() OVER (PARTITION BY p.month ORDER BY s.place), s.kind, p.posted_at, p.posted_by,
       CASE s.kind WHEN 'waived' THEN 'waived with the issue' END, s.item, s.seen,
       CASE s.kind WHEN 'frozen' THEN jsonb_strip_nulls(jsonb_build_object(
         'suspense_open', nullif(p.waived_suspense, 0), 'cost_suspense_open', nullif(p.waived_costs, 0))) END,
       CASE WHEN s.kind <> 'waived' THEN (SELECT count(*) FROM ciyuan.journal_line AS l
                                           WHERE l.accounting_month = p.month AND l.batch_id <> p.batch_id) END,
       CASE s.kind WHEN 'closed' THEN p.run_id END, ''
  FROM ciyuan.settlement_posting AS p
 CROSS JOIN LATERAL (VALUES (1, 'waived', 'suspense_open', p.waived_suspense),
                            (2, 'waived', 'cost_suspense_open', p.waived_costs),
                            (3, 'frozen', NULL, NULL), (4, 'closed', NULL, NULL)) AS s (place, kind, item, seen)
 WHERE s.seen IS DISTINCT FROM 0;
DO $$
BEGIN
  FOR i IN 1 .. 4 LOOP
    UPDATE ciyuan.month_event AS e SET digest = ciyuan.chained_digest(coalesce(
        (SELECT b.digest FROM ciyuan.month_event AS b WHERE b.month = e.month AND b.number = i - 1), ''), e)
     WHERE number = i;
  END LOOP;
END $$;
UPDATE ciyuan.accounting_month AS m SET events = l.number, changed_at = l.at
  FROM (SELECT DISTINCT ON (month) * FROM ciyuan.month_event ORDER BY month, number DESC) AS l WHERE l.month = m.month;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ciyuan.month_event
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
-- What is closed stays closed; opened again is only what was frozen.
CREATE TRIGGER lawful_state BEFORE UPDATE ON ciyuan.accounting_month
  FOR EACH ROW WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION ciyuan.refuse_lawless_state(
    'open to frozen', 'frozen to open', 'frozen to closed');
CREATE TRIGGER kept BEFORE DELETE OR TRUNCATE ON ciyuan.accounting_month
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();
GRANT SELECT, INSERT ON ciyuan.month_event TO ciyuan_app;
