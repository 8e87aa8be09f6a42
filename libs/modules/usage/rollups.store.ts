import { Injectable } from '@nestjs/common';
import type { RollupDelta } from '@ciyuan/core/charging';
import { formatYuan } from '@ciyuan/core/kernel';
import { COUNTERS } from '@ciyuan/core/usage';
import { COPY_NULL, copyChunks, copyText, type Tx } from '@ciyuan/platform/database';

const COLUMNS = [
  'batch_id, line, usage_month, accounting_month, plan_version_id, split_rule_version_id, model, vendor',
  'compute_owner, channel, chip_kind, kind, currency, paid, records',
  ...COUNTERS,
  'drawn_milli, gross, net, vendor_cost, compute_cost',
].join(', ');

/** What each write adds to the lines of settlement: appended, so that no row is hot under all writers. */
@Injectable()
export class RollupsStore {
  async add(tx: Tx, batchId: number, deltas: readonly RollupDelta[]): Promise<void> {
    if (deltas.length === 0) return;
    const rows = deltas.map((delta, index) => rowOf(batchId, index + 1, delta));
    await tx.copyIn(`COPY ciyuan.usage_rollup_delta (${COLUMNS}) FROM STDIN`, copyChunks(rows));
  }
}

function rowOf(batchId: number, line: number, delta: RollupDelta): string {
  const values = [
    batchId,
    line,
    delta.usageMonth,
    delta.accountingMonth,
    delta.planVersionId,
    delta.splitRuleVersionId,
    textOrNull(delta.model),
    textOrNull(delta.vendor),
    textOrNull(delta.computeOwner),
    textOrNull(delta.channel),
    textOrNull(delta.chipKind),
    delta.kind,
    delta.currency,
    delta.paid,
    delta.records,
    ...delta.counts,
    delta.drawnMilli,
    formatYuan(delta.gross),
    delta.net === null ? COPY_NULL : formatYuan(delta.net),
    formatYuan(delta.vendorCost),
    formatYuan(delta.computeCost),
  ];
  return `${values.join('\t')}\n`;
}

const textOrNull = (text: string | null): string => (text === null ? COPY_NULL : copyText(text));
