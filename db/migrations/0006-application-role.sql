-- The application reads and adds; it changes only what is named here, and deletes nothing.
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'ciyuan_app') THEN CREATE ROLE ciyuan_app LOGIN; END IF;
END $$;

GRANT USAGE ON SCHEMA ciyuan TO ciyuan_app;
GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA ciyuan TO ciyuan_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA ciyuan TO ciyuan_app;
GRANT UPDATE (epoch) ON ciyuan.catalogue_epoch TO ciyuan_app;
GRANT UPDATE (state, changed_at) ON ciyuan.accounting_month TO ciyuan_app;
GRANT UPDATE (revoked_at) ON ciyuan.api_key TO ciyuan_app;
GRANT UPDATE (next_sequence) ON ciyuan.account_state TO ciyuan_app;
GRANT UPDATE (next_cycle, next_cycle_at, ends_at) ON ciyuan.subscription TO ciyuan_app;
GRANT UPDATE (drawn_milli, expired_milli) ON ciyuan.grant_bucket TO ciyuan_app;
GRANT UPDATE (quantity) ON ciyuan.tier_counter TO ciyuan_app;
GRANT UPDATE (reason, detail, tried_at, state, charged_account_id, charged_sequence) ON ciyuan.suspense_record TO ciyuan_app;
GRANT UPDATE (published_at) ON ciyuan.outbox TO ciyuan_app;
GRANT UPDATE (state, approved_at, approved_by, posted_at) ON ciyuan.settlement_run TO ciyuan_app;
GRANT UPDATE (state, issued_at) ON ciyuan.statement TO ciyuan_app;

-- Partitions are made by the month when its first record comes; the application may ask for that and nothing else.
CREATE FUNCTION ciyuan.ensure_usage_partition(month text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ciyuan, pg_temp AS $$
DECLARE
  first_day date := to_date(month, 'YYYY-MM');
  name text := 'usage_record_' || replace(month, '-', '_');
BEGIN
  -- A name of another form would take the place of the month's own partition.
  IF month !~ '^\d{4}-(0[1-9]|1[0-2])$' THEN RAISE EXCEPTION '% is no month', month USING ERRCODE = '22023'; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('ciyuan.usage_partition', 0));
  -- Looked up in the table itself: what this session remembers may be older than the lock it has waited for.
  IF EXISTS (SELECT FROM pg_class WHERE relname = name AND relnamespace = 'ciyuan'::regnamespace) THEN RETURN; END IF;
  EXECUTE format('CREATE TABLE ciyuan.%I PARTITION OF ciyuan.usage_record FOR VALUES FROM (%L) TO (%L)',
    name, first_day::timestamp AT TIME ZONE 'UTC', (first_day + interval '1 month')::timestamp AT TIME ZONE 'UTC');
  -- The trigger of the table does not see statements that name the partition.
  EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ciyuan.%I
    FOR EACH STATEMENT EXECUTE FUNCTION ciyuan.refuse_change()', name);
END $$;
REVOKE ALL ON FUNCTION ciyuan.ensure_usage_partition(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ciyuan.ensure_usage_partition(text) TO ciyuan_app;
