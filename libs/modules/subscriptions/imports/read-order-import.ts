import { Injectable } from '@nestjs/common';
import { Database } from '@ciyuan/platform/database';
import type { Listed } from '@ciyuan/platform/lists';
import { ImportedOrdersStore, type OrdersPage } from './imported-orders.store';
import type { ImportedOrder, OrderCounts, OrderImport } from './order-import';
import { OrderImportsStore } from './order-imports.store';

export interface OrderImportRead {
  readonly import: OrderImport;
  readonly counts: OrderCounts;
  readonly orders: Listed<ImportedOrder>;
}

/** A file of orders with a page of its rows and what became of them; undefined where there is no such file. */
@Injectable()
export class ReadOrderImport {
  constructor(
    private readonly database: Database,
    private readonly imports: OrderImportsStore,
    private readonly orders: ImportedOrdersStore,
  ) {}

  run(page: OrdersPage): Promise<OrderImportRead | undefined> {
    return this.database.snapshot(async (tx) => {
      const found = await this.imports.byId(tx, page.importId);
      if (found === undefined) return undefined;
      const counts = await this.imports.counts(tx, found.id);
      return { import: found, counts, orders: await this.orders.page(tx, page) };
    });
  }
}
