import { Injectable } from '@nestjs/common';
import type { FeeCharge } from '@ciyuan/core/charging';
import { formatInstant, formatYuan } from '@ciyuan/core/kernel';
import { copyChunks, type Tx } from '@ciyuan/platform/database';

const COLUMNS = 'account_id, sequence, part, batch_id, at, accounting_month, gross, net';

/** What products were charged that grants were sold with; a row each, only ever added. */
@Injectable()
export class FeeChargesStore {
  async add(tx: Tx, batchId: number, fees: readonly FeeCharge[]): Promise<void> {
    if (fees.length === 0) return;
    const rows = fees.map((one) => `${valuesOf(batchId, one).join('\t')}\n`);
    await tx.copyIn(`COPY ciyuan.fee_charge (${COLUMNS}) FROM STDIN`, copyChunks(rows));
  }
}

const valuesOf = (batchId: number, one: FeeCharge): (string | number)[] => [
  one.accountId,
  one.sequence,
  one.part,
  batchId,
  formatInstant(one.at),
  one.accountingMonth,
  formatYuan(one.gross),
  formatYuan(one.net),
];
