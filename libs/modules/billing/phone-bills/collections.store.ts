import { Injectable } from '@nestjs/common';
import { formatInstant } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';
import type { AccountCollection, CollectionMethod } from './account-collection';

interface CollectionRow {
  code: string;
  number: number;
  method: CollectionMethod;
  billing_id: string | null;
  phone_number: string | null;
  effective_from: Date;
  set_at: Date;
  set_by: string;
}

/** How accounts pay; added and never changed. The caller who writes holds the lock of billing. */
@Injectable()
export class CollectionsStore {
  /** The first first. */
  async ofAccount(tx: Tx, accountId: number): Promise<AccountCollection[]> {
    const rows = await tx.rows<CollectionRow>(
      `SELECT c.*, a.code FROM ciyuan.account_collection AS c JOIN ciyuan.account AS a USING (account_id)
        WHERE c.account_id = $1 ORDER BY c.number`,
      [accountId],
    );
    return rows.map(read);
  }

  async add(tx: Tx, accountId: number, collection: AccountCollection): Promise<void> {
    await tx.rows(
      `INSERT INTO ciyuan.account_collection
       SELECT (jsonb_populate_record(e, jsonb_build_object('digest', ciyuan.chained_digest(coalesce(
                 (SELECT b.digest FROM ciyuan.account_collection AS b
                   WHERE b.account_id = e.account_id AND b.number = e.number - 1), ''), e)))).*
         FROM jsonb_populate_record(NULL::ciyuan.account_collection, $1) AS e`,
      [JSON.stringify(columnsOf(accountId, collection))],
    );
  }
}

const columnsOf = (accountId: number, one: AccountCollection) => ({
  account_id: accountId,
  number: one.number,
  method: one.method,
  billing_id: one.billingId,
  phone_number: one.phoneNumber,
  effective_from: formatInstant(one.effectiveFrom),
  set_at: formatInstant(one.setAt),
  set_by: one.setBy,
});

const read = (row: CollectionRow): AccountCollection => ({
  account: row.code,
  number: row.number,
  method: row.method,
  billingId: row.billing_id,
  phoneNumber: row.phone_number,
  effectiveFrom: row.effective_from.getTime(),
  setAt: row.set_at.getTime(),
  setBy: row.set_by,
});
