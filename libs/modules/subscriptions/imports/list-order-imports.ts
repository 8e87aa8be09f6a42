import { Injectable } from '@nestjs/common';
import { Database } from '@ciyuan/platform/database';
import type { Listed } from '@ciyuan/platform/lists';
import type { OrderImport } from './order-import';
import { OrderImportsStore, type ImportPage } from './order-imports.store';

/** One page of the files of orders that were accepted. */
@Injectable()
export class ListOrderImports {
  constructor(
    private readonly database: Database,
    private readonly imports: OrderImportsStore,
  ) {}

  run(page: ImportPage): Promise<Listed<OrderImport>> {
    return this.database.transaction((tx) => this.imports.list(tx, page));
  }
}
