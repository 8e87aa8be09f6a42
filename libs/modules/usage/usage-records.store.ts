import { Injectable } from '@nestjs/common';
import type { ChargedRecord } from '@ciyuan/core/charging';
import { formatInstant, formatYuan } from '@ciyuan/core/kernel';
import { COUNTERS, type WireUsage } from '@ciyuan/core/usage';
import { COPY_NULL, copyChunks, copyText, plainArray, type Tx } from '@ciyuan/platform/database';

const COLUMNS = [
  'account_id, at, sequence, batch_id, accounting_month, partner, source, record_id, model, vendor, compute_owner',
  'chip_kind, service_tier, dimensions',
  ...COUNTERS,
  'grant_number, drawn_milli, first_drawn_milli, covered_tokens, overage_tokens, overage_kind',
  'recognised_gross, recognised_net, usage_gross, vendor_cost, compute_cost, base_plan_version_id, price_version_id',
  'commitment_subscription_id, commitment_tokens, commitment_gross',
  'semantics, raw_usage, reported_model',
].join(', ');

const NO_WIRE = `\t${COPY_NULL}\t${COPY_NULL}`;
const OWN_NAME = `\t${COPY_NULL}\n`;
const NO_COMMITMENT = `\t${COPY_NULL}\t${COPY_NULL}\t${COPY_NULL}`;

/** Charged records, each with its rating inline: one row, never changed. */
@Injectable()
export class UsageRecordsStore {
  async add(tx: Tx, batchId: number, charged: readonly ChargedRecord[]): Promise<void> {
    if (charged.length === 0) return;
    const rows = charged.map((one) => rowOf(batchId, one));
    await tx.copyIn(`COPY ciyuan.usage_record (${COLUMNS}) FROM STDIN`, copyChunks(rows));
  }

  /** Makes the partitions of UTC months (`YYYY-MM`) that are not there yet. */
  async ensurePartitions(tx: Tx, months: readonly string[]): Promise<void> {
    await tx.rows(
      `SELECT ciyuan.ensure_usage_partition(m) FROM unnest($1::text[]) AS m
        WHERE to_regclass('ciyuan.usage_record_' || replace(m, '-', '_')) IS NULL`,
      [plainArray(months)],
    );
  }
}

function rowOf(batchId: number, one: ChargedRecord): string {
  const { record } = one;
  const { wire, reportedModel } = record;
  let row = `${one.accountId}\t${formatInstant(record.at)}\t${one.sequence}\t${batchId}\t${one.accountingMonth}\t${copyText(record.partner)}\t${copyText(record.source)}\t${copyText(record.recordId)}\t${copyText(record.model)}\t${record.vendor}\t${record.computeOwner}\t${copyText(record.chipKind)}\t${copyText(record.serviceTier)}\t${dimensionsOf(one)}`;
  for (const count of record.counts) row += count === 0 ? `\t${COPY_NULL}` : `\t${count}`;
  return `${row}\t${one.grantNumber ?? COPY_NULL}\t${one.drawnMilli}\t${one.firstDrawnMilli}\t${one.coveredTokens}\t${one.overageTokens}\t${one.overageKind ?? COPY_NULL}\t${formatYuan(one.recognisedGross)}\t${formatYuan(one.recognisedNet)}\t${formatYuan(one.usageGross)}\t${amountOrNull(one.vendorCost)}\t${amountOrNull(one.computeCost)}\t${one.basePlanVersionId ?? COPY_NULL}\t${one.priceVersionId ?? COPY_NULL}${one.commitmentSubscriptionId === null ? NO_COMMITMENT : commitmentOf(one)}${wire === undefined ? NO_WIRE : wireOf(wire)}${reportedModel === undefined ? OWN_NAME : `\t${copyText(reportedModel)}\n`}`;
}

const wireOf = ({ semantics, raw }: WireUsage): string => `\t${semantics}\t${copyText(JSON.stringify(raw))}`;

const commitmentOf = (one: ChargedRecord): string =>
  `\t${one.commitmentSubscriptionId}\t${one.commitmentTokens ?? COPY_NULL}\t${amountOrNull(one.commitmentGross)}`;

const amountOrNull = (amount: bigint | null): string => (amount === null ? COPY_NULL : formatYuan(amount));

/** As JSON without the chip kind, which has a column of its own. */
function dimensionsOf({ record }: ChargedRecord): string {
  const names = Object.keys(record.dimensions).filter((name) => name !== 'chipKind');
  if (names.length === 0) return COPY_NULL;
  const members = names
    .sort()
    .map((name) => `${JSON.stringify(name)}:${JSON.stringify(record.dimensions[name])}`);
  return copyText(`{${members.join(',')}}`);
}
