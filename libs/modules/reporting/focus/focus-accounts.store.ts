import { Injectable } from '@nestjs/common';
import type { Tx } from '@ciyuan/platform/database';

/** Whose costs are asked for: everything of a customer, or one account alone. */
export type FocusScope = { readonly customer: string } | { readonly account: string };

export interface FocusAccount {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  /** The customer, or the account itself where nobody is registered. */
  readonly billing: { readonly id: string; readonly name: string };
}

interface AccountRow {
  account_id: string;
  code: string;
  name: string;
  customer_code: string | null;
  customer_name: string | null;
}

@Injectable()
export class FocusAccountsStore {
  /** By code; the page after the code that is named. */
  async page(tx: Tx, scope: FocusScope, limit: number, after = ''): Promise<FocusAccount[]> {
    const [column, code] =
      'customer' in scope ? (['customer_code', scope.customer] as const) : (['code', scope.account] as const);
    const rows = await tx.rows<AccountRow>(
      `SELECT a.account_id, a.code, a.name, a.customer_code, c.name AS customer_name
         FROM ciyuan.account AS a LEFT JOIN ciyuan.customer AS c ON c.code = a.customer_code
        WHERE a.${column} = $1 AND a.code COLLATE "C" > $2 ORDER BY a.code COLLATE "C" LIMIT $3`,
      [code, after, limit],
    );
    return rows.map((row) => ({
      id: Number(row.account_id),
      code: row.code,
      name: row.name,
      billing: { id: row.customer_code ?? row.code, name: row.customer_name ?? row.name },
    }));
  }

  /** Whether there is such a customer or account at all. */
  async isKnown(tx: Tx, scope: FocusScope): Promise<boolean> {
    const [table, code] =
      'customer' in scope ? (['customer', scope.customer] as const) : (['account', scope.account] as const);
    const rows = await tx.rows(`SELECT FROM ciyuan.${table} WHERE code = $1`, [code]);
    return rows.length > 0;
  }
}
