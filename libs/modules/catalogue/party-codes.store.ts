import { Injectable } from '@nestjs/common';
import type { Tx } from '@ciyuan/platform/database';

/** Reads which parties there are: what a foreign key would ask, if their codes did not stand inside a body. */
@Injectable()
export class PartyCodesStore {
  async all(tx: Tx): Promise<ReadonlySet<string>> {
    const rows = await tx.rows<{ code: string }>('SELECT code FROM ciyuan.party');
    return new Set(rows.map((row) => row.code));
  }
}
