import { Injectable } from '@nestjs/common';
import { formatInstant, type Instant } from '@ciyuan/core/kernel';
import type { Tx } from '@ciyuan/platform/database';

export const WRITE_KINDS = [
  'usage',
  'order',
  'renewal',
  'expiry',
  'correction',
  'subscription',
  'transfer',
  'take_on',
] as const;
export type WriteKind = (typeof WRITE_KINDS)[number];

/** What a write of accounts knew besides them: with it the write can be computed again. */
export interface AccountWrite {
  readonly batchId: number;
  readonly kind: WriteKind;
  readonly catalogueEpoch: number;
  /** Usage month to accounting month, where they differ. */
  readonly lateMonths: Readonly<Record<string, string>>;
  readonly writtenAt: Instant;
}

@Injectable()
export class AccountWritesStore {
  async add(tx: Tx, write: AccountWrite): Promise<void> {
    await tx.rows(
      `INSERT INTO ciyuan.account_write (batch_id, kind, catalogue_epoch, late_months, written_at)
       VALUES ($1, $2, $3, $4, $5)`,
      [
        write.batchId,
        write.kind,
        write.catalogueEpoch,
        JSON.stringify(write.lateMonths),
        formatInstant(write.writtenAt),
      ],
      'add_account_write',
    );
  }
}
