import { Injectable } from '@nestjs/common';
import type { Customer } from '@ciyuan/core/catalogue';
import { Database } from '@ciyuan/platform/database';
import { CustomerTreeStore } from './customer-tree.store';
import { CustomersStore } from './customers.store';

/** An organisation has few parts directly; what more it has is in the list of customers by their parent. */
const MOST_PARTS = 200;

/** A customer with its place among others. */
export interface CustomerRead {
  readonly customer: Customer;
  /** Everybody above it, the topmost first. */
  readonly above: readonly Customer[];
  /** Those directly below it, by code. */
  readonly parts: readonly Customer[];
  readonly hasMoreParts: boolean;
}

/** The customer of a code, and who is above and below it; undefined where there is none. */
@Injectable()
export class ReadCustomer {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomersStore,
    private readonly tree: CustomerTreeStore,
  ) {}

  run(code: string): Promise<CustomerRead | undefined> {
    return this.database.snapshot(async (tx) => {
      const customer = await this.customers.byCode(tx, code);
      if (customer === undefined) return undefined;
      const [, ...line] = await this.tree.lineOf(tx, code);
      const above: Customer[] = [];
      for (const one of line.reverse()) {
        const found = await this.customers.byCode(tx, one);
        if (found !== undefined) above.push(found);
      }
      const page = { sort: 'code', limit: MOST_PARTS, parent: code } as const;
      const { items, next } = await this.customers.list(tx, page);
      return { customer, above, parts: items, hasMoreParts: next !== null };
    });
  }
}
