import { Injectable } from '@nestjs/common';
import { decide, type ChargeDecision, type ClaimedRecord, type Suspension } from '@ciyuan/core/charging';
import type { UsageRecord } from '@ciyuan/core/usage';
import { ChangeAccounts } from '@ciyuan/modules/subscriptions';
import { CostSuspenseStore, UsageRecordsStore, type ReadableUsage } from '@ciyuan/modules/usage';
import { Clock } from '@ciyuan/platform/clock';
import type { Tx } from '@ciyuan/platform/database';
import { OutboxStore } from '@ciyuan/platform/outbox';
import { gapsByMonth } from './gaps-by-month';

export interface UsageToWrite {
  /** In the order in which it is to be rated; never empty. */
  readonly usage: readonly ReadableUsage[];
  readonly accountIdOf: (usage: ReadableUsage) => number | undefined;
}

export interface WrittenUsage {
  readonly charged: ReadonlyMap<UsageRecord, ChargeDecision['charged'][number]>;
  readonly suspended: readonly Suspension[];
}

/** Charges claimed records and writes all of it but their suspense, inside the caller's transaction. */
@Injectable()
export class WriteUsage {
  constructor(
    private readonly changeAccounts: ChangeAccounts,
    private readonly records: UsageRecordsStore,
    private readonly costSuspense: CostSuspenseStore,
    private readonly outbox: OutboxStore,
    private readonly clock: Clock,
  ) {}

  async run(tx: Tx, { usage, accountIdOf }: UsageToWrite): Promise<WrittenUsage> {
    const records: ClaimedRecord[] = usage.map((one) => ({
      record: one.record,
      accountId: accountIdOf(one),
    }));
    const { batchId, decision } = await this.changeAccounts.run(tx, {
      kind: 'usage',
      takes: numbersTaken(records),
      from: records.reduce((least, one) => Math.min(least, one.record.at), Infinity),
      until: records.reduce((most, one) => Math.max(most, one.record.at), -Infinity),
      decide: (accounts, months, catalogue) => decide({ records, accounts, catalogue, months }),
    });
    await this.records.add(tx, batchId, decision.charged);
    await this.costSuspense.open(tx, gapsByMonth(decision, decision.charged));
    await this.outbox.add(tx, {
      batchId,
      topic: 'usage.charged',
      payload: {
        charged: decision.charged.length,
        suspended: decision.suspended.length,
        ...partnerOf(records),
      },
      createdAt: new Date(this.clock.now()),
    });
    return {
      charged: chargesOf(records, decision),
      suspended: decision.suspended,
    };
  }
}

/** Whose records these are; nobody's in particular where several partners' are tried again at once. */
function partnerOf(records: readonly ClaimedRecord[]): { readonly partner?: string } {
  const partner = records[0]?.record.partner;
  return partner !== undefined && records.every(({ record }) => record.partner === partner)
    ? { partner }
    : {};
}

/**
 * By the record as it was received: what is charged may name its model otherwise. A decision has the charges, like what
 * it suspends, in the order of the records.
 */
function chargesOf(
  records: readonly ClaimedRecord[],
  { charged, suspended }: ChargeDecision,
): WrittenUsage['charged'] {
  const waiting = new Set(suspended.map(({ record }) => record));
  const received = waiting.size === 0 ? records : records.filter(({ record }) => !waiting.has(record));
  if (received.length !== charged.length) throw new Error('a decision has lost a record');
  return new Map(charged.map((one, index) => [(received[index] as ClaimedRecord).record, one]));
}

function numbersTaken(records: readonly ClaimedRecord[]): Map<number, number> {
  const takes = new Map<number, number>();
  for (const { accountId } of records) {
    if (accountId !== undefined) takes.set(accountId, (takes.get(accountId) ?? 0) + 1);
  }
  return takes;
}
