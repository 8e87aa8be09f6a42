import { Injectable } from '@nestjs/common';
import { Database } from '@ciyuan/platform/database';
import { pagesOf } from '@ciyuan/platform/lists';
import { ImportedOrdersStore, ORDER_ORDER } from './imported-orders.store';
import type { ImportedOrder, OrderCounts, OrderImport } from './order-import';
import { OrderImportsStore } from './order-imports.store';
import { TakeImportedOrder } from './take-imported-order';

const ROWS_READ_AT_ONCE = 200;
/** One row that fails by itself costs the others nothing; when many do, it is not the rows. */
const MOST_FAILURES = 5;

export interface OrdersDone {
  readonly import: OrderImport;
  readonly counts: OrderCounts;
}

type OnProgress = (doneRows: number, totalRows: number) => Promise<void>;

/**
 * Works through the rows of a file that nobody has looked at, in the order of their lines. It may break off anywhere
 * and be begun again, or twice at once: no row is ordered twice. Undefined where there is no such file.
 */
@Injectable()
export class TakeImportedOrders {
  constructor(
    private readonly database: Database,
    private readonly imports: OrderImportsStore,
    private readonly orders: ImportedOrdersStore,
    private readonly takeImportedOrder: TakeImportedOrder,
  ) {}

  async run(importId: number, onProgress: OnProgress): Promise<OrdersDone | undefined> {
    const found = await this.database.transaction((tx) => this.imports.byId(tx, importId));
    if (found === undefined) return undefined;
    const { open } = await this.counts(importId);
    const failures: unknown[] = [];
    let done = found.rows - open;
    for await (const rows of this.openRows(importId))
      for (const row of rows) {
        await onProgress(done, found.rows);
        await this.takeImportedOrder.run(row, found.preview).catch((error: unknown) => failures.push(error));
        if (failures.length >= MOST_FAILURES) throw failures[0];
        done += 1;
      }
    if (failures.length > 0) throw failures[0];
    await onProgress(found.rows, found.rows);
    return { import: found, counts: await this.counts(importId) };
  }

  private openRows(importId: number): AsyncIterable<readonly ImportedOrder[]> {
    return pagesOf({ order: ORDER_ORDER, limit: ROWS_READ_AT_ONCE }, (place) =>
      this.database.transaction((tx) => this.orders.page(tx, { ...place, importId, outcome: 'open' })),
    );
  }

  private counts(importId: number): Promise<OrderCounts> {
    return this.database.transaction((tx) => this.imports.counts(tx, importId));
  }
}
