import { Injectable } from '@nestjs/common';
import type { Customer, CustomerKind } from '@ciyuan/core/catalogue';
import type { Instant } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';
import type { NewCustomer } from './schemas';

interface CustomerRow {
  code: string;
  kind: CustomerKind;
  name: string;
  identity: string;
  region: string;
  parent_code: string | null;
  verified_at: Date | null;
}

export interface CustomerPage {
  /** The code of the last customer of the page before; absent for the first page. */
  readonly after?: string;
  readonly limit: number;
}

const COLUMNS = 'code, kind, name, identity, region, parent_code, verified_at';
const IN_BYTES = 'COLLATE "C"';

/** Who accounts belong to. One code is one customer, and so is one identity. */
@Injectable()
export class CustomersStore {
  /** Adds the customer unless its code or its identity is taken; says whether it did. */
  async insert(tx: Tx, customer: NewCustomer, createdAt: Instant): Promise<boolean> {
    const { code, kind, name, identity, region } = customer;
    const added = await tx.rows(
      `INSERT INTO ciyuan.customer (code, kind, name, identity, region, created_at) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT DO NOTHING RETURNING code`,
      [code, kind, name, identity, region, new Date(createdAt)],
    );
    return added.length === 1;
  }

  async byCode(tx: Tx, code: string): Promise<Customer | undefined> {
    const rows = await tx.rows<CustomerRow>(`SELECT ${COLUMNS} FROM ciyuan.customer WHERE code = $1`, [code]);
    return rows.map(read)[0];
  }

  async byIdentity(tx: Tx, identity: string): Promise<Customer | undefined> {
    const rows = await tx.rows<CustomerRow>(`SELECT ${COLUMNS} FROM ciyuan.customer WHERE identity = $1`, [
      identity,
    ]);
    return rows.map(read)[0];
  }

  /** Says that the identity is true; what was said first stands. */
  async verify(tx: Tx, code: string, verifiedAt: Instant, by: string): Promise<void> {
    await tx.rows(
      'UPDATE ciyuan.customer SET verified_at = $2, verified_by = $3 WHERE code = $1 AND verified_at IS NULL',
      [code, new Date(verifiedAt), by],
    );
  }

  /** By code, bytewise, so that a page begins where the one before it ended. */
  async list(tx: Tx, { after = '', limit }: CustomerPage): Promise<Customer[]> {
    const rows = await tx.rows<CustomerRow>(
      `SELECT ${COLUMNS} FROM ciyuan.customer WHERE code ${IN_BYTES} > $1 ORDER BY code ${IN_BYTES} LIMIT $2`,
      [after, limit],
    );
    return rows.map(read);
  }
}

function read({ parent_code: parent, verified_at: verifiedAt, ...row }: CustomerRow): Customer {
  return { ...row, parent, verifiedAt: verifiedAt === null ? null : verifiedAt.getTime() };
}
