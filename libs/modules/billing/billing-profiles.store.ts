import { Injectable } from '@nestjs/common';
import { formatInstant, type Instant } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';

/** How a customer is billed, and what its fapiao names. */
export interface BillingProfile {
  readonly customer: string;
  readonly number: number;
  readonly consolidated: boolean;
  readonly buyerTitle: string;
  readonly taxpayerId: string | null;
  readonly fapiaoKind: 'general' | 'special';
  readonly registeredAddress: string | null;
  readonly phone: string | null;
  readonly bankName: string | null;
  readonly bankAccount: string | null;
  readonly email: string | null;
  readonly changedAt: Instant;
  readonly changedBy: string;
}

interface ProfileRow {
  customer_code: string;
  number: number;
  consolidated: boolean;
  buyer_title: string;
  taxpayer_id: string | null;
  fapiao_kind: 'general' | 'special';
  registered_address: string | null;
  phone: string | null;
  bank_name: string | null;
  bank_account: string | null;
  email: string | null;
  changed_at: Date;
  changed_by: string;
}

/** Profiles of customers: a later one replaces the one before, from then on. */
@Injectable()
export class BillingProfilesStore {
  async nextNumber(tx: Tx, customer: string): Promise<number> {
    const [row] = await tx.rows<{ number: number }>(
      'SELECT coalesce(max(number), 0) + 1 AS number FROM ciyuan.billing_profile WHERE customer_code = $1',
      [customer],
    );
    return row?.number ?? 1;
  }

  async isCustomer(tx: Tx, customer: string): Promise<boolean> {
    return (await tx.rows('SELECT code FROM ciyuan.customer WHERE code = $1', [customer])).length > 0;
  }

  /** In force from its being said on; undefined where nothing was said. */
  async latest(tx: Tx, customer: string): Promise<BillingProfile | undefined> {
    const [row] = await tx.rows<ProfileRow>(
      `SELECT * FROM ciyuan.billing_profile WHERE customer_code = $1 ORDER BY number DESC LIMIT 1`,
      [customer],
    );
    return row === undefined ? undefined : read(row);
  }

  /** Sealed with the one before it. The caller holds the lock of billing. */
  async add(tx: Tx, profile: BillingProfile): Promise<void> {
    await tx.rows(
      `INSERT INTO ciyuan.billing_profile
       SELECT (jsonb_populate_record(e, jsonb_build_object('digest', ciyuan.chained_digest(coalesce(
                 (SELECT b.digest FROM ciyuan.billing_profile AS b
                   WHERE b.customer_code = e.customer_code AND b.number = e.number - 1), ''), e)))).*
         FROM jsonb_populate_record(NULL::ciyuan.billing_profile, $1) AS e`,
      [JSON.stringify(columnsOf(profile))],
    );
  }
}

const read = (row: ProfileRow): BillingProfile => ({
  customer: row.customer_code,
  number: row.number,
  consolidated: row.consolidated,
  buyerTitle: row.buyer_title,
  taxpayerId: row.taxpayer_id,
  fapiaoKind: row.fapiao_kind,
  registeredAddress: row.registered_address,
  phone: row.phone,
  bankName: row.bank_name,
  bankAccount: row.bank_account,
  email: row.email,
  changedAt: row.changed_at.getTime(),
  changedBy: row.changed_by,
});

const columnsOf = (one: BillingProfile) => ({
  customer_code: one.customer,
  number: one.number,
  consolidated: one.consolidated,
  buyer_title: one.buyerTitle,
  taxpayer_id: one.taxpayerId,
  fapiao_kind: one.fapiaoKind,
  registered_address: one.registeredAddress,
  phone: one.phone,
  bank_name: one.bankName,
  bank_account: one.bankAccount,
  email: one.email,
  changed_at: formatInstant(one.changedAt),
  changed_by: one.changedBy,
});
