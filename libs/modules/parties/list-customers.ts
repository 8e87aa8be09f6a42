import { Injectable } from '@nestjs/common';
import type { Customer } from '@ciyuan/core/catalogue';
import { Database } from '@ciyuan/platform/database';
import { CustomersStore, type CustomerPage } from './customers.store';

/** One page of the customers, by code. */
@Injectable()
export class ListCustomers {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomersStore,
  ) {}

  run(page: CustomerPage): Promise<Customer[]> {
    return this.database.transaction((tx) => this.customers.list(tx, page));
  }
}
