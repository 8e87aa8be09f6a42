import { Injectable } from '@nestjs/common';
import { ok, type Result } from '@ciyuan/core/kernel';
import { Clock } from '@ciyuan/platform/clock';
import { Database } from '@ciyuan/platform/database';
import type { ValueFault } from '@ciyuan/platform/validation';
import { readOrderFile } from './order-file';
import type { OrderImport } from './order-import';
import { OrderImportsStore } from './order-imports.store';

export interface OrdersToImport {
  readonly bytes: Uint8Array;
  readonly preview: boolean;
  readonly by: string;
}

/**
 * Accepts a file of orders, none of which is executed yet. Nothing is written where any line is unsound in form; the
 * same file again is the import that there is.
 */
@Injectable()
export class ImportOrders {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly imports: OrderImportsStore,
  ) {}

  async run({ bytes, preview, by }: OrdersToImport): Promise<Result<OrderImport, readonly ValueFault[]>> {
    const file = readOrderFile(bytes);
    if (!file.ok) return file;
    const wanted = { ...file.value, preview, by, at: this.clock.now() };
    return this.database.retrying(async (tx) => {
      const known = (await this.imports.add(tx, wanted)) ?? (await this.imports.byDigest(tx, wanted.digest));
      if (known === undefined) throw new Error('a file of orders is neither new nor known');
      return ok(known);
    });
  }
}
