import { Injectable } from '@nestjs/common';
import type { Tx } from '@ciyuan/platform/database';

/** A number that moves on with every change of the catalogue. Its one row is also the lock of whoever changes it. */
@Injectable()
export class CatalogueEpochStore {
  async read(tx: Tx): Promise<number> {
    return this.one(tx, 'SELECT epoch FROM ciyuan.catalogue_epoch', 'read_catalogue_epoch');
  }

  /** Until the end of the transaction nobody else changes the catalogue; readers do not wait. */
  async lock(tx: Tx): Promise<number> {
    return this.one(tx, 'UPDATE ciyuan.catalogue_epoch SET epoch = epoch RETURNING epoch');
  }

  async moveOn(tx: Tx): Promise<number> {
    return this.one(tx, 'UPDATE ciyuan.catalogue_epoch SET epoch = epoch + 1 RETURNING epoch');
  }

  private async one(tx: Tx, statement: string, name?: string): Promise<number> {
    const [row] = await tx.rows<{ epoch: string }>(statement, [], name);
    if (row === undefined) throw new Error('the catalogue has lost its epoch');
    return Number(row.epoch);
  }
}
