import { Injectable } from '@nestjs/common';
import type { Customer, CustomerKind } from '@ciyuan/core/catalogue';
import type { Instant } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';
import {
  filterValues,
  listedOf,
  ordered,
  type Listed,
  type ListOrder,
  type PlaceInList,
  type SortedRow,
} from '@ciyuan/platform/lists';
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

/** By code unless said otherwise. */
export const CUSTOMER_ORDER: ListOrder<'code' | 'createdAt'> = {
  columns: { code: { sql: 'code', type: 'text' }, createdAt: { sql: 'created_at', type: 'timestamptz' } },
  ties: [{ sql: 'code', type: 'text' }],
  initial: 'code',
};

export interface CustomerPage extends PlaceInList<'code' | 'createdAt'> {
  readonly kind?: CustomerKind | undefined;
  /** In it, or in a finer one below it. */
  readonly region?: string | undefined;
  readonly verified?: boolean | undefined;
  /** The organisation that they are part of, directly. */
  readonly parent?: string | undefined;
  /** Half-open. */
  readonly createdFrom?: Instant | undefined;
  readonly createdUntil?: Instant | undefined;
}

const COLUMNS = 'code, kind, name, identity, region, parent_code, verified_at';

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

  /** Which of these codes, and which of these identities, somebody has. */
  async known(
    tx: Tx,
    codes: readonly string[],
    identities: readonly string[],
  ): Promise<{ readonly codes: ReadonlySet<string>; readonly identities: ReadonlySet<string> }> {
    const rows = await tx.rows<{ code: string; identity: string }>(
      'SELECT code, identity FROM ciyuan.customer WHERE code = ANY ($1::text[]) OR identity = ANY ($2::text[])',
      [codes, identities],
    );
    return {
      codes: new Set(rows.map((row) => row.code)),
      identities: new Set(rows.map((row) => row.identity)),
    };
  }

  /** Says that the identity is true; what was said first stands. */
  async verify(tx: Tx, code: string, verifiedAt: Instant, by: string): Promise<void> {
    await tx.rows(
      'UPDATE ciyuan.customer SET verified_at = $2, verified_by = $3 WHERE code = $1 AND verified_at IS NULL',
      [code, new Date(verifiedAt), by],
    );
  }

  async list(tx: Tx, page: CustomerPage): Promise<Listed<Customer>> {
    const { kind, region, verified, parent, createdFrom, createdUntil } = page;
    const filters = filterValues([kind, region, verified, parent], [createdFrom, createdUntil]);
    const { key, after, orderBy, limit, values } = ordered(CUSTOMER_ORDER, page, filters.length);
    const rows = await tx.rows<CustomerRow & SortedRow>(
      `SELECT ${COLUMNS}, ${key} FROM ciyuan.customer
        WHERE ($1::text IS NULL OR kind = $1) AND ($2::text IS NULL OR region = $2 OR region LIKE $2 || '-%')
          AND ($3::boolean IS NULL OR (verified_at IS NOT NULL) = $3) AND ($4::text IS NULL OR parent_code = $4)
          AND ($5::timestamptz IS NULL OR created_at >= $5) AND ($6::timestamptz IS NULL OR created_at < $6)
          AND ${after} ORDER BY ${orderBy} LIMIT ${limit}`,
      [...filters, ...values],
    );
    return listedOf(rows, page, ({ sort_key: _key, ...row }) => read(row));
  }
}

function read({ parent_code: parent, verified_at: verifiedAt, ...row }: CustomerRow): Customer {
  return { ...row, parent, verifiedAt: verifiedAt === null ? null : verifiedAt.getTime() };
}
