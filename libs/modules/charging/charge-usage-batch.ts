import { Injectable } from '@nestjs/common';
import { SuspenseStore, UsagePartitions, type ReportedUsage } from '@ciyuan/modules/usage';
import { Clock } from '@ciyuan/platform/clock';
import { Database, isDataError, sqlState, type Tx } from '@ciyuan/platform/database';
import { ClaimUsage, NO_ACCOUNT, type ClaimedUsage } from './claim-usage';
import type { UsageOutcome } from './usage-outcome';
import { WriteClaimedUsage, type WrittenClaims } from './write-claimed-usage';

/**
 * The one way usage is written: up to some thousands of records of any accounts in one transaction, tried again as
 * a whole on deadlocks, cut in half where a value cannot be stored, so that one record cannot fail the others.
 * One outcome for each record, in order. No identity may stand in a batch twice.
 */
@Injectable()
export class ChargeUsageBatch {
  constructor(
    private readonly database: Database,
    private readonly partitions: UsagePartitions,
    private readonly claimUsage: ClaimUsage,
    private readonly writeClaimedUsage: WriteClaimedUsage,
    private readonly suspense: SuspenseStore,
    private readonly clock: Clock,
  ) {}

  async run(usage: readonly ReportedUsage[]): Promise<UsageOutcome[]> {
    if (usage.length === 0) return [];
    await this.partitions.ensure(usage.map((one) => one.record.at));
    try {
      return await this.database.retrying((tx) => this.charge(tx, usage));
    } catch (error) {
      if (!isDataError(error)) throw error;
      if (usage.length === 1) return this.database.retrying((tx) => this.park(tx, usage, error));
      const half = usage.length >> 1;
      const first = await this.run(usage.slice(0, half));
      return first.concat(await this.run(usage.slice(half)));
    }
  }

  private async charge(tx: Tx, usage: readonly ReportedUsage[]): Promise<UsageOutcome[]> {
    const claimed = await this.claimUsage.run(tx, usage);
    if (claimed.fresh.length === 0) return usage.map((one) => claimed.answered.get(one) as UsageOutcome);
    const { fresh, accountIdOf } = claimed;
    const written = await this.writeClaimedUsage.run(tx, { usage: fresh, accountIdOf });
    await this.suspense.open(tx, written.suspended, this.clock.now());
    return outcomesOf(usage, claimed, written);
  }

  /** A record that the database cannot store as it is: kept whole, to be looked at by a person. */
  private async park(tx: Tx, usage: readonly ReportedUsage[], error: unknown): Promise<UsageOutcome[]> {
    const claimed = await this.claimUsage.run(tx, usage);
    const suspended = claimed.fresh.map((one) => ({
      usage: one,
      accountId: claimed.accountIdOf(one) ?? NO_ACCOUNT,
      reason: 'data_error' as const,
      detail: `SQLSTATE ${sqlState(error)}`,
    }));
    await this.suspense.open(tx, suspended, this.clock.now());
    return outcomesOf(usage, claimed, { charged: new Map(), suspended });
  }
}

function outcomesOf(
  usage: readonly ReportedUsage[],
  claimed: ClaimedUsage,
  written: WrittenClaims,
): UsageOutcome[] {
  const suspended = new Map(written.suspended.map((one) => [one.usage, one]));
  return usage.map((one): UsageOutcome => {
    const answered = claimed.answered.get(one);
    if (answered !== undefined) return answered;
    const charged = one.isReadable ? written.charged.get(one.record) : undefined;
    if (charged !== undefined) return { status: 'accepted', charge: charged };
    const suspension = suspended.get(one);
    if (suspension === undefined) throw new Error(`record ${one.record.recordId} has no outcome`);
    return { status: 'suspense', suspense: { reason: suspension.reason, detail: suspension.detail } };
  });
}
