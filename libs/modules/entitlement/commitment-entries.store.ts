import { Injectable } from '@nestjs/common';
import type { CommitmentEntry } from '@ciyuan/core/charging';
import { formatYuan } from '@ciyuan/core/kernel';
import { copyChunks, type Tx } from '@ciyuan/platform/database';

const COLUMNS = [
  'account_id, sequence, subscription_id, period, batch_id, closes, shortfall, gross, net, make_up_granted',
  'deferred_gross, deferred_net, make_up_used, make_up_lapsed, recognised_gross, recognised_net',
].join(', ');

/** What changed the closed periods of commitments: signed rows that are only ever added. */
@Injectable()
export class CommitmentEntriesStore {
  async add(tx: Tx, batchId: number, entries: readonly CommitmentEntry[]): Promise<void> {
    if (entries.length === 0) return;
    const rows = entries.map((one) => `${valuesOf(batchId, one).join('\t')}\n`);
    await tx.copyIn(`COPY ciyuan.commitment_entry (${COLUMNS}) FROM STDIN`, copyChunks(rows));
  }
}

function valuesOf(batchId: number, one: CommitmentEntry): (string | number | bigint | boolean)[] {
  return [
    one.accountId,
    one.sequence,
    one.subscriptionId,
    one.period,
    batchId,
    one.closes,
    one.shortfall,
    formatYuan(one.gross),
    formatYuan(one.net),
    one.makeUpGranted,
    formatYuan(one.deferredGross),
    formatYuan(one.deferredNet),
    one.makeUpUsed,
    one.makeUpLapsed,
    formatYuan(one.recognisedGross),
    formatYuan(one.recognisedNet),
  ];
}
