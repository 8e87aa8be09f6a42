-- What a version of a document is before it is one: written by one person, submitted, and approved by another. Only an
-- approved draft has a document; the draft stays, with both names.
CREATE TABLE ciyuan.document_draft (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind           text NOT NULL CHECK (kind IN ('plan','price_book','cost_book','coefficient_table','split_rule','contract')),
  code           text NOT NULL,
  body           jsonb NOT NULL,
  effective_from timestamptz NOT NULL,
  -- Whether it may begin before its approval: what was charged since then is to be rated again.
  back_dated     boolean NOT NULL,
  -- The latest version when it was written; null where there was none. Another one since then makes the draft stale.
  base_version   integer CHECK (base_version > 0),
  state          text NOT NULL CHECK (state IN ('draft','submitted','approved','rejected','withdrawn')),
  author         text NOT NULL,
  created_at     timestamptz NOT NULL,
  changed_at     timestamptz NOT NULL,
  submitted_at   timestamptz,
  decided_by     text,
  decided_at     timestamptz,
  reason         text CHECK (char_length(reason) BETWEEN 1 AND 500),
  document_id    bigint UNIQUE REFERENCES ciyuan.catalogue_document (id),
  CONSTRAINT two_pairs_of_eyes CHECK (decided_by <> author),
  CHECK ((state IN ('approved','rejected')) = (decided_by IS NOT NULL)),
  CHECK ((state IN ('approved','rejected')) = (decided_at IS NOT NULL)),
  CHECK ((state = 'rejected') = (reason IS NOT NULL)),
  CHECK ((state = 'approved') = (document_id IS NOT NULL)),
  CHECK (CASE state WHEN 'draft' THEN submitted_at IS NULL WHEN 'withdrawn' THEN true ELSE submitted_at IS NOT NULL END)
);

CREATE TRIGGER begins_as_draft BEFORE INSERT ON ciyuan.document_draft
  FOR EACH ROW WHEN (NEW.state <> 'draft') EXECUTE FUNCTION ciyuan.refuse_change();
CREATE TRIGGER lawful_state BEFORE UPDATE ON ciyuan.document_draft
  FOR EACH ROW WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION ciyuan.refuse_lawless_state(
    'draft to submitted', 'draft to withdrawn', 'submitted to approved', 'submitted to rejected',
    'submitted to withdrawn');
-- What is submitted is what is read by the second person, and what comes into force.
CREATE TRIGGER submitted_as_written BEFORE UPDATE ON ciyuan.document_draft
  FOR EACH ROW WHEN ((OLD.state <> 'draft' OR NEW.state <> 'draft')
    AND (OLD.body, OLD.effective_from, OLD.back_dated, OLD.base_version)
      IS DISTINCT FROM (NEW.body, NEW.effective_from, NEW.back_dated, NEW.base_version))
  EXECUTE FUNCTION ciyuan.refuse_change();
CREATE TRIGGER submitted_once BEFORE UPDATE ON ciyuan.document_draft
  FOR EACH ROW WHEN (OLD.submitted_at IS DISTINCT FROM NEW.submitted_at AND OLD.submitted_at IS NOT NULL)
  EXECUTE FUNCTION ciyuan.refuse_change();
-- How it ended stands.
CREATE TRIGGER ended BEFORE UPDATE ON ciyuan.document_draft
  FOR EACH ROW WHEN (OLD.state IN ('approved','rejected','withdrawn') AND OLD.* IS DISTINCT FROM NEW.*)
  EXECUTE FUNCTION ciyuan.refuse_change();
CREATE TRIGGER kept BEFORE DELETE OR TRUNCATE ON ciyuan.document_draft
  FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change();

GRANT SELECT, INSERT ON ciyuan.document_draft TO ciyuan_app;
GRANT UPDATE (body, effective_from, back_dated, base_version, state, changed_at, submitted_at, decided_by, decided_at,
  reason, document_id) ON ciyuan.document_draft TO ciyuan_app;
