import { Injectable } from '@nestjs/common';
import type { Payer } from '@ciyuan/core/billing';
import { textArray, type Tx } from '@ciyuan/platform/database';
import type { BillRun, RunAccount } from './bill-run';

interface AccountRow {
  account_id: string;
  code: string;
  zone: string;
  anchor_day: number;
  payer_kind: Payer['kind'];
  payer_code: string;
  through_sequence: string;
}

/** More than any tree has: so that a walk ends, whatever is stored. */
const MOST_STEPS = 100;

/** Accounts asked for by code ($1) or by customer ($2), or all: each with its payer, and how far its sequence is. */
const ASKED = `
WITH RECURSIVE profile AS (
  SELECT DISTINCT ON (customer_code) customer_code, consolidated FROM ciyuan.billing_profile
   ORDER BY customer_code, number DESC
), tree AS (
  SELECT c.code, CASE WHEN p.consolidated THEN c.code END AS payer, c.code = ANY ($2::text[]) AS is_asked, 1 AS step
    FROM ciyuan.customer AS c LEFT JOIN profile AS p ON p.customer_code = c.code WHERE c.parent_code IS NULL
  UNION ALL
  SELECT c.code, CASE WHEN p.consolidated THEN c.code ELSE t.payer END, t.is_asked OR c.code = ANY ($2::text[]),
         t.step + 1
    FROM tree AS t JOIN ciyuan.customer AS c ON c.parent_code = t.code AND t.step < ${MOST_STEPS}
    LEFT JOIN profile AS p ON p.customer_code = c.code
), asked AS (
  SELECT a.account_id, a.code, a.zone, a.anchor_day, s.next_sequence - 1 AS through_sequence,
         CASE WHEN t.payer IS NULL THEN 'account' ELSE 'customer' END AS payer_kind,
         coalesce(t.payer, a.code) AS payer_code
    FROM ciyuan.account AS a JOIN ciyuan.account_state AS s USING (account_id)
    LEFT JOIN tree AS t ON t.code = a.customer_code
   WHERE (cardinality($1::text[]) = 0 AND cardinality($2::text[]) = 0) OR a.code = ANY ($1::text[]) OR t.is_asked
)`;
const IN_ORDER = 'ORDER BY payer_kind, payer_code COLLATE "C", code COLLATE "C"';

/** The accounts that a run takes, as they stood when it was asked for: in chunks of payers. */
@Injectable()
export class RunAccountsStore {
  /** Fixes them in one statement, and so at one instant. */
  async freeze(tx: Tx, { id, accounts, customers }: BillRun, payersPerChunk: number): Promise<void> {
    await tx.rows(
      `${ASKED}, frozen AS (
         INSERT INTO ciyuan.bill_run_account (account_id, run_id, chunk, payer_kind, payer_code, through_sequence)
         SELECT account_id, $3::bigint,
                (dense_rank() OVER (ORDER BY payer_kind, payer_code COLLATE "C") - 1) / $4::integer + 1,
                payer_kind, payer_code, through_sequence FROM asked RETURNING *
       )
       UPDATE ciyuan.bill_run AS r SET chunks = f.chunks, accounts_digest = f.digest
         FROM (SELECT coalesce(max(chunk), 0) AS chunks, encode(sha256(convert_to(coalesce(string_agg(
                 concat_ws(' ', account_id, chunk, payer_kind, payer_code, through_sequence), ',' ORDER BY account_id),
                 ''), 'UTF8')), 'hex') AS digest FROM frozen) AS f
        WHERE r.id = $3::bigint`,
      [textArray(accounts), textArray(customers), id, payersPerChunk],
    );
  }

  async ofChunk(tx: Tx, runId: number, chunk: number): Promise<RunAccount[]> {
    const rows = await tx.rows<AccountRow>(
      `SELECT r.*, a.code, a.zone, a.anchor_day FROM ciyuan.bill_run_account AS r
         JOIN ciyuan.account AS a USING (account_id) WHERE r.run_id = $1 AND r.chunk = $2 ${IN_ORDER}`,
      [runId, chunk],
    );
    return rows.map(read);
  }

  /** The same accounts as they stand now. */
  async asTheyStand(tx: Tx, accounts: readonly RunAccount[]): Promise<RunAccount[]> {
    if (accounts.length === 0) return [];
    const codes = textArray(accounts.map(({ code }) => code));
    return (await tx.rows<AccountRow>(`${ASKED} SELECT * FROM asked ${IN_ORDER}`, [codes, '{}'])).map(read);
  }

  /** Of these codes, the first that no account, or no customer, has. */
  async unknown(
    tx: Tx,
    table: 'account' | 'customer',
    codes: readonly string[],
  ): Promise<string | undefined> {
    const rows = await tx.rows<{ code: string }>(
      `SELECT asked.code FROM unnest($1::text[]) AS asked (code)
         LEFT JOIN ciyuan.${table} AS known USING (code) WHERE known.code IS NULL LIMIT 1`,
      [textArray(codes)],
    );
    return rows[0]?.code;
  }
}

const read = (row: AccountRow): RunAccount => ({
  accountId: Number(row.account_id),
  code: row.code,
  zone: row.zone,
  anchorDay: row.anchor_day,
  payer: { kind: row.payer_kind, code: row.payer_code },
  throughSequence: Number(row.through_sequence),
});
