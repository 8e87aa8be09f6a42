import type { Client } from 'pg';

/** How each table would be placed on a distributed engine: by the account, by a key of its own, or copied to all. */
export const PLACEMENT: Readonly<Record<string, string>> = {
  account: 'account_id',
  account_state: 'account_id',
  account_status_change: 'account_id',
  subscription: 'account_id',
  subscription_change: 'account_id',
  grant_bucket: 'account_id',
  grant_movement: 'account_id',
  grant_transfer: 'account_id',
  fee_charge: 'account_id',
  subscription_lapse: 'account_id',
  tier_counter: 'account_id',
  commitment_entry: 'account_id',
  usage_record: 'account_id',
  usage_correction: 'account_id',
  re_rating_run: 'account_id',
  suspense_record: 'account_id',
  cost_suspense: 'account_id',
  journal_line: 'account_id',
  account_adjustment: 'account_id',
  adjustment_event: 'account_id',
  customer_payment: 'account_id',
  account_cover: 'account_id',
  usage_key: 'key',
  usage_rollup_delta: 'batch_id',
  account_write: 'batch_id',
  outbox: 'batch_id',
  offer_taken: 'customer_code',
  campaign_pool: 'pool_code',
  campaign_top_up: 'pool_code',
  customer: 'reference',
  party: 'reference',
  model: 'reference',
  catalogue_document: 'reference',
  document_draft: 'reference',
  price_notice: 'reference',
  catalogue_epoch: 'reference',
  accounting_month: 'reference',
  month_event: 'reference',
  api_key: 'reference',
  staff_account: 'reference',
  staff_session: 'reference',
  audit_entry: 'reference',
  audit_head: 'reference',
  account_code: 'reference',
  job_run: 'reference',
  taken_on_account: 'account_id',
  taken_on_subscription: 'account_id',
  taken_on_grant: 'account_id',
  take_on_run: 'reference',
  take_on_chunk: 'reference',
  take_on_report: 'reference',
  taken_on_customer: 'reference',
  order_import: 'reference',
  order_import_row: 'reference',
  settlement_run: 'reference',
  settlement_split: 'reference',
  settlement_posting: 'reference',
  statement: 'reference',
  party_transfer: 'reference',
  statement_holdback: 'reference',
  statement_basis: 'reference',
  clawback: 'reference',
  clawback_part: 'reference',
  clawback_decision: 'reference',
  statement_line: 'reference',
  statement_event: 'reference',
  dispute: 'reference',
  dispute_line: 'reference',
  dispute_event: 'reference',
  dispute_evidence: 'reference',
  variance_acknowledgement: 'reference',
  variance_review: 'reference',
  payment_reference: 'reference',
  payout_posting: 'reference',
  reconciliation_agreement: 'reference',
  reconciliation_run: 'reference',
  reconciliation_file_part: 'reference',
  reconciliation_total: 'reference',
  reconciliation_difference: 'reference',
  reconciliation_decision: 'reference',
  reconciliation_resolution: 'reference',
  billing_profile: 'reference',
  bill_run: 'reference',
  bill_run_account: 'account_id',
  bill_run_chunk: 'reference',
  invoice: 'reference',
  invoice_line: 'account_id',
  invoice_issue: 'reference',
  invoice_void_request: 'reference',
  invoice_void: 'reference',
  credit_note: 'reference',
  credit_note_line: 'account_id',
  credit_note_issue: 'reference',
  account_collection: 'account_id',
  phone_bill_file: 'reference',
  phone_bill_line: 'account_id',
  phone_bill_feedback: 'reference',
  phone_bill_feedback_line: 'account_id',
  payment_allotment: 'account_id',
  payment_allocation: 'account_id',
};

export interface Breach {
  readonly why: string;
  readonly what: string;
}

/** What would stop the schema from being distributed without changing a query. Partitions follow their parents. */
export async function lintSchema(client: Client, placement = PLACEMENT): Promise<Breach[]> {
  const tables = Object.entries(placement);
  const { rows } = await client.query<Breach>(RULES, [
    tables.map(([table]) => table),
    tables.map(([, column]) => column),
  ]);
  return rows;
}

const RULES = `
WITH placed AS (
  SELECT c.oid AS rel, p.name, p.by FROM unnest($1::text[], $2::text[]) AS p (name, by)
    LEFT JOIN pg_class AS c ON c.relname = p.name AND c.relnamespace = 'ciyuan'::regnamespace
), d AS (
  SELECT placed.*, placed.by <> 'reference' AS distributed, a.attnum, a.atttypid, a.attnotnull, a.attgenerated
    FROM placed LEFT JOIN pg_attribute AS a ON a.attrelid = placed.rel AND a.attname = placed.by
), own AS (
  SELECT c.oid, c.relname FROM pg_class AS c
   WHERE c.relnamespace = 'ciyuan'::regnamespace AND c.relkind IN ('r', 'p')
     AND NOT EXISTS (SELECT FROM pg_inherits AS h WHERE h.inhrelid = c.oid)
), fk AS (
  SELECT c.conname, c.conkey, c.confkey, c.confdeltype, c.confupdtype, s.name AS source, s.distributed AS source_distributed,
         s.attnum AS source_column, s.by AS source_by, t.name AS target, t.distributed AS target_distributed,
         t.attnum AS target_column, t.by AS target_by
    FROM pg_constraint AS c JOIN d AS s ON s.rel = c.conrelid LEFT JOIN d AS t ON t.rel = c.confrelid
   WHERE c.contype = 'f'
)
SELECT 'table without a placement' AS why, own.relname::text AS what FROM own WHERE own.oid NOT IN (SELECT rel FROM d WHERE rel IS NOT NULL)
UNION ALL SELECT 'placed table is missing', name FROM d WHERE rel IS NULL
UNION ALL SELECT 'no distribution column', name FROM d WHERE distributed AND rel IS NOT NULL AND attnum IS NULL
UNION ALL SELECT 'distribution column nullable or generated', name FROM d WHERE distributed AND attnum IS NOT NULL AND (NOT attnotnull OR attgenerated <> '')
UNION ALL SELECT 'distribution columns of different types', by FROM d WHERE distributed GROUP BY by HAVING count(DISTINCT atttypid) > 1
UNION ALL SELECT 'unique or exclusion without the distribution column', i.indexrelid::regclass::text
  FROM d JOIN pg_index AS i ON i.indrelid = d.rel
 WHERE d.distributed AND (i.indisunique OR i.indisexclusion) AND NOT d.attnum = ANY (i.indkey::int2[])
UNION ALL SELECT 'foreign key to a table without a placement', conname FROM fk WHERE target IS NULL
UNION ALL SELECT 'foreign key from a reference table to a distributed one', conname FROM fk WHERE NOT source_distributed AND target_distributed
UNION ALL SELECT 'foreign key between tables distributed by different columns', conname FROM fk
  WHERE source_distributed AND target_distributed AND source_by <> target_by
UNION ALL SELECT 'foreign key without the distribution column at the same place', conname FROM fk
  WHERE source_distributed AND target_distributed AND source_by = target_by
    AND coalesce(array_position(conkey, source_column), 0) <> coalesce(array_position(confkey, target_column), -1)
UNION ALL SELECT 'foreign key action on the distribution column', conname FROM fk
  WHERE source_distributed AND source_column = ANY (conkey) AND (confdeltype IN ('n', 'd') OR confupdtype IN ('n', 'd', 'c'))
UNION ALL SELECT 'partitioned reference table', d.name FROM d JOIN pg_class AS k ON k.oid = d.rel WHERE NOT d.distributed AND k.relkind = 'p'
UNION ALL SELECT 'nested partitions', h.inhrelid::regclass::text
  FROM pg_inherits AS h JOIN pg_class AS k ON k.oid = h.inhrelid WHERE k.relkind = 'p' AND k.relnamespace = 'ciyuan'::regnamespace
UNION ALL SELECT 'sequence column on a distributed table', d.name || '.' || a.attname
  FROM d JOIN pg_attribute AS a ON a.attrelid = d.rel AND a.attnum > 0
 WHERE d.distributed AND (a.attidentity <> '' OR pg_get_serial_sequence(d.rel::regclass::text, a.attname) IS NOT NULL)
UNION ALL SELECT 'trigger function that reads another table', p.proname
  FROM pg_proc AS p WHERE p.pronamespace = 'ciyuan'::regnamespace AND p.prorettype = 'trigger'::regtype
   AND p.prosrc ~* '(from|join|into|update)\\s+ciyuan\\.'
UNION ALL SELECT 'table outside the schema of its own', c.oid::regclass::text
  FROM pg_class AS c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname <> 'migrations'`;
