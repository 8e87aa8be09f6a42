import { Injectable } from '@nestjs/common';
import type { Customer } from '@ciyuan/core/catalogue';
import { Database } from '@ciyuan/platform/database';
import type { Listed } from '@ciyuan/platform/lists';
import { CustomersStore, type CustomerPage } from './customers.store';

/** One page of the customers: those that are asked for, in the order that is asked for. */
@Injectable()
export class ListCustomers {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomersStore,
  ) {}

  run(page: CustomerPage): Promise<Listed<Customer>> {
    return this.database.transaction((tx) => this.customers.list(tx, page));
  }
}
