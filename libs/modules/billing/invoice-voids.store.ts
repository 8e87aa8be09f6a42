import { Injectable } from '@nestjs/common';
import { formatInstant, type Instant } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';

/** A final document, and what was asked for of it. */
export interface LockedInvoice {
  readonly id: number;
  readonly number: string;
  readonly currency: string;
  readonly voidRequestedBy: string | null;
  readonly isVoid: boolean;
  readonly isCredited: boolean;
}

export interface NewVoid {
  readonly invoiceId: number;
  readonly requestedBy: string;
  readonly approvedBy: string;
  readonly approvedAt: Instant;
  readonly batchId: number;
  readonly accountingMonth: string;
}

/** Takings back of final documents: asked for by one person, approved by another; each row is sealed. */
@Injectable()
export class InvoiceVoidsStore {
  async byNumber(tx: Tx, number: string): Promise<LockedInvoice | undefined> {
    const [row] = await tx.rows<{
      invoice_id: string;
      currency: string;
      requested_by: string | null;
      is_void: boolean;
      is_credited: boolean;
    }>(
      `SELECT s.invoice_id, s.currency, r.requested_by, v.invoice_id IS NOT NULL AS is_void,
              EXISTS (SELECT FROM ciyuan.credit_note AS c WHERE c.invoice_id = s.invoice_id) AS is_credited
         FROM ciyuan.invoice_issue AS s LEFT JOIN ciyuan.invoice_void_request AS r USING (invoice_id)
         LEFT JOIN ciyuan.invoice_void AS v USING (invoice_id) WHERE s.number = $1`,
      [number],
    );
    return (
      row && {
        id: Number(row.invoice_id),
        number,
        currency: row.currency,
        voidRequestedBy: row.requested_by,
        isVoid: row.is_void,
        isCredited: row.is_credited,
      }
    );
  }

  async request(
    tx: Tx,
    wanted: {
      readonly invoiceId: number;
      readonly reason: string;
      readonly by: string;
      readonly at: Instant;
    },
  ): Promise<void> {
    const row = {
      invoice_id: wanted.invoiceId,
      reason: wanted.reason,
      requested_by: wanted.by,
      requested_at: formatInstant(wanted.at),
    };
    await tx.rows(
      `INSERT INTO ciyuan.invoice_void_request
       SELECT (jsonb_populate_record(e, jsonb_build_object('digest', ciyuan.chained_digest('', e)))).*
         FROM jsonb_populate_record(NULL::ciyuan.invoice_void_request, $1) AS e`,
      [JSON.stringify(row)],
    );
  }

  /** Runs behind the last final one bill again what was on it. */
  async add(tx: Tx, one: NewVoid): Promise<void> {
    const row = {
      invoice_id: one.invoiceId,
      requested_by: one.requestedBy,
      approved_by: one.approvedBy,
      approved_at: formatInstant(one.approvedAt),
      batch_id: one.batchId,
      accounting_month: one.accountingMonth,
    };
    await tx.rows(
      `INSERT INTO ciyuan.invoice_void
       SELECT (jsonb_populate_record(e, jsonb_build_object('digest', ciyuan.chained_digest('', e)))).*
         FROM jsonb_populate_record(NULL::ciyuan.invoice_void, $1 || jsonb_build_object('after_run_id',
                (SELECT max(id) FROM ciyuan.bill_run WHERE state = 'final'))) AS e`,
      [JSON.stringify(row)],
    );
  }
}
