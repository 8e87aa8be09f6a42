import { Injectable } from '@nestjs/common';
import { Database } from '@ciyuan/platform/database';
import type { Listed } from '@ciyuan/platform/lists';
import type { Invoice } from './invoice';
import { ListedInvoicesStore, type InvoicePage } from './listed-invoices.store';

/** One page of the final documents that are asked for. */
@Injectable()
export class ListInvoices {
  constructor(
    private readonly database: Database,
    private readonly invoices: ListedInvoicesStore,
  ) {}

  run(page: InvoicePage): Promise<Listed<Invoice>> {
    return this.database.transaction((tx) => this.invoices.list(tx, page));
  }
}
